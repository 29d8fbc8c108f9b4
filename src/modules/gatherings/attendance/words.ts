import { refusal } from '#platform/refuse.ts'

export const strangers = refusal('attendance.strangers', 422, (p: { count: number; people: readonly string[] }) => ({
  zh: `有 ${p.count} 人没有报名、也不在您的管理范围内，整张考勤没有保存。请移出标出的人后再保存，其余的登记都还在。`,
  en: `${p.count} people neither signed up nor are in your area; nothing of the sheet was saved. Take those marked off the list and save again: the other marks are still here.`,
}))
export const tooLong = refusal('attendance.too_long', 422, (p: { minutes: number; length: number }) => ({
  zh: `登记了 ${p.minutes} 分钟，这次活动一共 ${p.length} 分钟。请填不超过活动时长的分钟数；活动延长了请先修改活动时间。`,
  en: `${p.minutes} minutes were entered, and the gathering lasts ${p.length}. Enter no more than that; if it went on longer, change its times first.`,
}))
export const notLiving = refusal('attendance.not_living', 422, (p: { count: number; people: readonly string[] }) => ({
  zh: `有 ${p.count} 人在活动以前已登记离世，整张考勤没有保存。请移出标出的人后再保存；离世登记错了，请先在个人页撤销。`,
  en: `${p.count} people are recorded as deceased before the gathering; nothing of the sheet was saved. Take those marked off the list, or first take back a death recorded by mistake.`,
}))
export const nobodyMarked = refusal('attendance.nobody', 409, () => ({
  zh: '还没有登记任何人到场。请先登记考勤；活动没有办成请用“取消”。',
  en: 'Nobody is marked yet. Mark who came; if it did not take place, cancel it.',
}))
export const unchanged = refusal('attendance.unchanged', 409, () => ({
  zh: '更正的内容与原来的登记相同，没有改动。',
  en: 'The correction says what stands there already; nothing was changed.',
}))
