/** `from` is the first day, null where unknown; `until` the first on which it no longer holds, null while it lasts: an end and the next beginning share a day. */
export type Days = { from: string | null; until: string | null }

const RANGE = /^([[(])(?:"?(\d{4,}-\d\d-\d\d|-?infinity)"?)?,(?:"?(\d{4,}-\d\d-\d\d|-?infinity)"?)?([\])])$/

/** Reads PostgreSQL's daterange, whose bounds may each be open, included or excluded. Throws on what is no range, and on an empty one. */
export function readDays(range: string): Days {
  const parts = RANGE.exec(range)
  if (!parts) throw new RangeError(`not a range of days: ${range}`)
  const [, opening, lower, upper, closing] = parts
  const from = finite(lower)
  const until = finite(upper)
  return {
    from: from && opening === '(' ? dayAfter(from) : from,
    until: until && closing === ']' ? dayAfter(until) : until,
  }
}

function finite(bound: string | undefined): string | null {
  return bound === undefined || bound.endsWith('infinity') ? null : bound
}

export function writeDays({ from, until }: Days): string {
  return `${from ? `[${from}` : '('},${until ?? ''})`
}

export function holdsOn({ from, until }: Days, day: string): boolean {
  return (from === null || from <= day) && (until === null || day < until)
}

export function overlap(a: Days, b: Days): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a)
}

function startsBeforeEnd(a: Days, b: Days): boolean {
  return a.from === null || b.until === null || a.from < b.until
}

export function lastDay({ until }: Days): string | null {
  return until && shift(until, -1)
}

function dayAfter(day: string): string {
  return shift(day, 1)
}

function shift(day: string, by: number): string {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + by)
  return moved.toISOString().slice(0, 10)
}

const FIRST_DAY = '1900-01-01'

/** What is recorded has happened: the columns that say where a person stands today would otherwise have to change by themselves at midnight. */
export function isRecordableDay(day: string, today: string): boolean {
  return FIRST_DAY <= day && day <= today
}

export type Home = { id: string; days: Days }
export type HomePlan = { cut: Home | null; opened: Days }

/** The home of that day ends the day before; the new one lasts until the next known home. Null where a home already begins on that very day. */
export function planMove(homes: readonly Home[], on: string): HomePlan | null {
  if (homes.some(({ days }) => days.from === on)) return null
  const held = homes.find(({ days }) => holdsOn(days, on))
  const later = homes.flatMap(({ days }) => (days.from && days.from > on ? [days.from] : [])).sort()[0] ?? null
  return {
    cut: held ? { id: held.id, days: { from: held.days.from, until: on } } : null,
    opened: { from: on, until: later },
  }
}

export type Tie = { id: string; kind: string; days: Days }
export type Ending = { id: string; on: string }

/** A living cadre keeps at least one original unit (只做加法、不做减法: community service never takes the original unit's duty away). */
export function leavesNoCustodian(ties: readonly Tie[], ending: Ending, isLiving: boolean): boolean {
  const ended = ties.find((tie) => tie.id === ending.id)
  if (!isLiving || ended?.kind !== 'original_unit') return false
  return !ties.some(
    (tie) =>
      tie.id !== ending.id &&
      tie.kind === 'original_unit' &&
      tie.days.until === null &&
      (tie.days.from === null || tie.days.from <= ending.on),
  )
}

export function canEndOn({ from }: Days, on: string): boolean {
  return from === null || from < on
}
