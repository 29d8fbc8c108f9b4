import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'

/** Why two records may be, or may not be, one person. The last three speak against it. */
export const reasonWords = {
  same_id: { zh: '身份证号相同', en: 'Same identity number' },
  same_id_start: {
    zh: '身份证号前15位相同（其中一个号码不完整）',
    en: 'Same first 15 digits of the identity number (one number is incomplete)',
  },
  same_name_birth_unit: { zh: '姓名、出生年月、单位都相同', en: 'Same name, month of birth and unit' },
  same_name_birth: { zh: '姓名和出生年月相同', en: 'Same name and birth' },
  same_name_unit: { zh: '姓名和单位相同', en: 'Same name and unit' },
  same_name_phone: { zh: '姓名和电话相同', en: 'Same name and telephone' },
  same_name: { zh: '姓名相同，没有矛盾之处', en: 'Same name, and nothing contradicts' },
  similar_name_birth: {
    zh: '姓名相近（同音或一字之差），出生日期相同',
    en: 'Similar name (sounds alike or one character differs) and same birth',
  },
  similar_name_unit: { zh: '姓名相近，单位相同', en: 'Similar name and same unit' },
  similar_name_phone: { zh: '姓名相近，本人电话相同', en: 'Similar name and same own telephone' },
  same_phone: { zh: '本人电话相同', en: 'Same own telephone' },
  different_id: { zh: '身份证号不同', en: 'Different identity numbers' },
  different_birth: { zh: '出生日期不同', en: 'Different births' },
  different_gender: { zh: '性别不同', en: 'Different sexes' },
} satisfies Record<string, Bilingual>

export type ReasonCode = keyof typeof reasonWords
export const reasonCodes = Object.keys(reasonWords) as [ReasonCode, ...ReasonCode[]] // the keys of a literal object are its codes

/** The codes of a stored list, without those that an older version knew. */
export function reasonsOf(stored: readonly string[]): ReasonCode[] {
  return reasonCodes.filter((code) => stored.includes(code))
}

/** All that is said of a number whose bearer stands outside the asker's scope. */
export const elsewhereWords: Bilingual = {
  zh: '这个身份证号已登记在其他单位或社区，不在您的管理范围内。请联系县老干部局核对，不要重复登记。',
  en: 'This identity number is registered with another unit or community, outside your area. Ask the county bureau to check; do not register it again.',
}

/** 2026-03-02 09:00 in the office. */
export function officeTime(instant: string): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', ...parts }).format(new Date(instant))
}

export const sameRecord = refusal('people.same_record', 422, () => ({
  zh: '请选择两条不同的记录。',
  en: 'Choose two different records.',
}))
export const alreadyJudged = refusal('people.already_judged', 409, (p: { by: string; at: string }) => ({
  zh: `${p.by}已于 ${officeTime(p.at)} 判定这两条记录不是同一人，无需再次判定。`,
  en: `${p.by} judged at ${officeTime(p.at)} that these are two people; there is nothing left to judge.`,
}))
export const alreadyMerged = refusal('people.already_merged', 409, (p: { name: string }) => ({
  zh: `“${p.name}”已并入另一条记录，不能再合并或判定。请刷新后在保留的记录上办理。`,
  en: `"${p.name}" was merged into another record already. Reload and work on the kept record.`,
}))
export const searchRunning = refusal('people.search_running', 409, () => ({
  zh: '正在查找疑似重复，请稍候刷新列表。',
  en: 'A search for duplicates is running; reload the list in a while.',
}))
