import type { FindingKind, Numbers } from './limits.ts'

/** What the books say of one redemption. Instants are milliseconds. */
export type RedemptionTrace = {
  id: string
  personId: string
  partnerId: string
  partnerKind: string
  points: number
  status: 'reserved' | 'handed_over' | 'undone' | 'expired'
  onBehalf: 'self' | 'family' | 'clerk'
  by: string | null
  handedBy: string | null
  at: number
  handedAt: number | null
  /** The day its person died, where that is known to the day. */
  diedOn: string | null
}
export type ServiceTrace = {
  id: string
  personId: string
  minutes: number
  at: number
  /** Who entered it afterwards. */
  lateBy: string | null
  approvedBy: string | null
  /** The one account that alone saw it begin and end and confirmed it. */
  wordOf: string | null
  diedOn: string | null
}
/** A gift from one person's wallet to another's. */
export type GiftTrace = { id: string; personId: string; takerId: string; points: number; at: number }

/** A code that was typed at a counter and waited for nobody there. */
export type CodeTrace = { id: string; partnerId: string; at: number }

export type Traces = {
  redemptions: readonly RedemptionTrace[]
  services: readonly ServiceTrace[]
  gifts: readonly GiftTrace[]
  codes: readonly CodeTrace[]
  /** Only what reaches into the time from here on is found; what was before says what is usual. */
  since: number
}

export type What = 'redemption' | 'service' | 'gift' | 'code'
/** A wrong code is nobody's. */
export type Basis = { what: What; id: string; personId: string | null; at: number }
export type Subject = { kind: 'person' | 'partner' | 'account'; id: string }
export type Hit = { subject: Subject; rows: readonly Basis[]; usual?: number | null }
/** What a rule is given: traces that nobody has judged under it, and with those that were judged harmless what says what is usual. */
export type Open = Traces & { history: readonly RedemptionTrace[] }
export type Rule = (traces: Open, numbers: Required<Numbers>) => Hit[]
export type Found = Hit & { kind: FindingKind }
