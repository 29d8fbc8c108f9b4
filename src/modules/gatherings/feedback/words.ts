import { refusal } from '#platform/refuse.ts'

export const wasNotThere = refusal('feedback.not_there', 409, () => ({
  zh: '考勤中没有这位老同志到场的登记，不能评价。考勤有误请先更正。',
  en: 'The sheet does not say that this person was there. Put the attendance right first.',
}))
export const givenBefore = refusal('feedback.before', 409, () => ({
  zh: '这位老同志已经评价过这次活动，没有重复登记。',
  en: 'This person has already said what they think; nothing was entered twice.',
}))
export const tooLateToSay = refusal('feedback.too_late', 409, () => ({
  zh: '活动结束已经超过一个月，不能再评价或修改。有话要说，请给社区打电话。',
  en: 'It ended more than a month ago and can no longer be judged or changed here. If there is something to say, ring the community.',
}))
