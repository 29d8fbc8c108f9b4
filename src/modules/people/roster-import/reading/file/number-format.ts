import type { NumberFormat } from './book.ts'

/** Built-in formats have no text in the file. 27–36 and 50–58 are those of a Chinese office (ECMA-376 18.8.30, zh-cn). */
const BUILT_IN: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy年m月',
  28: 'm月d日',
  29: 'm月d日',
  30: 'm-d-yy',
  31: 'yyyy年m月d日',
  32: 'h时mm分',
  33: 'h时mm分ss秒',
  36: 'yyyy年m月',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  50: 'yyyy年m月',
  51: 'm月d日',
  52: 'yyyy年m月',
  53: 'm月d日',
  54: 'm月d日',
  57: 'yyyy年m月',
  58: 'm月d日',
}

/** What the pattern shows once its literals, colours and locales are gone. */
function bare(pattern: string): string {
  const [first = ''] = pattern.split(';')
  return first
    .replace(/"[^"]*"/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\\.|_.|\*./g, '')
    .toLowerCase()
}

function grainOf(pattern: string): NumberFormat['grain'] {
  if (pattern.includes('d')) return 'day'
  const hasYear = /[ye]/.test(pattern)
  const isTime = /[hs]/.test(pattern)
  if (pattern.includes('m') && (hasYear || !isTime)) return 'month'
  return hasYear ? 'year' : null
}

/** Reads a number format: `yyyy"年"m"月"` is a date known to the month, `0.00` shows two decimals, `General` neither. */
export function numberFormat(pattern: string): NumberFormat {
  const shown = bare(pattern)
  if (shown === '' || shown.includes('general') || shown.includes('@') || pattern.includes('G/通用'))
    return { grain: null, decimals: null }
  if (!/[#0?]/.test(shown)) return { grain: grainOf(shown), decimals: null }
  if (shown.includes('e') || shown.includes('%')) return { grain: null, decimals: null }
  const [, fraction = ''] = /\.([0#?]*)/.exec(shown) ?? []
  return { grain: null, decimals: fraction.length }
}

export function builtInFormat(id: number): NumberFormat {
  return numberFormat(BUILT_IN[id] ?? 'General')
}
