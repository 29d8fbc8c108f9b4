import { refusal } from '#platform/refuse.ts'

export const askedBefore = refusal('bank.asked_before', 409, () => ({
  zh: '已经提出过申请，正在等第二人决定。',
  en: 'This was asked for and waits for a second person.',
}))
export const ownRequest = refusal('bank.own_request', 403, () => ({
  zh: '需要另一个人决定，提出申请的人不能自己同意。',
  en: 'A second person must decide; whoever asked cannot.',
}))
export const decidedBefore = refusal('bank.decided_before', 409, () => ({
  zh: '这项申请已经决定过。请刷新页面查看结果。',
  en: 'This was decided before. Reload the page to see how.',
}))
