import { refusal } from '#platform/refuse.ts'
import { needStates } from '../codes/index.ts'
import type { NeedState } from './rules.ts'

export const notNow = refusal('needs.not_now', 409, (p: { status: NeedState }) => ({
  zh: `这条需求现在是“${needStates[p.status].zh}”，不能这样办理。请刷新页面，看看是否已有人办过。`,
  en: `This need is now “${needStates[p.status].en}” and this cannot be done. Reload: perhaps somebody has done it.`,
}))
export const changedMeanwhile = refusal('needs.changed_meanwhile', 409, () => ({
  zh: '刚刚有人改过这条需求。请刷新核对后再保存；您填写的内容仍在本页。',
  en: 'Somebody changed this need just now. Reload and check before saving; what you typed is still here.',
}))
export const placeNeeded = refusal('needs.place_needed', 422, () => ({
  zh: '请选择需求所在的社区或楼栋；这位老同志还没有登记住址。',
  en: 'Choose the place of the need: this person has no home on record.',
}))
export const outsideArea = refusal('needs.outside_area', 403, () => ({
  zh: '这个地点不在您的管理范围内。请选本社区、本街道，或请上级登记。',
  en: 'This place is outside your area. Choose a place of yours or ask the office above.',
}))
export const oneHelper = refusal('needs.one_helper', 422, () => ({
  zh: '请选一位志愿者或一支服务队，二者选一。',
  en: 'Choose either one volunteer or one team.',
}))
export const notAVolunteer = refusal('needs.not_a_volunteer', 409, (p: { name: string }) => ({
  zh: `${p.name}还不是在册志愿者，或已退出、离世。请先登记为志愿者，或另选一位。`,
  en: `${p.name} is no active volunteer. Register them first or choose another.`,
}))
export const notThemselves = refusal('needs.not_themselves', 422, () => ({
  zh: '不能把需求派给提出需求的本人。请另选一位。',
  en: 'Nobody is sent to help themselves. Choose another.',
}))
export const beyondStrength = refusal('needs.beyond_strength', 409, (p: { reasons: string; reasonsEn: string }) => ({
  zh: `按量力而行的规定，不宜派这位志愿者：${p.reasons}。请另选一位。`,
  en: `Beyond what the county allows of this volunteer's strength: ${p.reasonsEn}. Choose another.`,
}))
export const consentNeeded = refusal('needs.consent_needed', 409, (p: { reasons: string; reasonsEn: string }) => ({
  zh: `派这位志愿者需要本人或家属同意，并有人陪同：${p.reasons}。请登记同意人和陪同人，或另选一位。`,
  en: `Sending this volunteer needs their or the family's consent and a companion: ${p.reasonsEn}. Enter who consents and who goes along, or choose another.`,
}))
/** Stands in the step that gave the need away, in front of what was noted. */
export function consentNote(by: 'self' | 'family', companion: string): string {
  return `${by === 'self' ? '本人' : '家属'}同意，陪同人：${companion}`
}
export const teamGone = refusal('needs.team_gone', 409, () => ({
  zh: '这支队伍已经解散。请另选一支。',
  en: 'This team has been dissolved. Choose another.',
}))
export const holdsId = refusal('needs.holds_id_number', 422, () => ({
  zh: '内容里有身份证号码，没有保存。请删去号码：需求会给办理的人看，写清需要什么帮助就行。',
  en: 'The words hold an identity number and were not saved. Take the number out: those who help will read them, and what help is needed is enough.',
}))
export const notLiving = refusal('needs.not_living', 409, () => ({
  zh: '这位老同志已登记离世或迁出，不能再登记需求。请核对姓名。',
  en: 'This person is registered as deceased or moved away. Check the name.',
}))
