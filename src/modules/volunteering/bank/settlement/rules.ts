export const SETTLEMENT_STATES = ['draft', 'disputed', 'confirmed', 'approved', 'paid'] as const
export type SettlementState = (typeof SETTLEMENT_STATES)[number]
export type SettlementAct = 'confirm' | 'dispute' | 'correct' | 'answer' | 'approve' | 'pay'

const NEXT: Record<SettlementAct, Partial<Record<SettlementState, SettlementState>>> = {
  confirm: { draft: 'confirmed' },
  dispute: { draft: 'disputed' },
  correct: { disputed: 'draft' },
  answer: { disputed: 'draft' },
  approve: { confirmed: 'approved' },
  pay: { approved: 'paid' },
}

/** Where an act leads from a state, if it can be done there. A partner who says nothing within the days agrees: then a draft can be approved too. */
export function afterSettling(
  act: SettlementAct,
  { status, answerBy }: { status: SettlementState; answerBy: string },
  today: string,
): SettlementState | undefined {
  if (act === 'approve' && status === 'draft' && today > answerBy) return 'approved'
  return NEXT[act][status]
}

/** Working days a partner has to answer a statement. */
export const ANSWER_DAYS = 3

/** The first day of the month after this one. */
export function nextMonth(first: string): string {
  const [year = 0, month = 0] = first.split('-').map(Number)
  return `${month === 12 ? year + 1 : year}-${String(month === 12 ? 1 : month + 1).padStart(2, '0')}-01`
}

export type Sums = { opening: number; redeemed: number; reversed: number; paidBefore: number }

/** What stands at the end of the month, and what of it this statement asks to be paid: not what former ones ask for already, and never more than is owed now. */
export function balanceOfStatement(
  sums: Sums,
  { unpaid, owedNow, unpaidNow }: { unpaid: number; owedNow: number; unpaidNow: number },
) {
  const closing = sums.opening + sums.redeemed - sums.reversed - sums.paidBefore
  return { closing, due: Math.max(0, Math.min(closing - unpaid, owedNow - unpaidNow)) }
}

/** What a disputed statement asks for after the books were put right: never more than before, nor than is owed beside what other statements ask. */
export function correctedDue(due: number, { owedNow, unpaidNow }: { owedNow: number; unpaidNow: number }): number {
  return Math.max(0, Math.min(due, owedNow - unpaidNow))
}
