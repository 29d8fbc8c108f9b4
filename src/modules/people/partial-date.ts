/**
 * A date as far as it is known, as text in the way of EDTF: `1931`, `1931-05`, `1931-05-02`, or `1931~` for about 1931.
 * Years 1800–2199 and days of the calendar only; `~` stands behind a year alone. Everything else is refused, by
 * `isPartialDate` with false and by the other functions with a RangeError.
 */
export type PartialDate = string
export type DatePrecision = 'day' | 'month' | 'year' | 'about'

export interface DayBounds {
  from: string
  to: string
}

/** Youngest and oldest age in full years; the same number where the birth is known well enough. */
export interface AgeRange {
  min: number
  max: number
}

/** An age somebody told may count the year in the womb (虚岁) and may come from last year's list. */
const ABOUT_YEARS = 2

export function isPartialDate(text: string): boolean {
  return parse(text) !== undefined
}

export function precisionOf(date: PartialDate): DatePrecision {
  const { month, day, isAbout } = known(date)
  if (isAbout) return 'about'
  if (!month) return 'year'
  return day ? 'day' : 'month'
}

export function boundsOf(date: PartialDate): DayBounds {
  const { year, month, day, isAbout } = known(date)
  const spread = isAbout ? ABOUT_YEARS : 0
  const lastMonth = month || 12
  return {
    from: iso(year - spread, month || 1, day || 1),
    to: iso(year + spread, lastMonth, day || daysIn(year, lastMonth)),
  }
}

/** Full years on a day. The birthday itself counts; born on 29 February, one grows older on 1 March in common years. Negative before birth. */
export function ageOn(birth: PartialDate, day: string): AgeRange {
  const { from, to } = boundsOf(birth)
  fullDay(day)
  return { min: yearsBetween(to, day), max: yearsBetween(from, day) }
}

/** The births of all who are `minAge` to `maxAge` full years old on the day, both included; agrees with `ageOn`. */
export function ageRangeToBirthBounds(minAge: number, maxAge: number, day: string): DayBounds {
  if (!Number.isInteger(minAge) || !Number.isInteger(maxAge) || minAge < 0 || maxAge < minAge || maxAge > 199) {
    throw new RangeError(`no such ages: ${minAge}–${maxAge}`)
  }
  return { from: dayAfter(yearsBefore(day, maxAge + 1)), to: yearsBefore(day, minAge) }
}

/**
 * Bounds for comparing with stored partial dates as text (collation "C"), where 1931 stands before 1931-01-01 and 1931~
 * behind 1931-12-31: a year or month alone then counts as its first day, an "about" as the last day of its year. Without
 * this, people known by the year alone drop out of the band that begins with their year.
 */
export function textBounds({ from, to }: DayBounds): { from: PartialDate; to: PartialDate } {
  return { from: from.replace(/(-01)?-01$/, ''), to: to.replace(/-12-31$/, '~') }
}

/** Whether both can mean one day: 1931 and 1931-05 can, 1931~ and 1933-02 can. */
export function couldBeSame(a: PartialDate, b: PartialDate): boolean {
  const [one, other] = [boundsOf(a), boundsOf(b)]
  return one.from <= other.to && other.from <= one.to
}

/** Whether two sources cannot both be right. An "about" is a guess and never contradicts, even where `couldBeSame` doubts. */
export function contradicts(a: PartialDate, b: PartialDate): boolean {
  return precisionOf(a) !== 'about' && precisionOf(b) !== 'about' && !couldBeSame(a, b)
}

interface Parts {
  year: number
  /** 0 where unknown, like the day. */
  month: number
  day: number
  isAbout: boolean
}

function parse(text: string): Parts | undefined {
  const match = /^(1[89]\d\d|2[01]\d\d)(?:(~)|-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (!match) return undefined
  const [, year, about, month, day] = match
  const parts = { year: Number(year), month: Number(month ?? 0), day: Number(day ?? 0), isAbout: about === '~' }
  if (month && (parts.month < 1 || parts.month > 12)) return undefined
  if (day && (parts.day < 1 || parts.day > daysIn(parts.year, parts.month))) return undefined
  return parts
}

function known(date: PartialDate): Parts {
  const parts = parse(date)
  if (!parts) throw new RangeError(`not a partial date: ${date}`)
  return parts
}

function fullDay(day: string): Parts {
  const parts = known(day)
  if (!parts.day) throw new RangeError(`not a whole date: ${day}`)
  return parts
}

function yearsBetween(birth: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0)
}

function yearsBefore(date: string, years: number): string {
  const { year, month, day } = fullDay(date)
  return iso(year - years, month, Math.min(day, daysIn(year - years, month)))
}

function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
