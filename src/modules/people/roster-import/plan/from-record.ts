import { kindCodes, livingFlagCodes, unitNatureCodes } from '../../codes/index.ts'
import type { FieldValues } from '../../fields/index.ts'
import type { Planned } from '../contract.ts'
import type { PersonRecord } from '../reading/index.ts'

/** What the county's units and places are called, and which rows they are. */
export type Finder = {
  unit: (name: string) => string | undefined
  place: (street: string | undefined, communityCode: string | undefined) => string | undefined
}

const DECEASED = '已故'
const CENTS = 100

function codeBy(words: ReadonlyMap<string, { zh: string }>, zh: string | undefined): string | null {
  for (const [code, word] of words) if (word.zh === zh) return code
  return null
}

/** A row's normal form as the fields of a record. Only what the row says is there: an empty cell gives no field, so it can erase nothing. */
export function plannedFrom(record: PersonRecord, finder: Finder): Planned {
  const unitId = record.unit ? (finder.unit(record.unit) ?? null) : null
  const placeCode = finder.place(record.street, record.community_code) ?? null
  return {
    values: filled(valuesOf(record)),
    phones: record.phones ?? [],
    idStatus: record.id_status ?? 'missing',
    unitId,
    unitName: record.unit ?? null,
    placeCode,
    placeName: [record.street, record.community].filter(Boolean).join(' ') || null,
    isDeceased: Boolean(record.flags?.includes(DECEASED) || record.death_date),
  }
}

function valuesOf(record: PersonRecord): Record<string, FieldValues[string] | undefined> {
  const kind = codeBy(kindCodes.words, record.kind)
  const birth = record.birth_precision === 'about' ? `${record.birth?.slice(0, 4)}~` : record.birth
  return {
    name: record.name,
    formerName: record.former_name,
    gender: record.gender,
    birthOn: birth,
    ethnicity: record.ethnicity,
    nativePlace: record.native_place,
    idNumber: record.id ?? record.id_text,
    kind,
    workStartedOn: record.work_start,
    revolutionJoinedOn: kind === 'lixiu' ? record.work_start : undefined,
    retiredOn: record.retire_date,
    unitText: record.unit_text ?? record.unit,
    post: record.post,
    rank: record.rank,
    title: record.title,
    nature: codeBy(unitNatureCodes.words, record.nature),
    rankTreatment: record.rank_treatment,
    incomeCents: record.pension === undefined ? undefined : Math.round(record.pension * CENTS),
    political: record.political,
    partyJoinedOn: record.party_date,
    education: record.education,
    address: record.address,
    livingFlags: record.flags
      ?.flatMap((flag) => codeBy(livingFlagCodes.words, flag) ?? [])
      .filter((code) => code !== 'deceased'),
    health: record.health,
    diedOn: record.death_date,
  }
}

function filled(values: Record<string, FieldValues[string] | undefined>): FieldValues {
  const kept = Object.entries(values).filter((entry): entry is [string, FieldValues[string]] => {
    const [, value] = entry
    return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  })
  return Object.fromEntries(kept)
}
