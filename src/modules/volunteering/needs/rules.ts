import { type needStates, urgencies } from '../codes/index.ts'

export type NeedState = keyof typeof needStates
export type NeedAct = 'accept' | 'decline' | 'withdraw' | 'match' | 'release' | 'begin' | 'serve' | 'resume' | 'close'

type Step = { from: readonly NeedState[]; to: NeedState; permission: 'volunteering.manage' | 'volunteering.record' }

/** The whole life of a need. What does not stand here cannot be done. */
const STEPS: Record<NeedAct, Step> = {
  accept: { from: ['raised'], to: 'accepted', permission: 'volunteering.manage' },
  decline: { from: ['raised', 'accepted'], to: 'declined', permission: 'volunteering.manage' },
  withdraw: {
    from: ['raised', 'accepted', 'matched', 'in_service'],
    to: 'withdrawn',
    permission: 'volunteering.record',
  },
  match: { from: ['accepted', 'matched'], to: 'matched', permission: 'volunteering.manage' },
  // Who was found cannot come after all, or the service fell through: somebody else is looked for.
  release: { from: ['matched', 'in_service'], to: 'accepted', permission: 'volunteering.manage' },
  begin: { from: ['matched'], to: 'in_service', permission: 'volunteering.record' },
  serve: { from: ['in_service'], to: 'served', permission: 'volunteering.record' },
  // Asked afterwards, they say it is not done yet.
  resume: { from: ['served'], to: 'accepted', permission: 'volunteering.record' },
  close: { from: ['served'], to: 'closed', permission: 'volunteering.record' },
}

export const needActs = Object.keys(STEPS) as NeedAct[] // the keys of a closed record

/** The state an act leads to, if it can be done in this one. */
export function afterAct(act: NeedAct, state: NeedState): NeedState | undefined {
  return STEPS[act].from.includes(state) ? STEPS[act].to : undefined
}

/** What somebody may do with a need now. */
export function actsFor(permissions: ReadonlySet<string>, state: NeedState): Record<NeedAct, boolean> {
  const may = (act: NeedAct) => permissions.has(STEPS[act].permission) && afterAct(act, state) !== undefined
  return Object.fromEntries(needActs.map((act) => [act, may(act)])) as Record<NeedAct, boolean> // one key for each act
}

export const ENDS: readonly NeedState[] = ['closed', 'declined', 'withdrawn']
const WAITS: readonly NeedState[] = ['raised', 'accepted', 'matched']

const HOUR_MS = 3_600_000

export function dueAfter(urgency: keyof typeof urgencies, raisedAt: Date): Date {
  return new Date(raisedAt.getTime() + urgencies[urgency].hours * HOUR_MS)
}

/** Late is who still waits for help after the time their urgency gives the office. */
export function isOverdue(need: { status: NeedState; dueAt: string }, now: Date): boolean {
  return WAITS.includes(need.status) && Date.parse(need.dueAt) < now.getTime()
}

/** The states somebody waits in, as a list for a query. */
export const WAITING = WAITS
