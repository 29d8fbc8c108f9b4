import { refusal } from '#platform/refuse.ts'

export const decided = refusal('requests.decided', 409, () => ({
  zh: '这份申请已经办结，没有重复办理。请刷新页面查看结果。',
  en: 'This request was decided before; nothing was done again. Reload the page to see how.',
}))
export const ownRequest = refusal('requests.own', 403, () => ({
  zh: '不能审批自己提出的申请。请由另一位安全管理员办理。',
  en: 'Nobody decides their own request. Ask another security administrator.',
}))
export const otherName = refusal('requests.other_name', 409, (p: { name: string }) => ({
  zh: `这个手机号已登记在“${p.name}”名下。一个手机号只对应一个人；请核对姓名或手机号。`,
  en: `This mobile number belongs to ${p.name}. One number is one person: check the name or the number.`,
}))
export const areaNeeded = refusal('requests.area_needed', 422, () => ({
  zh: '业务角色请至少选择一个地点或单位作为管理范围；三员不设管理范围。',
  en: 'A role that works with people needs at least one place or unit; the three administrators have none.',
}))
