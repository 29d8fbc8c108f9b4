import type { Bilingual } from '#platform/words.ts'

export const kindWords = {
  interest: { zh: '兴趣小组', en: 'Interest group' },
  association: { zh: '社团协会', en: 'Association' },
} as const satisfies Record<string, Bilingual>
export type GroupKind = keyof typeof kindWords

export const filingWords = {
  none: { zh: '未备案', en: 'Not filed' },
  filed: { zh: '已备案', en: 'Filed' },
  registered: { zh: '民政登记', en: 'Registered' },
} as const satisfies Record<string, Bilingual>
export type Filing = keyof typeof filingWords

export const postWords = {
  head: { zh: '组长（会长）', en: 'Head' },
  deputy: { zh: '副组长（副会长）', en: 'Deputy' },
  secretary: { zh: '秘书长', en: 'Secretary' },
  treasurer: { zh: '财务', en: 'Treasurer' },
  council: { zh: '理事', en: 'Council member' },
  honorary: { zh: '名誉职务', en: 'Honorary' },
} as const satisfies Record<string, Bilingual>
export type GroupPost = keyof typeof postWords

/** How long before its end a term is told of. */
export const WARNED_DAYS = 90

export type TermState = 'runs' | 'ends_soon' | 'overdue' | 'ended'

/** How a term stands on a day: who leads on beyond it leads without having been elected. */
export function termState(term: { untilOn: string; endedOn: string | null }, today: string): TermState {
  if (term.endedOn !== null) return 'ended'
  if (term.untilOn < today) return 'overdue'
  return daysBetween(today, term.untilOn) <= WARNED_DAYS ? 'ends_soon' : 'runs'
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** A filing has its number; without one there is none. Blanks are no number. */
export function isFiledWell({ filing, filingNo }: { filing: Filing; filingNo: string | null }): boolean {
  return (filing === 'none') === (filingNo === null)
}
