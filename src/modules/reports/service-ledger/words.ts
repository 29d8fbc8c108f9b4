import { refusal } from '#platform/refuse.ts'

export const notOver = refusal('service_ledger.not_over', 409, (p: { month: string }) => ({
  zh: `${p.month} 还没有结束，月末以后才能结账。`,
  en: `${p.month} is not over: it is closed after its last day.`,
}))
export const closedBefore = refusal('service_ledger.closed_before', 409, (p: { month: string }) => ({
  zh: `${p.month} 的台账已经结账。之后的更正记在台账中，不改结账数。`,
  en: `${p.month} is closed. What is put right later shows in the book and leaves the closed figures as they are.`,
}))
export const outsideArea = refusal('service_ledger.outside_area', 403, () => ({
  zh: '这个地方不在您的管理范围内，不能为它结账。请选择您负责的街道、社区。',
  en: 'This place is outside your area: close the book of a street or community of yours.',
}))

export const bookTitle = { zh: '志愿服务台账', en: 'Ledger of service' }
