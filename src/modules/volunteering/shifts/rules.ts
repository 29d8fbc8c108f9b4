/** Nobody serves more than eight hours a day: who sells hours cannot sell more than a day's work. */
export const DAY_MINUTES = 480
/** How early before the beginning somebody may check in, in minutes; what comes before the beginning is not counted. */
const EARLY_MINUTES = 60
/** How long after the end somebody may still check out. Who comes later is entered after the fact, and a second person believes it. */
const OUT_MINUTES = 60
/** How long ago a shift may be to be entered after the fact: what nobody spoke of for a month is not remembered by anybody. */
export const LATE_DAYS = 30

export type Span = { from: string; to: string }

/** Whole minutes from in to out that lie within the plan, and no more than what is left of the day. */
export function minutesOf(plan: Span, { from, to }: Span, servedToday: number): number {
  const begin = Math.max(Date.parse(plan.from), Date.parse(from))
  const end = Math.min(Date.parse(plan.to), Date.parse(to))
  const within = Math.floor((end - begin) / 60_000)
  return Math.max(0, Math.min(within, DAY_MINUTES - servedToday))
}

/** Whether somebody may check in now: from an hour before the beginning to the end. Later it is an entry after the fact. */
export function mayCheckIn({ from, to }: Span, now: Date): boolean {
  return now.getTime() >= Date.parse(from) - EARLY_MINUTES * 60_000 && now.getTime() < Date.parse(to)
}

/** Whether somebody may still check out: to an hour after the end. */
export function mayCheckOut({ to }: Pick<Span, 'to'>, now: Date): boolean {
  return now.getTime() <= Date.parse(to) + OUT_MINUTES * 60_000
}

/** For how long who checked somebody in undoes it with no more words, in minutes. Afterwards the keeper says why. */
const UNDO_MINUTES = 10

/** Whether a check-in is one's own and so fresh that taking it back needs no reason. */
export function mayUndoCheckIn({ inAt, isOwn }: { inAt: string; isOwn: boolean }, now: Date): boolean {
  return isOwn && now.getTime() <= Date.parse(inAt) + UNDO_MINUTES * 60_000
}

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000
const dayNumber = (at: number) => Math.floor((at + SHANGHAI_MS) / DAY_MS)

/** Whether a shift is recent enough to be entered after the fact; the last day counts whole. */
export function mayEnterLate({ to }: Pick<Span, 'to'>, now: Date): boolean {
  return dayNumber(now.getTime()) - dayNumber(Date.parse(to)) <= LATE_DAYS
}

/** What is entered after the fact ends after it begins, and lies within the plan. */
export function liesWithin(plan: Span, { from, to }: Span): boolean {
  const [begin, end] = [Date.parse(from), Date.parse(to)]
  return begin < end && begin >= Date.parse(plan.from) && end <= Date.parse(plan.to)
}

/** A shift begins and ends on one day of the office and is no longer than a day's work, so that the day's cap is one number. */
export function isOneShift({ from, to }: Span): boolean {
  const isOfOneDay = dayNumber(Date.parse(from)) === dayNumber(Date.parse(to) - 1)
  return isOfOneDay && Date.parse(to) - Date.parse(from) <= DAY_MINUTES * 60_000
}

export const TURN_STATES = [
  'waiting',
  'claimed',
  'started',
  'late',
  'served',
  'confirmed',
  'refused',
  'cancelled',
  'missed',
  'reversed',
] as const
export type TurnState = (typeof TURN_STATES)[number]
export type TurnAct =
  | 'cancel'
  | 'swap'
  | 'checkIn'
  | 'takeBack'
  | 'checkOut'
  | 'miss'
  | 'approve'
  | 'confirm'
  | 'refuse'
  | 'reverse'

const ALLOWED: Record<TurnState, readonly TurnAct[]> = {
  waiting: ['cancel'],
  claimed: ['cancel', 'swap', 'checkIn', 'miss'],
  started: ['checkOut', 'takeBack'],
  late: ['approve', 'refuse'],
  served: ['confirm', 'refuse'],
  confirmed: ['reverse'],
  refused: [],
  cancelled: [],
  missed: [],
  reversed: [],
}

export function fitsTurn(act: TurnAct, state: TurnState): boolean {
  return ALLOWED[state].includes(act)
}

/** Everything that can be done to a turn in this state. */
export function actsOn(state: TurnState): readonly TurnAct[] {
  return ALLOWED[state]
}

export type Openness = 'team' | 'volunteers' | 'invited'
type Volunteer = { isVolunteer: boolean; isMember: boolean; isInvited: boolean }

/** Whether somebody is among those a shift is open to. Who was invited is welcome everywhere. */
export function mayServe(openTo: Openness, { isVolunteer, isMember, isInvited }: Volunteer): boolean {
  if (isInvited) return true
  if (openTo === 'team') return isMember
  return openTo === 'volunteers' && isVolunteer
}
