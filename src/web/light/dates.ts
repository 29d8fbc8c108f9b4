import type { Lang } from '#platform/words.ts'

const DAYS = ['日', '一', '二', '三', '四', '五', '六']
const WEEK = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The clock on the wall in Shanghai, whatever the telephone thinks. China has had no summer time since 1991. */
function wallOf(instant: string): Date {
  return new Date(Date.parse(instant) + 8 * 3_600_000)
}

/** 2026年11月21日（星期六）. */
export function dayOf(instant: string, lang: Lang): string {
  const at = wallOf(instant)
  const [year, month, date, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), at.getUTCDay()]
  if (lang === 'zh') return `${year}年${month + 1}月${date}日（星期${DAYS[day]}）`
  return `${WEEK[day]}, ${date} ${MONTHS[month]} ${year}`
}

/** 上午9点30分: nobody is asked to read 14:30. */
export function hourOf(instant: string, lang: Lang): string {
  const at = wallOf(instant)
  const [hour, minute] = [at.getUTCHours(), at.getUTCMinutes()]
  if (lang === 'en')
    return `${hour % 12 === 0 ? 12 : hour % 12}${minute ? `:${String(minute).padStart(2, '0')}` : ''} ${hour < 12 ? 'a.m.' : 'p.m.'}`
  const half = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
  const shown = hour > 12 ? hour - 12 : hour
  return `${half}${shown}点${minute === 0 ? '' : minute === 30 ? '半' : `${minute}分`}`
}

export function whenOf(from: string, lang: Lang): string {
  return lang === 'zh' ? `${dayOf(from, lang)}${hourOf(from, lang)}` : `${dayOf(from, lang)}, ${hourOf(from, lang)}`
}

/** 2小时30分钟. */
export function lengthOf(minutes: number, lang: Lang): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (lang === 'zh') return `${hours ? `${hours}小时` : ''}${rest || !hours ? `${rest}分钟` : ''}`
  const parts = [hours ? `${hours} h` : '', rest || !hours ? `${rest} min` : '']
  return parts.filter(Boolean).join(' ')
}

const two = (number: number): string => String(number).padStart(2, '0')

/** 14:30, for whoever stands behind a counter. */
export function timeOf(instant: string): string {
  const at = wallOf(instant)
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}

/** 2026-11-21, as it stands in a statement. */
export function dateOf(instant: string): string {
  return wallOf(instant).toISOString().slice(0, 10)
}
