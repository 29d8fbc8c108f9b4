import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import type { Role } from '../rules.ts'
import { roleWords } from '../words.ts'
import type { AreaKind } from './rules.ts'

export const noSuchArea = refusal('grants.no_such_area', 422, () => ({
  zh: '没有找到要授权的地点或单位，它可能已撤销。请重新选择。',
  en: 'The place or unit was not found; it may have been abolished. Choose again.',
}))
const areaWords: Record<AreaKind, Bilingual> = {
  place: { zh: '应授权到地点。请重新选择范围。', en: 'is granted a place. Choose the area again.' },
  unit: { zh: '应授权到单位。请重新选择范围。', en: 'is granted a unit. Choose the area again.' },
  office: {
    zh: '不设管理范围，也看不到任何干部。请不要选择地点或单位。',
    en: 'has no area and sees no cadre. Choose neither a place nor a unit.',
  },
}
export const wrongArea = refusal('grants.wrong_area', 422, (p: { role: Role; needs: AreaKind }) => ({
  zh: `“${roleWords[p.role].zh}”${areaWords[p.needs].zh}`,
  en: `The role “${roleWords[p.role].en}” ${areaWords[p.needs].en}`,
}))
export const otherDuty = refusal('grants.other_duty', 409, (p: { role: Role }) => ({
  zh: `三员分立：这位同志（含其其他账号）同期已是“${roleWords[p.role].zh}”。系统、安全、审计管理员必须是三个不同的人，且都不担任业务角色。请先收回原授权，或改由他人担任。`,
  en: `The three administrators are three people without business roles: this person is a ${roleWords[p.role].en} in that time, in this account or another. Revoke that first or appoint somebody else.`,
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
