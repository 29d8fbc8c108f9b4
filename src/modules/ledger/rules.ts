/** Time is kept in minutes, so that a quarter of an hour is a whole number. */
export type LedgerUnit = 'minutes' | 'points'
export type AccountKind = 'wallet' | 'issue' | 'payable' | 'settled' | 'pool' | 'expired'
export type Account = { kind: AccountKind; owner?: string | undefined }
export type TransferCode =
  | 'earn'
  | 'award'
  | 'redeem'
  | 'gift'
  | 'donate'
  | 'grant'
  | 'inherit'
  | 'expire'
  | 'pay'
  | 'merge'

/** One business event as the books see it. `id` comes from whoever asks, so that asking again does nothing twice. */
export type Transfer = {
  id: string
  unit: LedgerUnit
  from: Account
  to: Account
  amount: number
  code: TransferCode
  /** What happened: an attendance, a redemption. It moves one unit once under one code. */
  ref: { kind: string; id: string }
  reason?: string | undefined
  approvedBy?: string | undefined
}
export type Ending = { id: string; holdId: string }
export type Reversal = { id: string; transferId: string; reason: string; approvedBy?: string | undefined }

export type Balance = { total: number; held: number; free: number; isFrozen: boolean }
export type StatementLine = {
  id: string
  at: string
  code: TransferCode | 'reverse'
  refKind: string
  refId: string
  reason: string | null
  createdBy: string | null
  /** More than 0 came in, less went out. */
  amount: number
  after: number
  /** Undone by a later line. */
  isReversed: boolean
}

/** What is held still belongs to the account and cannot be given twice. */
export function freeOf({ debits, credits, held }: { debits: number; credits: number; held: number }) {
  const total = credits - debits
  return { total, held, free: total - held }
}
