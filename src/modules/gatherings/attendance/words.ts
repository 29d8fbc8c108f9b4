import { refusal } from '#platform/refuse.ts'

export const strangers = refusal('attendance.strangers', 422, (p: { count: number }) => ({
  zh: `有 ${p.count} 人不在您的管理范围内，整张考勤没有保存。请核对名单后再提交。`,
  en: `${p.count} people are outside your area; nothing of the sheet was saved. Check the list and send it again.`,
}))
export const nobodyMarked = refusal('attendance.nobody', 409, () => ({
  zh: '还没有登记任何人到场。请先登记考勤；活动没有办成请用“取消”。',
  en: 'Nobody is marked yet. Mark who came; if it did not take place, cancel it.',
}))
export const unchanged = refusal('attendance.unchanged', 409, () => ({
  zh: '更正的内容与原来的登记相同，没有改动。',
  en: 'The correction says what stands there already; nothing was changed.',
}))
