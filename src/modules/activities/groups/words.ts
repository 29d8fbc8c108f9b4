import { refusal } from '#platform/refuse.ts'

export const outsideArea = refusal('groups.outside_area', 403, () => ({
  zh: '这个地点不在您的管理范围内。请选本社区、本街道，或请上级办理。',
  en: 'This place is outside your area. Choose a place of yours or ask the office above.',
}))
export const nameTaken = refusal('groups.name_taken', 409, (p: { name: string }) => ({
  zh: `已有名为“${p.name}”的小组或协会。请换个名称，例如加上社区名。`,
  en: `There is a group called “${p.name}”. Choose another name, for example with its community.`,
}))
export const filingIncomplete = refusal('groups.filing', 422, () => ({
  zh: '已备案或登记的，请填写备案（登记）号；未备案的不要填写。',
  en: 'A filed or registered group has its number; one that is not filed has none.',
}))
export const noSuchSite = refusal('groups.no_such_site', 422, () => ({
  zh: '所选场地或单位不存在或已停用。请重新选择。',
  en: 'The venue or unit is unknown or closed. Choose again.',
}))
export const closed = refusal('groups.closed', 409, (p: { name: string }) => ({
  zh: `“${p.name}”已经解散，不能再办理。`,
  en: `“${p.name}” was dissolved.`,
}))
export const changedMeanwhile = refusal('groups.changed_meanwhile', 409, () => ({
  zh: '刚刚有人修改了这个小组。请刷新后核对再保存；您填写的内容仍在本页。',
  en: 'Somebody changed this group just now. Reload and check before saving; what you typed is still here.',
}))
export const wrongDay = refusal('groups.wrong_day', 422, () => ({
  zh: '日期不能早于成立或加入的日期，也不能晚于今天。请核对。',
  en: 'The day lies before the beginning or after today. Check it.',
}))
