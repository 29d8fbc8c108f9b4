import { squeeze } from '../text.ts'

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  '○': 0,
  壹: 1,
  一: 1,
  弌: 1,
  贰: 2,
  二: 2,
  两: 2,
  叁: 3,
  三: 3,
  参: 3,
  肆: 4,
  四: 4,
  伍: 5,
  五: 5,
  陆: 6,
  六: 6,
  柒: 7,
  七: 7,
  捌: 8,
  八: 8,
  玖: 9,
  九: 9,
}
const UNITS: Record<string, number> = { 拾: 10, 十: 10, 佰: 100, 百: 100, 仟: 1000, 千: 1000, 万: 10_000, 萬: 10_000 }

/** 叁仟贰佰元整, 叁仟肆佰玖拾伍元捌角, 三千二百: yuan, or undefined when a letter is no numeral. */
function chineseAmount(text: string): number | undefined {
  const [, whole = '', cents = ''] = /^([^元圆块角分]*)[元圆块]?(.*)$/.exec(text.replace(/[整正]$/, '')) ?? []
  let total = 0
  let digit = 0
  for (const letter of whole) {
    const unit = UNITS[letter]
    const value = DIGITS[letter]
    if (unit === undefined && value === undefined) return undefined
    if (value !== undefined) digit = value
    else if (unit === 10_000) [total, digit] = [(total + digit) * 10_000, 0]
    else if (unit !== undefined) [total, digit] = [total + (digit || 1) * unit, 0]
  }
  const [, jiao, fen] = /^零?(?:(.)角)?(?:(.)分)?$/.exec(cents) ?? [null, undefined, undefined]
  return total + digit + (DIGITS[jiao ?? ''] ?? 0) / 10 + (DIGITS[fen ?? ''] ?? 0) / 100
}

/** An amount in yuan: `3,245.6元`, `￥2,860`, `约3000元`, `3千`, `叁仟贰佰元整`. Nothing for what is no amount. */
export function readMoney(text: string): number | undefined {
  const bare = squeeze(text)
    .replace(/^(约|大约|每月|人民币|RMB|¥|\$|月)+/gi, '')
    .replace(/(左右|余|多|每月|\/月|\/人|月)+$/, '')
    .replace(/,(?=\d{3})/g, '')
  const [, number, unit] = /^(-?\d+(?:\.\d+)?)(千|万)?(?:元|圆|块|余元)?(?:整|正|\/月|左右)?$/.exec(bare) ?? []
  if (number !== undefined) return Math.round(Number(number) * (UNITS[unit ?? ''] ?? 1) * 100) / 100
  if (!/^[零〇○壹贰叁参肆伍陆柒捌玖拾佰仟一二两三四五六七八九十百千万萬元圆块角分整正]+$/.test(bare)) return undefined
  const amount = chineseAmount(bare)
  return amount === undefined ? undefined : Math.round(amount * 100) / 100
}
