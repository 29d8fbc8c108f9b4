import { refusal } from '#platform/refuse.ts'

export const monthNotOver = refusal('notices.month_not_over', 409, () => ({
  zh: '这个月还没有结束，不能公示。请在下月一日以后办理。',
  en: 'This month is not over. Publish it from the first of the next.',
}))
export const nothingMoved = refusal('notices.nothing_moved', 409, () => ({
  zh: '这个月这里没有人入账、兑换或捐赠，不需要公示。请核对月份和地点。',
  en: 'Nobody there earned, redeemed or donated anything in this month. Check the month and the place.',
}))
export const publishedBefore = refusal('notices.published_before', 409, () => ({
  zh: '这个地方这个月已经公示。有错的请先撤下原公示，写明原因，再重新公示。',
  en: 'This month is published for this place. If it is wrong, withdraw that notice with the reason first.',
}))
export const noIssuer = refusal('notices.no_issuer', 409, () => ({
  zh: '还没有设定公示单位或联系电话。请先在“本县设置”中填写老干部局和电话，群众有疑问才知道找谁。',
  en: 'Who publishes and where to call is not set: fill in the bureau and its telephone under the county’s settings.',
}))
export const outsideArea = refusal('notices.outside_area', 403, () => ({
  zh: '这个地方不全在您负责的范围内，不能由您公示。请改选您负责的地方。',
  en: 'This place is not wholly in your area. Choose one that is.',
}))
export const withdrawnBefore = refusal('notices.withdrawn_before', 409, () => ({
  zh: '这份公示已经撤下。请刷新页面查看。',
  en: 'This notice is withdrawn already. Reload the page.',
}))
export const over = refusal('notices.over', 409, () => ({
  zh: '这份公示已经撤下或期满，不再登记异议。有疑问请按来信来访办理。',
  en: 'This notice is withdrawn or over; objections are no longer entered here.',
}))
export const answeredBefore = refusal('notices.answered_before', 409, () => ({
  zh: '这条异议已经答复。请刷新页面查看。',
  en: 'This objection was answered before. Reload the page.',
}))
export const ownQuestion = refusal('notices.own_question', 409, () => ({
  zh: '登记异议的人不能自己答复，请由另一位工作人员核实答复。',
  en: 'Who entered the objection does not answer it: somebody else does.',
}))
export const unknown = refusal('notices.unknown', 404, () => ({
  zh: '没有这份公示。请核对网址，或向张贴公示的单位询问。',
  en: 'There is no such notice. Check the address, or ask the office that posted it.',
}))
export const namedBefore = refusal('notices.naming_unchanged', 409, () => ({
  zh: '已经是这样登记的。请刷新页面查看。',
  en: 'It is entered like this already. Reload the page.',
}))
