import { boundsOf, type PartialDate } from '../partial-date.ts'
import { type CodeOf, codeTable } from './code-table.ts'

/** 离休 and 退休 are two populations in law, money and statistics; a survivor is the family of one who died. */
export const kindCodes = codeTable('桑榆', [
  ['lixiu', '离休', 'Retired veteran cadre (lixiu)'],
  ['tuixiu', '退休', 'Retired cadre'],
  ['survivor', '遗属', 'Survivor'],
  ['other', '其他', 'Other'],
])

/** Decided by the unit that keeps its own accounts, whatever it calls itself: first axis of every statistical table. */
export const unitNatureCodes = codeTable('全国离退休干部统计', [
  ['organ', '机关', 'State or party organ'],
  ['institution', '事业', 'Public institution'],
  ['enterprise', '企业', 'Enterprise'],
])

export const identityTypeCodes = codeTable('桑榆', [
  ['civil_servant', '公务员', 'Civil servant'],
  ['as_civil_servant', '参照公务员法管理', 'Managed as civil servant'],
  ['institution_staff', '事业编制', 'Staff of a public institution'],
  ['state_enterprise', '国有企业', 'State-owned enterprise'],
])

/** What a suggestion is about, as printed on a province's own form. */
export const suggestionCodes = codeTable('意见建议表', [
  ['party_life', '组织生活', 'Party life'],
  ['pay', '工资待遇', 'Pay and treatment'],
  ['medical_care', '医疗保障', 'Medical care'],
  ['culture', '文化养老', 'Culture in old age'],
  ['contribution', '作用发挥', 'Making a contribution'],
  ['society', '社会发展', 'Social development'],
  ['other', '其他', 'Other'],
])

/** When one joined the revolution; with the last day of each period below. */
export const lixiuPeriodCodes = codeTable('国发〔1982〕62号', [
  ['1', '第一次国内革命战争时期', 'First Revolutionary Civil War, to July 1927'],
  ['2', '第二次国内革命战争时期', 'Second Revolutionary Civil War, August 1927 to 6 July 1937'],
  ['3', '抗日战争前期', 'War of Resistance, first part, 7 July 1937 to 1942'],
  ['4', '抗日战争后期', 'War of Resistance, second part, 1943 to 2 September 1945'],
  ['5', '解放战争时期', 'War of Liberation, 3 September 1945 to 30 September 1949'],
])
export type LixiuPeriod = CodeOf<typeof lixiuPeriodCodes>

const LAST_DAYS: readonly (readonly [LixiuPeriod, string])[] = [
  ['1', '1927-07-31'],
  ['2', '1937-07-06'],
  ['3', '1942-12-31'],
  ['4', '1945-09-02'],
  ['5', '1949-09-30'],
]

export type PeriodAnswer =
  | { result: 'known'; code: LixiuPeriod }
  /** The date is not precise enough: any of these, and if `mayBeOutside` perhaps none. */
  | { result: 'unsure'; codes: LixiuPeriod[]; mayBeOutside: boolean }
  /** After 1949-09-30: no ground for 离休. */
  | { result: 'outside' }

/** The period of a 参加革命工作时间 (国发〔1982〕62号, 劳人老〔1982〕10号). */
export function lixiuPeriod(joined: PartialDate): PeriodAnswer {
  const { from, to } = boundsOf(joined)
  const first = LAST_DAYS.findIndex(([, last]) => from <= last)
  const last = LAST_DAYS.findIndex(([, end]) => to <= end)
  if (first < 0) return { result: 'outside' }
  const codes = LAST_DAYS.slice(first, last < 0 ? undefined : last + 1).map(([code]) => code)
  const [code] = codes
  if (code && codes.length === 1 && last >= 0) return { result: 'known', code }
  return { result: 'unsure', codes, mayBeOutside: last < 0 }
}
