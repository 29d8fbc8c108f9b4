import { refusal } from '#platform/refuse.ts'

export const alreadyOffered = refusal('swaps.already_offered', 409, () => ({
  zh: '这一班已经提出换班，正在等对方答复。请先撤回再换别人。',
  en: 'This turn is already offered to somebody. Withdraw that first.',
}))
export const notNow = refusal('swaps.not_now', 409, () => ({
  zh: '这次换班已经办结或撤回。请刷新页面查看。',
  en: 'This swap is settled or withdrawn. Reload the page.',
}))
export const sameOne = refusal('swaps.same_one', 422, () => ({
  zh: '换班对象就是本人。请另选一位。',
  en: 'That is the same person. Choose somebody else.',
}))
export const begun = refusal('swaps.begun', 409, () => ({
  zh: '班次已经开始，不能再换班。',
  en: 'The shift has begun: it cannot be handed on any more.',
}))
export const notLeader = refusal('swaps.not_leader', 409, () => ({
  zh: '这一位不是这支队伍的队长、副队长，或者就是换班的人。请由别的队长或工作人员决定。',
  en: 'This person does not lead the team, or is one of the two who swap. Another leader or the office decides.',
}))
