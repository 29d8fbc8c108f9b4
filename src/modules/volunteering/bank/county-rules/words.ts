import { refusal } from '#platform/refuse.ts'

export const inThePast = refusal('bank.rule_in_the_past', 422, () => ({
  zh: '规则从今天或以后施行：以前挣的、兑的按当时的规则，不改。请改施行日期。',
  en: 'Rules hold from today or later: what was earned before keeps the rules of its day. Change the day.',
}))
export const daySet = refusal('bank.rule_day_set', 409, () => ({
  zh: '这一天已经有一套规则。请改施行日期。',
  en: 'There are rules from this day already. Change the day.',
}))
export const noUsualRate = refusal('bank.no_usual_rate', 422, () => ({
  zh: '请填写“每半小时积分（其他服务）”，没有单列的服务按它计。',
  en: 'Fill in “Points for half an hour (every other service)”: it holds for kinds without a rate of their own.',
}))
export const budgetSpent = refusal('bank.budget_spent', 409, (p: { issued: number }) => ({
  zh: `这一年已经发行 ${p.issued} 分，核定数不能比它少。请在“志愿服务银行 · 年度积分”里核对。`,
  en: `${p.issued} points were issued in this year; the budget cannot be less. See “Service bank · Points of the year”.`,
}))
