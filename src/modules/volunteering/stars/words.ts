import { refusal } from '#platform/refuse.ts'

export const notReached = refusal('stars.not_reached', 409, (p: { name: string; level: number; hours: number }) => ({
  zh: `${p.name}的有效服务时长是 ${p.hours} 小时，还不到 ${p.level} 星的标准。`,
  en: `${p.name} has ${p.hours} valid hours: not enough for ${p.level} stars.`,
}))
export const publishedBefore = refusal('stars.published_before', 409, (p: { name: string }) => ({
  zh: `${p.name}的这个星级已经公示或评定。请刷新页面查看。`,
  en: `This star of ${p.name} was published before. Reload the page.`,
}))
export const stillPublic = refusal('stars.still_public', 409, (p: { until: string }) => ({
  zh: `公示还没有期满，${p.until} 结束，之后才能评定。`,
  en: `The publicity period runs to the end of ${p.until}; stars are awarded after it.`,
}))
export const objections = refusal('stars.objections', 409, (p: { count: number }) => ({
  zh: `还有 ${p.count} 条异议没有答复，答复后才能评定。`,
  en: `${p.count} objections are not answered yet.`,
}))
export const settled = refusal('stars.settled', 409, () => ({
  zh: '这项星级已经评定或撤下，不能再这样办理。请刷新页面查看。',
  en: 'This star is awarded or withdrawn. Reload the page.',
}))
export const answeredBefore = refusal('stars.answered_before', 409, () => ({
  zh: '这条异议已经答复。请刷新页面查看。',
  en: 'This objection was answered before. Reload the page.',
}))
export const ownObjection = refusal('stars.own_objection', 409, () => ({
  zh: '登记异议的人不能自己答复，请由另一位工作人员核实答复。',
  en: 'Who entered the objection does not answer it: somebody else does.',
}))
export const schemeOfPast = refusal('stars.scheme_of_past', 422, () => ({
  zh: '新标准只能从今天或以后开始执行，过去的评定不受影响。',
  en: 'A new scheme begins today or later; what was awarded before stays.',
}))
