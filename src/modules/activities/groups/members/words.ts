import { refusal } from '#platform/refuse.ts'

export const memberBefore = refusal('groups.member_before', 409, () => ({
  zh: '这位老同志已经是成员。',
  en: 'They are a member already.',
}))
export const notMember = refusal('groups.not_member', 409, () => ({
  zh: '这位老同志不是现在的成员。请刷新名单。',
  en: 'They are not a member now. Reload the list.',
}))
export const notLiving = refusal('groups.not_living', 409, () => ({
  zh: '只有在册的老同志可以加入。',
  en: 'Only people who live in the county join.',
}))
export const stillOfficer = refusal('groups.still_officer', 409, () => ({
  zh: '这位老同志还在任期内。请先办理卸任，再退出。',
  en: 'They hold a post. End the term first.',
}))
export const nobodyToInvite = refusal('groups.nobody_to_invite', 409, () => ({
  zh: '没有可以邀请的人：本地没有登记这些爱好的非成员，或小组没有填写爱好。',
  en: 'Nobody to invite: no one of this place likes what the group does and is not a member, or its interests are not filled in.',
}))
