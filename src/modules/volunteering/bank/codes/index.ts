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

/** For whom the pool is: 重点空巢独居老人 of 80 and more, and from 60 on who is in need. */
export const grantGrounds = {
  alone: { zh: '高龄空巢、独居', en: 'Of great age and alone' },
  low_income: { zh: '低保、低收入', en: 'Low income' },
  dependent: { zh: '失能、半失能', en: 'Cannot care for themselves' },
} as const satisfies Record<string, Bilingual>
export type Ground = keyof typeof grantGrounds

export const grantStates = {
  asked: { zh: '等第二人决定', en: 'Waits for a second person' },
  given: { zh: '已送出', en: 'Given' },
  refused: { zh: '未同意', en: 'Refused' },
  reversed: { zh: '已冲正', en: 'Reversed' },
} as const satisfies Record<string, Bilingual>
export type GrantState = keyof typeof grantStates
