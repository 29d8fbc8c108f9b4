import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import { national } from './national.ts'

export type ShiftedDay = { day: string; isWorking: boolean }
/** What a county says of days that are otherwise with it, before what the nation says. */
export type OwnDays = ReadonlyMap<string, boolean>

const DAY_MS = 86_400_000
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const yearOf = (day: string) => Number(day.slice(0, 4))

/** The last year whose holidays are known. The State Council announces the next one's each November. */
export const lastKnownYear = Math.max(...national.years)

/** Whether the office works on a day: by the county's own list, then the national calendar of holidays and make-up days, then the weekday. */
export function isWorkingDay(day: string, own: OwnDays): boolean {
  const weekday = new Date(Date.parse(day)).getUTCDay()
  return own.get(day) ?? national.days.get(day) ?? (weekday !== 0 && weekday !== 6)
}

/** The last of so many working days after a day. */
export function workingDayAfter(day: string, count: number, own: OwnDays): string {
  let at = Date.parse(day)
  for (let left = count; left > 0; ) {
    at += DAY_MS
    if (isWorkingDay(dayOf(at), own)) left -= 1
  }
  return dayOf(at)
}

/** Whether days between the two lie in a year whose holidays nobody knows yet, so that weekdays alone were counted: where the date is shown, this is said. */
export function isByWeekdays(from: string, until: string, own: OwnDays): boolean {
  const known = new Set([...national.years, ...[...own.keys()].map(yearOf)])
  for (let year = yearOf(from); year <= yearOf(until); year++) if (!known.has(year)) return true
  return false
}

/** The days of the actor's county that are otherwise than the nation's. */
export async function shiftedDays(ctx: Ctx): Promise<ShiftedDay[]> {
  const { rows } = await sql<ShiftedDay>`
    select day, is_working as "isWorking" from shifted_day where county = ${ctx.actor.county} order by day`.execute(
    ctx.db,
  )
  return rows
}

export async function ownDays(ctx: Ctx): Promise<OwnDays> {
  return new Map((await shiftedDays(ctx)).map(({ day, isWorking }) => [day, isWorking]))
}
