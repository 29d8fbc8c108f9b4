import { refusal } from '#platform/refuse.ts'

export const linkedBefore = refusal('groups.linked_before', 409, () => ({
  zh: '这次活动已经记在这个小组名下。',
  en: 'This gathering is the group’s already.',
}))
export const notLinked = refusal('groups.not_linked', 409, () => ({
  zh: '这次活动没有记在这个小组名下。请刷新。',
  en: 'This gathering is not the group’s. Reload.',
}))
export const cancelledGathering = refusal('groups.cancelled_gathering', 409, () => ({
  zh: '这次活动已经取消，不能记入。',
  en: 'This gathering was cancelled.',
}))
