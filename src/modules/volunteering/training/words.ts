import { refusal } from '#platform/refuse.ts'

export const outsideArea = refusal('training.outside_area', 403, () => ({
  zh: '这个地点不在您的管理范围内。请选本社区、本街道，或请上级登记。',
  en: 'This place is outside your area. Choose a place of yours or ask the office above.',
}))
export const notYet = refusal('training.not_yet', 422, () => ({
  zh: '培训日期还没有到，办完再登记。',
  en: 'The day has not come yet: record a training after it was held.',
}))
export const notThere = refusal('training.not_there', 409, () => ({
  zh: '这位学员不在名单里，或已经更正过。请刷新页面查看。',
  en: 'This person is not on the list, or was struck before. Reload the page.',
}))
