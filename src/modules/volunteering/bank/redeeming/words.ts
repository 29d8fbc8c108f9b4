import { refusal } from '#platform/refuse.ts'
import { redemptionStates } from '../codes/index.ts'

const stateOf = (status: string, lang: 'zh' | 'en') =>
  Object.entries(redemptionStates).find(([key]) => key === status)?.[1][lang] ?? status

export const keyUsed = refusal('bank.key_used', 422, () => ({
  zh: '这个办理编号已用于另一笔兑换。请刷新页面后重新办理。',
  en: 'This number of an act belongs to another redemption. Reload the page and do it again.',
}))
export const notLiving = refusal('bank.not_living', 409, () => ({
  zh: '这位老同志已登记离世，积分已冻结，请按继承办理。',
  en: 'This person is registered as deceased; the points are frozen and go to the heirs.',
}))
export const soldOut = refusal('bank.sold_out', 409, () => ({
  zh: '这项兑换已经没有了，或商户暂停兑换。积分没有扣减，请看看别的。',
  en: 'There is none left of this, or the partner has paused. No points were taken; look at something else.',
}))
export const dayLimit = refusal('bank.day_limit', 409, (p: { points: number }) => ({
  zh: `一天最多兑换 ${p.points} 分，今天已到限额。积分没有扣减，请明天再来。`,
  en: `At most ${p.points} points a day, and today's are used. No points were taken; come back tomorrow.`,
}))
export const monthLimit = refusal('bank.month_limit', 409, (p: { count: number }) => ({
  zh: `这项兑换每人每月最多 ${p.count} 份，本月已兑完。积分没有扣减。`,
  en: `At most ${p.count} of these a month for each person, and this month's are used. No points were taken.`,
}))
export const noSuchRedemption = refusal('bank.no_such_redemption', 404, () => ({
  zh: '没有找到这笔兑换。请回到“我的积分”重新查看。',
  en: 'This redemption was not found. Go back to the points and look again.',
}))
export const notWaiting = refusal('bank.not_waiting', 409, (p: { status: string }) => ({
  zh: `这笔兑换现在是“${stateOf(p.status, 'zh')}”，不能再办理。没有重复扣分。`,
  en: `This redemption is now “${stateOf(p.status, 'en')}” and takes no more acts. Nothing was taken twice.`,
}))
export const handedOver = refusal('bank.handed_over', 409, () => ({
  zh: '东西已经领走，不能撤销。如果有问题，请找社区工作人员办理退回。',
  en: 'The goods were handed over, so it cannot be undone. If something is wrong, ask the community to return it.',
}))
export const tooLate = refusal('bank.too_late', 409, (p: { at: string }) => ({
  zh: '已超过十分钟，不能自己撤销了。不去领取的话，领取码到期后积分会自动退回；也可以请社区工作人员办理。',
  en: `Ten minutes have passed, so it cannot be undone here. If it is not collected the points come back by themselves at ${p.at}; the community can help too.`,
}))
export const wrongCode = refusal('bank.wrong_code', 404, () => ({
  zh: '没有找到这个领取码。请核对八位数字，或请老人重新打开兑换页面。',
  en: 'No redemption waits under this code. Check the eight digits, or ask for the page with the code again.',
}))
export const tooManyCodes = refusal('bank.too_many_codes', 429, () => ({
  zh: '输错的领取码太多，请过十分钟再试，或联系社区。',
  en: 'Too many wrong codes. Try again in ten minutes or call the community.',
}))
export const notHandedOver = refusal('bank.not_handed_over', 409, () => ({
  zh: '只有已领取的兑换才能冲正。请刷新页面核对。',
  en: 'Only what was handed over can be reversed. Reload the page and check.',
}))
export const inSettlement = refusal('bank.in_settlement', 409, () => ({
  zh: '这家商户的应付积分已列入待付款的结算单，不够冲正。请付款后、商户有新的核销时再办理。',
  en: 'What this partner is owed stands in a statement that waits for payment. Reverse it when newer redemptions cover it.',
}))
