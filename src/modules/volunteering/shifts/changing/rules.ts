import type { TurnState } from '../rules.ts'

/** What a turn may be in a shift of which nothing has happened yet. */
const STILL_OPEN: readonly TurnState[] = ['waiting', 'claimed', 'cancelled']

/** Whether anybody checked in, was entered, missed or was judged: what was done stays what it was. */
export function hasHappened(turns: readonly TurnState[]): boolean {
  return turns.some((state) => !STILL_OPEN.includes(state))
}

export type Plan = {
  placeCode: string
  siteId: string | null
  address: string | null
  startsAt: string
  endsAt: string
  task: string
}
type Noticed = 'time' | 'place' | 'task'

/** What of a change somebody who holds a turn has to know. */
export function noticedOf(own: Plan, next: Plan): Noticed[] {
  const isSame = (key: 'startsAt' | 'endsAt') => Date.parse(own[key]) === Date.parse(next[key])
  const changed = {
    time: !isSame('startsAt') || !isSame('endsAt'),
    place: own.placeCode !== next.placeCode || own.siteId !== next.siteId || own.address !== next.address,
    task: own.task !== next.task,
  }
  return (['time', 'place', 'task'] as const).filter((key) => changed[key])
}

/** Whether a shift may have these times now: a time that has passed is entered after the fact, not planned. */
export function mayMoveTo({ from, next }: { from: string; next: string }, now: Date): boolean {
  return Date.parse(from) === Date.parse(next) || Date.parse(next) > now.getTime()
}
