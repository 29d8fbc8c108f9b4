import { refusal } from '#platform/refuse.ts'

export const reversedBefore = refusal('service.reversed_before', 409, () => ({
  zh: '这条服务记录已经冲正，或正在等另一人复核冲正。',
  en: 'This record is reversed, or its reversal waits for a second person.',
}))
export const secondPerson = refusal('service.second_person', 409, () => ({
  zh: '冲正要由另一位工作人员复核，不能由提出人自己复核。',
  en: 'Who asked for the reversal cannot decide on it: a second person does.',
}))
export const decidedBefore = refusal('service.decided_before', 409, () => ({
  zh: '这项冲正申请已经办结。请刷新页面查看。',
  en: 'This request was decided on before. Reload the page.',
}))
export const outsideArea = refusal('service.outside_area', 403, () => ({
  zh: '这条服务记录不在您的管理范围内。请由服务所在社区、街道办理。',
  en: 'This record is outside your area: the community or street it lies in sees to it.',
}))
