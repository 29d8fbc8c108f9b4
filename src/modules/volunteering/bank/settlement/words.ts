import { refusal } from '#platform/refuse.ts'

export const settlementStates = {
  draft: { zh: '待商户确认', en: 'Waits for the partner' },
  disputed: { zh: '商户有异议', en: 'Disputed' },
  confirmed: { zh: '商户已确认', en: 'Confirmed' },
  approved: { zh: '已审核，待付款', en: 'Approved, to be paid' },
  paid: { zh: '已付款', en: 'Paid' },
} as const

export const monthNotOver = refusal('bank.month_not_over', 409, () => ({
  zh: '这个月还没有结束，不能结算。请在下月一日以后办理。',
  en: 'This month is not over. Draw up its settlements from the first of the next.',
}))
export const notNow = refusal('bank.settlement_not_now', 409, (p: { status: string }) => ({
  zh: `这张结算单现在是“${wordOf(p.status, 'zh')}”，不能这样办理。请刷新页面核对。`,
  en: `This settlement is now “${wordOf(p.status, 'en')}”, so this cannot be done. Reload the page and check.`,
}))
export const ownDraft = refusal('bank.own_draft', 403, () => ({
  zh: '需要另一个人审核，生成结算单的人不能自己审核。',
  en: 'A second person must approve; whoever drew it up cannot.',
}))

export const outcomes = {
  corrected: { zh: '已更正，请核对后确认', en: 'Corrected; please check and confirm' },
  rejected: { zh: '未采纳', en: 'Not accepted' },
} as const

export const nothingCorrected = refusal('bank.nothing_corrected', 409, () => ({
  zh: '账上没有变化，没有可以更正的。请先在兑换记录里把有误的那一笔冲正，再来更正；核对无误的，请写明理由答复“未采纳”。',
  en: 'Nothing has changed in the books. Reverse the redemption that is wrong first and then correct; if the statement is right, answer with the reason.',
}))
export const correctFirst = refusal('bank.correct_first', 409, () => ({
  zh: '有争议的核销已经冲正，这张结算单多列了积分。请选“更正”，不要按原数答复。',
  en: 'What was disputed has been reversed, so this statement asks for too much. Correct it instead of answering with the old sums.',
}))

function wordOf(status: string, lang: 'zh' | 'en'): string {
  return Object.entries(settlementStates).find(([key]) => key === status)?.[1][lang] ?? status
}
