import {
  educationCodes,
  genderCodes,
  healthCodes,
  kindCodes,
  livingFlagCodes,
  politicalCodes,
  rankCodes,
  showDate,
  wordOf,
} from '#modules/people/index.ts'
import type { Lang } from '#platform/words.ts'
import type { Entry } from '../contract.ts'
import type { ColumnKey } from './columns.ts'

type Table = Parameters<typeof wordOf>[0]
const coded = (table: Table, code: string | null, lang: Lang) => (code ? wordOf(table, code, lang) : '')
const dated = (date: string | null, lang: Lang) => (date ? showDate(date, lang) : '')

/** What a column says of somebody: words for codes, nothing for what is not known. */
export const texts: Record<ColumnKey, (entry: Entry, lang: Lang) => string> = {
  no: ({ no }) => String(no),
  name: ({ name }) => name,
  gender: ({ gender }, lang) => coded(genderCodes, gender, lang),
  birthOn: ({ birthOn }, lang) => dated(birthOn, lang),
  age: ({ age }) => (age === null ? '' : String(age)),
  kind: ({ kind }, lang) => (lang === 'en' ? (kind ?? '') : coded(kindCodes, kind, lang)),
  political: ({ political }, lang) => coded(politicalCodes, political, lang),
  partyJoinedOn: ({ partyJoinedOn }, lang) => dated(partyJoinedOn, lang),
  education: ({ education }, lang) => coded(educationCodes, education, lang),
  unit: ({ unit }) => unit ?? '',
  post: ({ post }) => post ?? '',
  rank: ({ rank }, lang) => coded(rankCodes, rank, lang),
  rankTreatment: ({ rankTreatment }, lang) => coded(rankCodes, rankTreatment, lang),
  workStartedOn: ({ workStartedOn }, lang) => dated(workStartedOn, lang),
  retiredOn: ({ retiredOn }, lang) => dated(retiredOn, lang),
  community: ({ street, community }) => community ?? street ?? '',
  phone: ({ phone }) => phone ?? '',
  living: ({ livingFlags }, lang) =>
    livingFlags.map((flag) => wordOf(livingFlagCodes, flag, lang)).join(lang === 'zh' ? '、' : ', '),
  health: ({ health }, lang) => coded(healthCodes, health, lang),
  remark: ({ remark }) => remark ?? '',
}
