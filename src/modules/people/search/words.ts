import { refusal } from '#platform/refuse.ts'
import { HOURLY_VIEWED } from '../record/reveal/rules.ts'

export const badFilter = refusal('people.bad_filter', 422, (p: { field: string; op: string }) => ({
  zh: `筛选条件“${p.field} ${p.op}”不能这样用。请删掉这一条或换一种比较方式。`,
  en: `The filter "${p.field} ${p.op}" cannot be used like this. Remove it or choose another comparison.`,
}))
export const notYourView = refusal('people.not_your_view', 403, () => ({
  zh: '这个视图是别人共享的，只能由保存它的人删除。',
  en: 'This view was shared by somebody else; only its owner can remove it.',
}))
export const tooManyViewed = refusal('people.too_many_viewed', 429, () => ({
  zh: `您一小时内在名册里查看健康等敏感内容已满 ${HOURLY_VIEWED} 人，暂时不能再看，这次也已记入审计。请去掉这些栏目；确需成批使用，请申请导出，由另一人同意。`,
  en: `The lists showed you sensitive words of ${HOURLY_VIEWED} people within an hour; no more for now, and this is audited. Take those columns away, or ask for an export that another person agrees to.`,
}))
