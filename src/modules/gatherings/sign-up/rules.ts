export type Window = { signUp: 'none' | 'open' | 'invited'; until: string | null; startsAt: string }
type Closed = 'none' | 'invited' | 'late'

/** Why somebody cannot sign up by themselves now, if so. Invited people answer to the end of sign-up. */
export function closedTo(
  { signUp, until, startsAt }: Window,
  { now, isInvited }: { now: string; isInvited: boolean },
): Closed | null {
  if (signUp === 'none') return 'none'
  if (Date.parse(now) > Date.parse(until ?? startsAt)) return 'late'
  return signUp === 'invited' && !isInvited ? 'invited' : null
}

type Seats = { capacity: number | null; taken: number; waiting: number }

/** Whether there is a place now. Nobody passes those who already wait. */
export function placeFor({ capacity, taken, waiting }: Seats): 'in' | 'waiting' {
  return capacity === null || (taken < capacity && waiting === 0) ? 'in' : 'waiting'
}

/** How many of those who wait can be offered a place. */
export function offersFor({ capacity, taken, waiting }: Seats): number {
  return Math.max(0, Math.min(waiting, (capacity ?? Number.POSITIVE_INFINITY) - taken))
}

type Offered = { now: Date; hours: number; begins: number }

/** Until when an offer stands: so many hours, into the next morning where they would end by night, and never beyond the beginning. */
export function offerUntil({ now, hours, begins }: Offered, byDay: (at: Date) => Date): Date {
  const until = byDay(new Date(now.getTime() + hours * 3_600_000))
  return new Date(Math.min(until.getTime(), begins))
}
