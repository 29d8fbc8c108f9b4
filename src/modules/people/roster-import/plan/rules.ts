import { checkIdNumber, idBirth, idGender } from '../../codes/index.ts'
import type { FieldValue, FieldValues } from '../../fields/index.ts'
import { couldBeSame, isPartialDate } from '../../partial-date.ts'
import type { Planned } from '../contract.ts'
import type { RowClass } from '../reading/index.ts'

export type Plan = 'new' | 'changed' | 'unchanged' | 'doubtful' | 'refused' | 'duplicate' | 'not-a-person'
export type Decision = 'accept' | 'skip' | 'new' | 'match' | null

/** What a row would do, from what it is and whom it matches. Doubt comes before everything a match could say. */
export function planOf(row: { class: RowClass; isMatched: boolean; changes: readonly string[] }): Plan {
  if (row.class !== 'ok') return row.class
  if (!row.isMatched) return 'new'
  return row.changes.length ? 'changed' : 'unchanged'
}

/** Whether a row is written, and how. A doubtful row waits for somebody's word; a refused one must be corrected first. */
export function actionOf(row: {
  plan: Plan
  decision: Decision
  isMatched: boolean
  hasChanges: boolean
}): 'create' | 'update' | 'leave' {
  const { plan, decision, isMatched, hasChanges } = row
  if (decision === 'skip' || plan === 'not-a-person' || plan === 'refused' || plan === 'unchanged') return 'leave'
  if (plan === 'duplicate') return decision === 'new' ? 'create' : 'leave'
  if (plan === 'doubtful' && decision === null) return 'leave'
  if (decision === 'new') return 'create'
  if (isMatched) return hasChanges ? 'update' : 'leave'
  return 'create'
}

/** An empty cell erases nothing, a less precise date changes nothing that it could mean, living flags are added to those that stand. */
export function changesTo(before: FieldValues, row: FieldValues): FieldValues {
  const changes: FieldValues = {}
  for (const [key, value] of Object.entries(row)) {
    const now = before[key] ?? null
    const next = joined(now, value)
    if (next !== undefined) changes[key] = next
  }
  return changes
}

function joined(now: FieldValue, value: FieldValue): FieldValue | undefined {
  if (Array.isArray(value)) {
    const kept = Array.isArray(now) ? now : []
    const added = value.filter((item) => !kept.includes(item))
    return added.length ? [...kept, ...added] : undefined
  }
  if (now === null || now === '') return value
  if (now === value) return undefined
  if (isDate(now) && isDate(value) && value.length <= now.length && couldBeSame(now, value)) return undefined
  return value
}

function isDate(value: FieldValue): value is string {
  return typeof value === 'string' && isPartialDate(value)
}

const byName = new Set(['NAME_MISSING', 'NAME_INVALID', 'NAME_PUA', 'NAME_LOST_CHAR'])
const byId = new Set([
  'ID_PRECISION_LOST',
  'ID_CHECKSUM',
  'ID_LENGTH',
  'ID_DATE_INVALID',
  'ID_BIRTH_MISMATCH',
  'ID_GENDER_MISMATCH',
  'CELLS_SWAPPED',
])
const byBirth = new Set([
  'BIRTH_TRAILING_ZERO',
  'BIRTH_LUNAR',
  'BIRTH_FROM_AGE',
  'BIRTH_UNREADABLE',
  'BIRTH_IMPLAUSIBLE',
  'ID_BIRTH_MISMATCH',
  'IDENTITY_WEAK',
])
const byUnit = new Set(['UNIT_UNKNOWN', 'UNIT_AMBIGUOUS'])
const byDates = new Set(['DATE_ORDER', 'KIND_DATE_CONFLICT', 'OUT_OF_SCOPE'])

/** What is still doubtful after somebody corrected a row by hand: reasons of the corrected fields go, new contradictions come. */
export function rejudged(
  row: Planned,
  reasons: readonly string[],
  edited: ReadonlySet<string>,
): { class: RowClass; reasons: string[] } {
  const settled = new Set<string>([
    ...(edited.has('name') ? byName : []),
    ...(edited.has('idNumber') ? byId : []),
    ...(edited.has('birthOn') ? byBirth : []),
    ...(edited.has('gender') ? ['ID_GENDER_MISMATCH'] : []),
    ...(edited.has('unitId') ? byUnit : []),
    ...(edited.has('kind') || edited.has('workStartedOn') || edited.has('retiredOn') ? byDates : []),
  ])
  const kept = reasons.filter((reason) => !settled.has(reason))
  const left = [...new Set([...kept, ...contradictionsOf(row, edited)])]
  if (!row.values.name) return { class: 'refused', reasons: ['NAME_MISSING'] }
  if (left.includes('COLUMN_SHIFT') && !edited.size) return { class: 'refused', reasons: left }
  const doubts = left.filter((reason) => reason !== 'COLUMN_SHIFT')
  return { class: doubts.length ? 'doubtful' : 'ok', reasons: doubts }
}

function contradictionsOf(row: Planned, edited: ReadonlySet<string>): string[] {
  const { idNumber, birthOn, gender } = row.values
  if (
    typeof idNumber !== 'string' ||
    !idNumber ||
    !(edited.has('idNumber') || edited.has('birthOn') || edited.has('gender'))
  )
    return []
  const check = checkIdNumber(idNumber)
  if (check.result === 'invalid')
    return [{ length: 'ID_LENGTH', date: 'ID_DATE_INVALID', checksum: 'ID_CHECKSUM' }[check.reason]]
  const reasons: string[] = []
  if (typeof birthOn === 'string' && !birthOn.endsWith('~') && !idBirth(idNumber)?.startsWith(birthOn))
    reasons.push('ID_BIRTH_MISMATCH')
  if (typeof gender === 'string' && gender && idGender(idNumber) !== gender) reasons.push('ID_GENDER_MISMATCH')
  return reasons
}
