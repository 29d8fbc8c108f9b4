import { ensure } from '#platform/refuse.ts'
import { badTime } from './words.ts'

const LONGEST_MS = 7 * 24 * 3_600_000

export type Times = { startsAt: string; endsAt: string; signUpUntil: string | null }

/** Refuses an end before the beginning, more than seven days at once, and sign-up that closes after the beginning. */
export function ensureInOrder({ startsAt, endsAt, signUpUntil }: Times): void {
  const length = Date.parse(endsAt) - Date.parse(startsAt)
  ensure(length > 0 && length <= LONGEST_MS, badTime)
  ensure(signUpUntil === null || Date.parse(signUpUntil) <= Date.parse(startsAt), badTime)
}

export type Repeat = { every: 'week' | 'fortnight' | 'month'; times: number }

/**
 * The beginnings of a series in the office's time: every one or two weeks, or on the same weekday of the same week of each month (第二个星期三);
 * a fifth week that a month has not becomes the last.
 */
export function occurrencesOf(startsAt: string, { every, times }: Repeat): string[] {
  return Array.from({ length: times }, (_, n) => {
    if (every !== 'month') return shifted(startsAt, n * (every === 'week' ? 7 : 14))
    return shifted(startsAt, daysToSameWeekday(startsAt, n))
  })
}

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000

function shifted(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * DAY_MS).toISOString()
}

function daysToSameWeekday(startsAt: string, months: number): number {
  const first = new Date(Date.parse(startsAt) + SHANGHAI_MS)
  const week = Math.ceil(first.getUTCDate() / 7)
  const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, 1))
  const firstSuch = 1 + ((first.getUTCDay() - month.getUTCDay() + 7) % 7)
  const length = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate()
  const day = firstSuch + 7 * (week - 1)
  month.setUTCDate(day > length ? day - 7 : day)
  return Math.round(
    (month.getTime() - Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), first.getUTCDate())) / DAY_MS,
  )
}

export type State = 'planned' | 'held' | 'cancelled'
export type Act = 'change' | 'signUp' | 'mark' | 'close' | 'correct' | 'cancel'

const ALLOWED: Record<State, readonly Act[]> = {
  planned: ['change', 'signUp', 'mark', 'close', 'cancel'],
  held: ['correct'],
  cancelled: [],
}

/** Whether an act fits the state of a gathering. Who was there is put right after it is closed, never entered anew. */
export function fits(act: Act, state: State): boolean {
  return ALLOWED[state].includes(act)
}

type Timed = Times & Record<string, unknown>

const since = (from: string, to: string) => Date.parse(to) - Date.parse(from)
const moved = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString()
const leadOf = ({ startsAt, signUpUntil }: Times) => signUpUntil && since(signUpUntil, startsAt)

/** What was changed in one of a series, carried to another of it: what was not changed stays as that one had it, and times move by as much. */
export function carriedTo<F extends Timed>(own: F, { before, after }: { before: F; after: F }): F {
  const changed = Object.entries(after).filter(([key, value]) => JSON.stringify(before[key]) !== JSON.stringify(value))
  const by = since(before.startsAt, after.startsAt)
  const startsAt = moved(own.startsAt, by)
  const lead = leadOf(after)
  const kept = own.signUpUntil && moved(own.signUpUntil, by)
  return {
    ...own,
    ...Object.fromEntries(changed),
    startsAt,
    endsAt: moved(own.endsAt, since(before.endsAt, after.endsAt)),
    signUpUntil: lead === leadOf(before) ? kept : lead && moved(startsAt, -lead),
  }
}
