import { isRealDay } from '../identity/id-number.ts'
import { CHINESE_NUMERAL, digitByDigit, smallNumber } from './numerals.ts'

/** A date as far as it is written. `zeroLost`: 1949.1, which may be January or an October that lost its zero. */
export type DateParts = { year: number; isTwoDigit: boolean; month?: number; day?: number; zeroLost?: boolean }

const numeral = `[${CHINESE_NUMERAL}\\dOo]`
const SEPARATED = new RegExp(
  `^(${numeral}{4}|${numeral}{2})(年|[.·。、,/_\\-–—])(${numeral}{1,3})(?:(月|[.·。、,/_\\-–—])(?:(${numeral}{1,3})[日号]?)?)?份?$`,
)
const YEAR_ALONE = new RegExp(`^(${numeral}{4})年?$|^(${numeral}{2})年$`)
const COMPACT = /^(\d{4})(\d\d)(\d\d)?$/
const SHORT_COMPACT = /^(\d\d)(\d\d)(\d\d)$/

/** Month 0 and day 0 mean "unknown" in forms that want eight digits; anything else impossible makes the whole unreadable. */
function checked(parts: DateParts): DateParts | undefined {
  const { year, month = 0, day = 0, isTwoDigit } = parts
  if (!isTwoDigit && (year < 1800 || year > 2100)) return undefined
  if (month > 12 || (month === 0 && day > 0)) return undefined
  const calendarYear = isTwoDigit ? 1900 + year : year
  const written = `${calendarYear}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
  if (day > 0 && !isRealDay(written)) return undefined
  const known: DateParts = { year, isTwoDigit }
  if (month > 0) known.month = month
  if (day > 0) known.day = day
  if (parts.zeroLost) known.zeroLost = true
  return known
}

function separated(text: string): DateParts | undefined {
  const [, year = '', mark, month = '', second, day] = SEPARATED.exec(text) ?? []
  if (year === '') return undefined
  const zeroLost = month === '1' && second === undefined && mark === '.'
  const numbers = [Number(digitByDigit(year)), smallNumber(month), day === undefined ? 0 : smallNumber(day)]
  if (numbers.some((number) => Number.isNaN(number))) return undefined
  const [y = 0, m = 0, d = 0] = numbers
  return checked({ year: y, isTwoDigit: year.length === 2, month: m, day: d, zeroLost })
}

function compact(text: string): DateParts | undefined {
  const [, year, month, day] = COMPACT.exec(text) ?? []
  if (year) {
    const long = checked({ year: Number(year), isTwoDigit: false, month: Number(month), day: Number(day ?? 0) })
    if (long || day) return long
  }
  const [, short, m, d] = SHORT_COMPACT.exec(text) ?? []
  if (short === undefined || Number(m) === 0) return undefined
  return checked({ year: Number(short), isTwoDigit: true, month: Number(m), day: Number(d) })
}

export function dateParts(text: string): DateParts | undefined {
  const [, long, short] = YEAR_ALONE.exec(text) ?? []
  if (long) return checked({ year: Number(digitByDigit(long)), isTwoDigit: false })
  if (short) return checked({ year: Number(digitByDigit(short)), isTwoDigit: true })
  return compact(text) ?? separated(text)
}

/** `1949`, `1949-09` or `1949-09-15`. The month of a lost zero is not known. */
export function isoDate(parts: DateParts, year = parts.year): string {
  if (parts.month === undefined || parts.zeroLost) return String(year)
  const month = `${year}-${String(parts.month).padStart(2, '0')}`
  return parts.day === undefined ? month : `${month}-${String(parts.day).padStart(2, '0')}`
}
