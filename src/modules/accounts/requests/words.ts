import { refusal } from '#platform/refuse.ts'

export const decided = refusal('requests.decided', 409, () => ({
  zh: '这份申请已经办结，没有重复办理。请刷新页面查看结果。',
  en: 'This request was decided before; nothing was done again. Reload the page to see how.',
}))
export const ownRequest = refusal('requests.own', 403, () => ({
  zh: '不能审批自己提出的申请。请由另一位安全管理员办理。',
  en: 'Nobody decides their own request. Ask another security administrator.',
}))
export const alreadyAsked = refusal('requests.already_asked', 409, () => ({
  zh: '这件事已经有人申请，正在等待审批。请到“账号申请”查看。',
  en: 'This was asked for already and waits to be decided. Look under “Account requests”.',
}))
export const samePerson = refusal('requests.same_person', 403, () => ({
  zh: '申请人和审批人必须是两个人，也都不能是这个账号的本人（同一手机号即同一个人）。请由另一位管理员办理。',
  en: 'Who asks and who decides are two people, and neither is the account’s own holder (one mobile number is one person). Ask another administrator.',
}))
export const otherName = refusal('requests.other_name', 409, (p: { name: string }) => ({
  zh: `这个手机号已登记在“${p.name}”名下。一个手机号只对应一个人；请核对姓名或手机号。`,
  en: `This mobile number belongs to ${p.name}. One number is one person: check the name or the number.`,
}))
export const areaNeeded = refusal('requests.area_needed', 422, () => ({
  zh: '业务角色请至少选择一个地点或单位作为管理范围；三员不设管理范围。',
  en: 'A role that works with people needs at least one place or unit; the three administrators have none.',
}))
