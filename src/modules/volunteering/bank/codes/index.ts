import type { Bilingual } from '#platform/words.ts'

export const partnerKinds = {
  shop: { zh: '商超', en: 'Shop' },
  canteen: { zh: '助老食堂', en: 'Canteen' },
  hospital: { zh: '医院', en: 'Hospital' },
  pharmacy: { zh: '药店', en: 'Pharmacy' },
  service: { zh: '生活服务', en: 'Services' },
  culture: { zh: '文化学习', en: 'Culture' },
} as const satisfies Record<string, Bilingual>

export const redemptionStates = {
  reserved: { zh: '待领取', en: 'Reserved' },
  handed_over: { zh: '已领取', en: 'Handed over' },
  undone: { zh: '已撤销', en: 'Undone' },
  expired: { zh: '过期退回', en: 'Expired, given back' },
  reversed: { zh: '已冲正', en: 'Reversed' },
} as const satisfies Record<string, Bilingual>
export type RedemptionState = keyof typeof redemptionStates

/** Who did it for the person whose points they are. */
export const onBehalves = {
  self: { zh: '本人', en: 'Self' },
  family: { zh: '家属代办', en: 'Family' },
  clerk: { zh: '工作人员代办', en: 'Clerk' },
} as const satisfies Record<string, Bilingual>
export type OnBehalf = keyof typeof onBehalves
