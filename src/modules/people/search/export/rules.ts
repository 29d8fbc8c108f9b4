import { isOneself } from '#platform/oneself.ts'
/** Up to so many people leave at once, by one person's word (GB/T 35273-2020 7.1: bulk acts need an approval). */
export const FREE_PEOPLE = 50
/** And so many within 24 hours altogether, or a long list would leave in pieces. */
export const DAILY_PEOPLE = 150
export const SHORTEST_PURPOSE = 4
export const HOURS_TO_FETCH = 24

/** What the trail says a list was for. */
export const exportKinds = ['visit', 'gathering', 'benefit', 'medical', 'check', 'report', 'archive', 'other'] as const
export type ExportKind = (typeof exportKinds)[number]

const HOUR_MS = 3_600_000

export function isPurpose(purpose: string): boolean {
  return [...purpose.trim()].length >= SHORTEST_PURPOSE
}

/** Whether a list may leave without a second person. Whole numbers never do. */
export function leavesAtOnce(list: { people: number; isWhole: boolean; lastDay: number }): boolean {
  return !list.isWhole && list.people <= FREE_PEOPLE && list.lastDay + list.people <= DAILY_PEOPLE
}

/** What somebody must hold to ask for a paper, and still hold to get it. */
const needs: Record<string, string> = { list: 'people.export', ledger: 'ledger.read' }

export function mayTake(paper: string, actor: Pick<Actor, 'permissions'>): boolean {
  return actor.permissions.has(needs[paper] ?? '')
}

type Request = { status: string; paper: string; requestedBy: string; decidedAt: Date | null }
type Actor = { accounts: readonly string[]; permissions: ReadonlySet<string> }

export function fetchBy(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + HOURS_TO_FETCH * HOUR_MS)
}

/** What stands in the table, and what time has made of it. */
export function stateOf({ status, decidedAt }: Pick<Request, 'status' | 'decidedAt'>, now: Date): string {
  const isOpen = status === 'making' || status === 'ready'
  return isOpen && decidedAt && now >= fetchBy(decidedAt) ? 'expired' : status
}

/** Who asks, withdraws and fetches is one person; who decides is another. */
export function abilitiesFor(request: Request, actor: Actor, now: Date) {
  const isOwn = isOneself(actor, request.requestedBy)
  const state = stateOf(request, now)
  return {
    decide: state === 'waiting' && !isOwn && actor.permissions.has('people.approve'),
    withdraw: state === 'waiting' && isOwn,
    fetch: state === 'ready' && isOwn && mayTake(request.paper, actor),
  }
}
