import { isOneself } from '#platform/oneself.ts'
export const correctionStates = ['proposed', 'approved', 'refused', 'withdrawn'] as const
export type CorrectionState = (typeof correctionStates)[number]
export const correctionActs = ['approve', 'refuse', 'withdraw'] as const
export type CorrectionAct = (typeof correctionActs)[number]

/** What becomes of a request; nothing that is decided is decided again. 个人信息保护法 第四十六条. */
export const correctionPath: Record<CorrectionState, Partial<Record<CorrectionAct, CorrectionState>>> = {
  proposed: { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
  approved: {},
  refused: {},
  withdrawn: {},
}

type Someone = { accounts: readonly string[]; permissions: ReadonlySet<string> }
type Request = { status: string; requestedBy: string | null }

/** Where an act leads, for this actor: two people decide, and only who asked takes back. */
export function correctionStep(actor: Someone, request: Request, act: CorrectionAct): CorrectionState | null {
  const next = isCorrectionState(request.status) ? (correctionPath[request.status][act] ?? null) : null
  const isOwn = isOneself(actor, request.requestedBy)
  if (act === 'withdraw') return isOwn ? next : null
  return !isOwn && actor.permissions.has('people.approve') ? next : null
}

function isCorrectionState(text: string): text is CorrectionState {
  return correctionStates.some((state) => state === text)
}
