/** The tries of one key since the last right one. */
export type Tries = { count: number; lastAt: Date; lockedUntil: Date | null }
export type Limit = { most: number; minutes: number }

/** Counted before it is judged, so that many at once cannot pass together: the last one allowed also locks. Undefined: locked. GB/T 22239-2019 8.1.4.1 b. */
export function chargeTry(before: Tries | undefined, now: Date, { most, minutes }: Limit): Tries | undefined {
  if (before?.lockedUntil && before.lockedUntil > now) return undefined
  const isFresh = !before || before.lockedUntil !== null || before.lastAt.getTime() + minutes * 60_000 <= now.getTime()
  const count = isFresh ? 1 : before.count + 1
  const lockedUntil = count >= most ? new Date(now.getTime() + minutes * 60_000) : null
  return { count, lastAt: now, lockedUntil }
}
