import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import type { FigureKey } from './rules.ts'

export const notOver = refusal('need_ledger.not_over', 409, (p: { month: string }) => ({
  zh: `${p.month} 还没有过完，月末之后才能结账。`,
  en: `${p.month} is not over: a month is closed after its end.`,
}))
export const closedBefore = refusal('need_ledger.closed_before', 409, (p: { month: string }) => ({
  zh: `${p.month} 已经结账，没有重复办理。`,
  en: `${p.month} was closed before; nothing was done twice.`,
}))
export const outsideArea = refusal('need_ledger.outside_area', 403, () => ({
  zh: '只能为自己管理范围内的台账结账。请选本社区、本街道，或请上级办理。',
  en: 'Only the book of your own area can be closed by you. Choose a place of yours or ask the office above.',
}))

export const title: Bilingual = { zh: '社区需求台账', en: 'Ledger of needs' }

export const figureWords: Record<FigureKey, Bilingual> = {
  carried: { zh: '上月结转', en: 'Carried over' },
  raised: { zh: '本月新增', en: 'Raised' },
  closed: { zh: '办结', en: 'Closed' },
  declined: { zh: '未受理', en: 'Declined' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  left: { zh: '转下月', en: 'Left' },
  overdue: { zh: '超期未派', en: 'Overdue' },
}

export const columnWords = {
  number: { zh: '编号', en: 'Number' },
  raisedOn: { zh: '登记日期', en: 'Raised' },
  name: { zh: '为谁', en: 'For whom' },
  community: { zh: '社区', en: 'Community' },
  kind: { zh: '类别', en: 'Kind' },
  words: { zh: '需要什么帮助', en: 'What is needed' },
  helper: { zh: '谁来帮', en: 'Who helps' },
  status: { zh: '月末状态', en: 'At month’s end' },
  endedOn: { zh: '办结日期', en: 'Ended' },
} as const satisfies Record<string, Bilingual>
export const house: Bilingual = { zh: '本楼（片）', en: 'The house' }
