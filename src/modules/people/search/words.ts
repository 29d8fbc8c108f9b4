import { refusal } from '#platform/refuse.ts'

export const badFilter = refusal('people.bad_filter', 422, (p: { field: string; op: string }) => ({
  zh: `筛选条件“${p.field} ${p.op}”不能这样用。请删掉这一条或换一种比较方式。`,
  en: `The filter "${p.field} ${p.op}" cannot be used like this. Remove it or choose another comparison.`,
}))
export const notYourView = refusal('people.not_your_view', 403, () => ({
  zh: '这个视图是别人共享的，只能由保存它的人删除。',
  en: 'This view was shared by somebody else; only its owner can remove it.',
}))
