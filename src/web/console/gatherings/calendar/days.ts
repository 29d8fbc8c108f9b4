import type { View } from '../routes.ts'

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000

/** The office's day of an instant, whatever the clock of the computer says. */
export function dayOf(instant: string | number): string {
  return new Date(new Date(instant).getTime() + SHANGHAI_MS).toISOString().slice(0, 10)
}

/** The office's hour and minute of an instant. */
export function clockOf(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(11, 16)
}

/** The instant at which the office's clock shows this. */
export function instantOf(day: string, clock: string): string {
  return `${day}T${clock}:00+08:00`
}

export function shiftDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The same day of another month; the 31st becomes the last. */
export function shiftMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10)
}

export function mondayOf(day: string): string {
  return shiftDays(day, -((new Date(day).getUTCDay() + 6) % 7))
}

/** The days that a view shows: a week, or whole weeks around a month. */
export function daysOf(view: 'month' | 'week', day: string): string[] {
  const first = mondayOf(view === 'week' ? day : `${day.slice(0, 7)}-01`)
  if (view === 'week') return Array.from({ length: 7 }, (_, n) => shiftDays(first, n))
  const after = shiftMonths(`${day.slice(0, 7)}-01`, 1)
  const weeks = Math.ceil((Date.parse(after) - Date.parse(first)) / DAY_MS / 7)
  return Array.from({ length: weeks * 7 }, (_, n) => shiftDays(first, n))
}

/** The time that is asked for; the list goes on from its day. */
export function spanOf(view: View, day: string): { from: string; to?: string } {
  if (view === 'list') return { from: instantOf(day, '00:00') }
  const days = daysOf(view, day)
  return { from: instantOf(days[0] ?? day, '00:00'), to: instantOf(shiftDays(days.at(-1) ?? day, 1), '00:00') }
}

/** What has begun and is not over at this instant, the last begun first: at the door it is the one just opened. */
export function onNow<G extends { startsAt: string; endsAt: string; status: string }>(
  items: readonly G[],
  now: number,
) {
  return items
    .filter(({ startsAt, endsAt, status }) => {
      return status === 'planned' && Date.parse(startsAt) <= now && now < Date.parse(endsAt)
    })
    .toSorted((one, other) => Date.parse(other.startsAt) - Date.parse(one.startsAt))
}

/** Where the arrows lead. */
export function stepped(view: View, day: string, by: 1 | -1): string {
  return view === 'week' ? shiftDays(day, by * 7) : shiftMonths(day, by)
}
