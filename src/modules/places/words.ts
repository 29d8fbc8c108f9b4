import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import type { PlaceLevel } from './codes.ts'

export const levelWords: Record<PlaceLevel, Bilingual> = {
  province: { zh: '省', en: 'province' },
  city: { zh: '市', en: 'city' },
  county: { zh: '县（市、区）', en: 'county' },
  street: { zh: '乡镇（街道）', en: 'street or town' },
  community: { zh: '社区（村）', en: 'community or village' },
  grid: { zh: '网格', en: 'grid' },
  building: { zh: '楼栋', en: 'building' },
  entrance: { zh: '单元', en: 'entrance' },
}

export const placeEventWords = {
  added: { zh: '新增', en: 'Added' },
  renamed: { zh: '更名', en: 'Renamed' },
  abolished: { zh: '撤销', en: 'Abolished' },
  moved: { zh: '随上级并入而改码', en: 'Moved with the place above' },
} satisfies Record<string, Bilingual>

type Named = { name: string }

export const noSuchCounty = refusal('places.no_such_county', 422, (p: { county: number }) => ({
  zh: `全国区划代码表（2023 年）中没有 ${p.county} 这个县。请核对六位区划代码。`,
  en: `The national code table (2023) has no county ${p.county}. Check the six digits.`,
}))
export const outsideArea = refusal('places.outside_area', 403, (p: Named) => ({
  zh: `“${p.name}”不在您的管理范围内，只能查看。如需变更请联系老干部局。`,
  en: `“${p.name}” is outside your area: you may look at it only. Ask the bureau of retired cadres for a change.`,
}))
export const isAbolished = refusal('places.is_abolished', 409, (p: Named & { on: string }) => ({
  zh: `“${p.name}”已于 ${p.on} 撤销，不能再办理这项变更。`,
  en: `“${p.name}” was abolished on ${p.on}; this can no longer be done.`,
}))
export const wrongDay = refusal('places.wrong_day', 422, (p: { from: string; to: string }) => ({
  zh: `日期应在 ${p.from} 至 ${p.to} 之间。请改正日期。`,
  en: `The day must lie between ${p.from} and ${p.to}. Correct it.`,
}))
