import { isOneself } from '#platform/oneself.ts'
export const erasureStates = ['requested', 'erased', 'restricted', 'refused', 'withdrawn', 'lifted'] as const
export type ErasureState = (typeof erasureStates)[number]
export const erasureActs = ['approve', 'refuse', 'withdraw', 'finish', 'lift'] as const
export type ErasureAct = (typeof erasureActs)[number]
export const erasureGrounds = ['purpose_ended', 'retention_over', 'consent_withdrawn', 'unlawful'] as const
export type ErasureGround = (typeof erasureGrounds)[number]

/** What becomes of a request. `approve` leads to `restricted` instead where law still keeps the record: 个人信息保护法 第四十七条第二款. */
export const erasurePath: Record<ErasureState, Partial<Record<ErasureAct, ErasureState>>> = {
  requested: { approve: 'erased', refuse: 'refused', withdraw: 'withdrawn' },
  restricted: { finish: 'erased', lift: 'lifted' },
  erased: {},
  refused: {},
  withdrawn: {},
  lifted: {},
}

type Someone = { accounts: readonly string[]; permissions: ReadonlySet<string> }
type Request = { status: string; requestedBy: string | null; kept: readonly KeepReason[] }

/** Where an act leads, for this actor: two people erase, only who asked takes back, and nothing that law keeps is destroyed. */
export function erasureStep(actor: Someone, request: Request, act: ErasureAct): ErasureState | null {
  const state = erasureStates.find((one) => one === request.status)
  const next = state ? (erasurePath[state][act] ?? null) : null
  const isOwn = isOneself(actor, request.requestedBy)
  if (act === 'withdraw') return isOwn ? next : null
  if (isOwn || !actor.permissions.has('people.approve')) return null
  if (act === 'approve' && next && request.kept.length) return 'restricted'
  return act === 'finish' && request.kept.length ? null : next
}

export const keepReasons = ['duty', 'retention', 'vouchers'] as const
export type KeepReason = (typeof keepReasons)[number]

export type Facts = {
  ground: ErasureGround
  status: string
  kind: string | null
  /** The day of death, as well as it is known. */
  diedOn: string | null
  bereavementPaidOn: string | null
  today: string
}

/** 国家档案局令第8号 gives personnel papers a term of ten years, 财政部、国家档案局令第79号 vouchers one of thirty. */
const RETENTION_YEARS = 10
const VOUCHER_YEARS = 30
const SERVED = new Set(['lixiu', 'tuixiu', 'survivor'])

/** The bureau serves living cadres by duty (个人信息保护法 第十三条第一款第三项); a record never lawful is kept by no duty, but paid money has its vouchers all the same. */
export function keptBecause(facts: Facts): KeepReason[] {
  const isUnlawful = facts.ground === 'unlawful'
  const reasons: KeepReason[] = []
  if (!isUnlawful && facts.status === 'living' && facts.kind !== null && SERVED.has(facts.kind)) reasons.push('duty')
  if (!isUnlawful && facts.status === 'deceased' && isWithin(facts.diedOn, RETENTION_YEARS, facts.today))
    reasons.push('retention')
  if (facts.bereavementPaidOn && isWithin(facts.bereavementPaidOn, VOUCHER_YEARS, facts.today)) reasons.push('vouchers')
  return reasons
}

/** A date known to its year alone counts as the end of that year, and one that nobody knows as today: in doubt a record is kept. */
function isWithin(date: string | null, years: number, today: string): boolean {
  if (!date) return true
  const year = Number(date.slice(0, 4)) + years
  const rest = date.length >= 10 ? date.slice(4, 10) : '-12-31'
  return today <= `${year}${rest}`
}
