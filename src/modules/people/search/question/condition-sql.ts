import { type RawBuilder, sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import { columnOf, type Field, fieldOf, isSealed } from '../../fields/index.ts'
import { ageRangeToBirthBounds, textBounds } from '../../partial-date.ts'
import type { Condition } from '../contract.ts'
import { badFilter } from '../words.ts'

type Clause = RawBuilder<boolean>
type Bound = { condition: Condition; day: string; county: number }

const OLDEST = 150

/** One condition of the advanced filter as SQL over `person p`. Refuses what makes no sense for the field. */
export function conditionSql(condition: Condition, day: string, county: number): Clause {
  const special = Object.hasOwn(specials, condition.field) ? specials[condition.field] : undefined
  if (special) return special({ condition, day, county })
  const field = fieldOf(condition.field)
  if (!field || field.kind === 'sealed') return refuse(condition)
  if (condition.op === 'empty' || condition.op === 'filled')
    return emptiness(columnRef(field), condition.op, isList(field))
  if (isSealed(field)) return refuse(condition)
  return isList(field) ? listClause(field, condition) : plainClause(field, condition)
}

function refuse(condition: Condition): never {
  throw badFilter({ field: fieldOf(condition.field)?.zh ?? condition.field, op: condition.op })
}

function columnRef(field: Field): RawBuilder<unknown> {
  return sql.ref(`p.${columnOf(field)}`)
}

function isList(field: Field): boolean {
  return field.kind === 'codes' || field.kind === 'words'
}

function emptiness(column: RawBuilder<unknown>, op: 'empty' | 'filled', list = false): Clause {
  const empty = list ? sql<boolean>`${column} = '{}'` : sql<boolean>`${column} is null`
  return op === 'empty' ? empty : sql<boolean>`not (${empty})`
}

function texts(condition: Condition): string[] {
  const { value } = condition
  if (value === null) return refuse(condition)
  return (Array.isArray(value) ? value : [value]).map(String)
}

function listClause(field: Field, condition: Condition): Clause {
  const values = texts(condition)
  if (condition.op === 'not') return sql<boolean>`not (${columnRef(field)} && ${values}::text[])`
  if (condition.op === 'is') return sql<boolean>`${columnRef(field)} @> ${values}::text[]`
  return condition.op === 'in' || condition.op === 'contains'
    ? sql<boolean>`${columnRef(field)} && ${values}::text[]`
    : refuse(condition)
}

function plainClause(field: Field, condition: Condition): Clause {
  const column = columnRef(field)
  if (field.kind === 'yesno')
    return condition.op === 'is'
      ? sql<boolean>`${column} = ${condition.value === true || condition.value === 'true'}`
      : refuse(condition)
  const values = texts(condition)
  const [first = '', second = ''] = values
  switch (condition.op) {
    case 'is':
    case 'in':
      return sql<boolean>`${column}::text = any(${values}::text[])`
    case 'not':
      return sql<boolean>`(${column} is null or ${column}::text <> all(${values}::text[]))`
    case 'contains':
      return sql<boolean>`position(lower(${first}) in lower(${column}::text)) > 0`
    case 'atLeast':
      return sql<boolean>`${column} >= ${typed(field, first)}`
    case 'atMost':
      return sql<boolean>`${column} <= ${typed(field, upper(field, first))}`
    case 'between':
      return sql<boolean>`${column} between ${typed(field, first)} and ${typed(field, upper(field, second))}`
    default:
      return refuse(condition)
  }
}

/** "Up to 1949" takes in every day of 1949: partial dates compare as text, and `~` stands behind every digit and hyphen. */
function upper(field: Field, value: string): string {
  return field.kind === 'date' && value.length < '1949-10-01'.length ? `${value}~` : value
}

function typed(field: Field, value: string): RawBuilder<unknown> {
  return field.kind === 'date' ? sql`${value}::text` : sql`${Number(value)}`
}

const specials: Record<string, (bound: Bound) => Clause> = {
  age: ({ condition, day }) => ageClause(condition, day),
  tag: ({ condition }) =>
    condition.op === 'empty' || condition.op === 'filled'
      ? emptiness(sql.ref('p.tags'), condition.op, true)
      : condition.op === 'not'
        ? sql<boolean>`not (p.tags && ${texts(condition)}::text[])`
        : sql<boolean>`p.tags && ${texts(condition)}::text[]`,
  place: ({ condition }) => placeClause(condition),
  unit: ({ condition, county }) =>
    condition.op === 'empty' || condition.op === 'filled'
      ? emptiness(sql.ref('p.unit_id'), condition.op)
      : underUnit(texts(condition)[0] ?? '', county),
  originalUnit: ({ condition }) =>
    condition.op === 'empty' || condition.op === 'filled'
      ? emptiness(sql.ref('p.unit_id'), condition.op)
      : sql<boolean>`p.unit_id = any(${texts(condition)}::uuid[])`,
  street: ({ condition }) => placedTo(condition, 10_000_000_000),
  community: ({ condition }) => placedTo(condition, 10_000_000),
  phone: ({ condition }) => {
    const has = sql<boolean>`exists (select 1 from person_phone h where h.county = p.county and h.person_id = p.id)`
    return condition.op === 'empty' ? sql<boolean>`not ${has}` : condition.op === 'filled' ? has : refuse(condition)
  },
  completeness: ({ condition }) =>
    condition.op === 'atLeast'
      ? sql<boolean>`p.completeness >= ${Number(condition.value)}`
      : condition.op === 'atMost'
        ? sql<boolean>`p.completeness <= ${Number(condition.value)}`
        : refuse(condition),
  missing: ({ condition }) => sql<boolean>`p.missing && ${texts(condition)}::text[]`,
  idStatus: ({ condition }) => sql<boolean>`p.id_status = any(${texts(condition)}::text[])`,
  verified: ({ condition }) => emptiness(sql.ref('p.verified_on'), condition.op === 'empty' ? 'empty' : 'filled'),
  precision: ({ condition }) => {
    const length = { year: 4, about: 5, month: 7, day: 10 }[texts(condition)[0] ?? '']
    return length ? sql<boolean>`length(p.birth_on) = ${length}` : refuse(condition)
  },
}

function ageClause(condition: Condition, day: string): Clause {
  if (condition.op === 'empty' || condition.op === 'filled') return emptiness(sql.ref('p.birth_on'), condition.op)
  const [first = Number.NaN, second = Number.NaN] = texts(condition).map(Number)
  const [low, high] =
    condition.op === 'between'
      ? [first, second]
      : condition.op === 'atLeast'
        ? [first, OLDEST]
        : condition.op === 'atMost'
          ? [0, first]
          : [first, first]
  if (!Number.isInteger(low) || !Number.isInteger(high) || low < 0 || high < low || high > OLDEST)
    return refuse(condition)
  const { from, to } = textBounds(ageRangeToBirthBounds(low, high, day))
  return sql<boolean>`p.birth_on between ${from}::text and ${to}::text`
}

function placeClause(condition: Condition): Clause {
  if (condition.op === 'empty' || condition.op === 'filled') return emptiness(sql.ref('p.place_code'), condition.op)
  const spans = texts(condition).map((code) => placeRange(code))
  if (spans.length === 0) return refuse(condition)
  return sql<boolean>`(${sql.join(
    spans.map(({ lo, hi }) => sql`p.place_code between ${lo}::bigint and ${hi}::bigint`),
    sql` or `,
  )})`
}

/** Whether the home is known down to the street or community: the group of the code that begins at `group` is not zero. */
function placedTo(condition: Condition, group: number): Clause {
  const known = sql<boolean>`coalesce(p.place_code % ${sql.lit(group * 1000)} >= ${sql.lit(group)}, false)`
  if (condition.op === 'filled') return known
  return condition.op === 'empty' ? sql<boolean>`not ${known}` : refuse(condition)
}

export function underUnit(unitId: string, county: number): Clause {
  return sql<boolean>`p.unit_ids && array(
    with recursive below as (
      select id from unit where county = ${county} and id = ${unitId}::uuid
      union select u.id from unit u join below on u.county = ${county} and u.parent_id = below.id
    ) select id from below)`
}
