import { refusal } from '#platform/refuse.ts'
import { HOURLY_MISSES } from '../record/reveal/rules.ts'

export const tooManyNumbers = refusal('people.too_many_numbers', 429, () => ({
  zh: `您一小时内按完整号码查找，已有 ${HOURLY_MISSES} 个号码没有查到人，暂时不能再按号码查，这次也已记入审计。请改按姓名查找；人多时请用花名册导入。`,
  en: `${HOURLY_MISSES} whole numbers you asked for within an hour found nobody; no more by number for now, and this is audited. Search by name; for many people, import a roster.`,
}))
