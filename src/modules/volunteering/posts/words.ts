import { refusal } from '#platform/refuse.ts'

export const wrongPlace = refusal('posts.wrong_place', 422, (p: { level: 'building' | 'entrance' }) => ({
  zh: p.level === 'building' ? '楼长要设在一栋楼上。请选择楼栋。' : '单元长要设在一个单元上。请选择单元。',
  en:
    p.level === 'building' ? 'The head of a building needs a building.' : 'The head of an entrance needs an entrance.',
}))
export const outsideArea = refusal('posts.outside_area', 403, () => ({
  zh: '这个地点不在您的管理范围内。请由所属街道、社区办理。',
  en: 'This place is outside your area. Ask its street or community.',
}))
export const openBefore = refusal('posts.open_before', 409, () => ({
  zh: '这里已经设了岗位，没有重复设立。',
  en: 'There is a post here already; nothing was entered twice.',
}))
export const closed = refusal('posts.closed', 409, () => ({
  zh: '这个岗位已经撤销，不能再认领。',
  en: 'This post was closed.',
}))
export const taken = refusal('posts.taken', 409, (p: { name: string }) => ({
  zh: `这个岗位已由${p.name}担任。一个岗位同时只由一人担任。`,
  en: `The post is held by ${p.name}. One person holds it at a time.`,
}))
export const tooMany = refusal('posts.too_many', 409, (p: { most: number }) => ({
  zh: `这位老同志已担任 ${p.most} 个岗位，按量力而行的规定不再增加。`,
  en: `This person holds ${p.most} posts already; more would ask too much.`,
}))
export const beyondStrength = refusal('posts.beyond_strength', 409, (p: { reasons: string; reasonsEn: string }) => ({
  zh: `按量力而行的规定，不宜担任：${p.reasons}。请另选一位。`,
  en: `Beyond what the county allows of somebody’s strength: ${p.reasonsEn}. Choose another.`,
}))
export const consentNeeded = refusal('posts.consent_needed', 409, (p: { reasons: string; reasonsEn: string }) => ({
  zh: `担任这个岗位需要本人或家属同意：${p.reasons}。请登记是谁同意的。`,
  en: `This needs the person’s or the family’s consent: ${p.reasonsEn}. Enter who consents.`,
}))
export const notHeld = refusal('posts.not_held', 409, () => ({
  zh: '这个岗位现在没有人担任。请刷新页面查看。',
  en: 'Nobody holds this post now. Reload the page.',
}))
