import { refusal } from '#platform/refuse.ts'
import type { Role } from '../rules.ts'
import { roleWords } from '../words.ts'

export const outsideOwnArea = refusal('grants.outside_own_area', 403, (p: { name: string }) => ({
  zh: `“${p.name}”不在您自己的管理范围内，不能授权给他人。请联系县级管理员。`,
  en: `“${p.name}” is outside your own area, so you cannot grant it. Ask the county administrator.`,
}))
export const noSuchArea = refusal('grants.no_such_area', 422, () => ({
  zh: '没有找到要授权的地点或单位，它可能已撤销。请重新选择。',
  en: 'The place or unit was not found; it may have been abolished. Choose again.',
}))
export const wrongArea = refusal('grants.wrong_area', 422, (p: { role: Role; needs: 'place' | 'unit' }) => ({
  zh: `“${roleWords[p.role].zh}”应授权到${p.needs === 'place' ? '地点' : '单位'}。请重新选择范围。`,
  en: `A ${roleWords[p.role].en} is granted a ${p.needs}. Choose the area again.`,
}))
export const daysOutOfOrder = refusal('grants.days_out_of_order', 422, () => ({
  zh: '截止日期早于开始日期或今天。请改正日期。',
  en: 'The last day lies before the first day or before today. Correct the days.',
}))
export const otherRole = refusal('grants.other_role', 409, (p: { role: Role }) => ({
  zh: `该账号同期已是“${roleWords[p.role].zh}”。一个账号同期只担任一种角色，以免一种角色的权限用到另一种角色的范围；请先收回原授权，或另开账号。`,
  en: `This account is a ${roleWords[p.role].en} in that time. One account has one role at a time, or the rights of one would reach the area of the other: revoke first or open another account.`,
}))
export const alreadyGranted = refusal('grants.already', 409, (p: { name: string }) => ({
  zh: `该账号在“${p.name}”已有同样的授权，没有重复添加。`,
  en: `The account has this grant over “${p.name}” already; nothing was added.`,
}))
export const alreadyRevoked = refusal('grants.already_revoked', 409, () => ({
  zh: '这项授权已经收回。',
  en: 'This grant was revoked before.',
}))
