import { refusal } from '#platform/refuse.ts'

export const tooManyCodes = refusal('own.too_many_codes', 409, () => ({
  zh: '上门码输错太多次了。请给社区打电话，由工作人员登记。',
  en: 'The code was wrong too many times. Ring the community: a clerk will write it down.',
}))
export const notMate = refusal('own.not_mate', 403, () => ({
  zh: '只能请同队的队友接班。要换给别人，请给社区打电话。',
  en: 'Only somebody of your team can be asked. For anybody else, ring the community.',
}))
