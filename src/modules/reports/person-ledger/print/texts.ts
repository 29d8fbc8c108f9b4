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
/** A column is narrow: “County or division level, deputy” is printed as “County, deputy”. */
const ranked = (rank: string | null, lang: Lang) => coded(rankCodes, rank, lang).replace(/( or \w+)? level(?=,|$)/, '')
const dated = (date: string | null, lang: Lang) => (date ? showDate(date, lang) : '')

/** 高龄 stands beside the age itself on paper. */
const TOLD_BY_AGE = 'advanced_age'

export const texts: Record<ColumnKey, (entry: Entry, lang: Lang) => string> = {
  no: ({ no }) => String(no),
  name: ({ name }) => name,
  gender: ({ gender }, lang) => coded(genderCodes, gender, lang).slice(0, lang === 'en' ? 1 : undefined),
  birthOn: ({ birthOn }, lang) => dated(birthOn, lang),
  age: ({ age }) => (age === null ? '' : String(age)),
  kind: ({ kind }, lang) => (lang === 'en' ? (kind ?? '') : coded(kindCodes, kind, lang)),
  political: ({ political }, lang) => coded(politicalCodes, political, lang),
  partyJoinedOn: ({ partyJoinedOn }, lang) => dated(partyJoinedOn, lang),
  education: ({ education }, lang) => coded(educationCodes, education, lang),
  unit: ({ unit }) => unit ?? '',
  post: ({ post }) => post ?? '',
  rank: ({ rank }, lang) => ranked(rank, lang),
  rankTreatment: ({ rankTreatment }, lang) => ranked(rankTreatment, lang),
  workStartedOn: ({ workStartedOn }, lang) => dated(workStartedOn, lang),
  retiredOn: ({ retiredOn }, lang) => dated(retiredOn, lang),
  community: ({ street, community }) => community ?? street ?? '',
  phone: ({ phone }) => phone ?? '',
  living: ({ livingFlags }, lang) =>
    livingFlags
      .filter((flag) => flag !== TOLD_BY_AGE)
      .map((flag) => wordOf(livingFlagCodes, flag, lang))
      .join(lang === 'zh' ? '、' : ', '),
  health: ({ health }, lang) => coded(healthCodes, health, lang),
  remark: ({ remark }) => remark ?? '',
}
