import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'

export const siteKindWords = {
  venue: { zh: '活动场所', en: 'activity venue' },
  station: { zh: '老干部活动站', en: 'station for retired cadres' },
  clinic: { zh: '社区卫生服务站', en: 'clinic' },
  hospital: { zh: '医院', en: 'hospital' },
  shop: { zh: '商户', en: 'shop' },
  school: { zh: '老年学校', en: 'school for seniors' },
  canteen: { zh: '老年食堂', en: 'canteen' },
  service_centre: { zh: '服务中心', en: 'service centre' },
  other: { zh: '其他', en: 'other' },
} satisfies Record<string, Bilingual>

export const siteExists = refusal('places.site_exists', 409, (p: { name: string }) => ({
  zh: `这里已有“${p.name}”，没有重复登记。`,
  en: `“${p.name}” is registered here already; nothing was added.`,
}))
export const siteClosed = refusal('places.site_closed', 409, (p: { name: string; on: string }) => ({
  zh: `“${p.name}”已于 ${p.on} 停用，不能再修改。`,
  en: `“${p.name}” was closed on ${p.on} and can no longer be changed.`,
}))
export const noSuchUnit = refusal('places.no_such_unit', 422, () => ({
  zh: '没有找到所选的单位，请重新选择。',
  en: 'The unit chosen was not found. Choose again.',
}))
export const halfLocated = refusal('places.half_located', 422, () => ({
  zh: '经度和纬度要么都填，要么都不填。',
  en: 'Give both longitude and latitude, or neither.',
}))
