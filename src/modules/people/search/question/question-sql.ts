import { type RawBuilder, sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { areaCode, idPurpose, phoneDigits, phonePurpose, questionKeys } from '../../book/index.ts'
import { askByNumber, wholeNumber } from '../../by-number/index.ts'
import { checkIdNumber } from '../../codes/index.ts'
import { type Field, fieldOf, isLackTold } from '../../fields/index.ts'
import type { Condition, Selection } from '../contract.ts'
import { badFilter } from '../words.ts'
import { conditionSql, underUnit } from './condition-sql.ts'

export type Question = {
  q: string
  place?: string | undefined
  unit?: string | undefined
  status: string
  where: Condition[]
}
type Clause = RawBuilder<boolean>

/** A list question as one WHERE clause over `person p`: the reader's scope first, then everything asked. */
export async function questionSql(ctx: Ctx, question: Question): Promise<Clause> {
  const { county } = ctx.actor
  const day = officeDay(ctx.now)
  const parts = inSight(ctx)
  if (question.status !== 'all') parts.push(sql<boolean>`p.status = ${question.status}`)
  if (question.place) parts.push(placeSpan(question.place))
  if (question.unit) parts.push(underUnit(question.unit, county))
  if (question.q.trim()) parts.push(await askedSql(ctx, question.q.trim()))
  for (const condition of question.where) ensureSeen(ctx, condition)
  for (const condition of question.where) parts.push(conditionSql(condition, day, county))
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

function inSight({ actor }: Ctx): Clause[] {
  const parts = [sql<boolean>`p.county = ${actor.county}`, sql<boolean>`p.status <> 'merged'`]
  return actor.scope.all ? parts : [...parts, rowsOf(actor, 'p')]
}

/** Everybody of a selection, within the reader's scope: named people, or all whom a question finds. */
export async function selectedSql(ctx: Ctx, selection: Selection): Promise<Clause> {
  if ('question' in selection) return questionSql(ctx, selection.question)
  const scope = await questionSql(ctx, { q: '', status: 'all', where: [] })
  return sql<boolean>`${scope} and p.id = any(${selection.ids}::uuid[])`
}

/** Nobody narrows or counts a list by what they may not see: the count alone would tell it. */
export function ensureSeen(ctx: Ctx, { field: key, op, value }: { field: string; op: string; value: unknown }): void {
  const field = fieldOf(key)
  if (key === 'missing')
    return ensure(
      [value].flat().every((one) => isLackTold(ctx.actor, String(one))),
      () => badFilter({ field: key, op }),
    )
  const isSeen = !field?.fieldClass || ctx.actor.sees.has(field.fieldClass) || asksOnlyPlain(field, op, value)
  ensure(isSeen, () => badFilter({ field: field?.zh ?? key, op }))
}

/** Of some lists of codes a part is no secret; but "none" or "any" would tell of the rest. */
function asksOnlyPlain({ keeps }: Field, op: string, value: unknown): boolean {
  const codes = [value].flat()
  return keeps !== undefined && op !== 'empty' && op !== 'filled' && codes.every((code) => keeps.has(String(code)))
}

function placeSpan(code: string): Clause {
  const { lo, hi } = placeRange(code)
  return sql<boolean>`p.place_code between ${lo}::bigint and ${hi}::bigint`
}

const NUMBER = /^[\d\-\s+]{5,24}$/

/** Who asks by a whole number is counted, whatever else narrows the question. */
async function askedSql(ctx: Ctx, text: string): Promise<Clause> {
  const clause = await boxSql(ctx, text)
  const whole = wholeNumber(text)
  if (!whole) return clause
  await askByNumber(ctx, { ...whole, door: 'search' }, async () => {
    const bearers = sql.join([...inSight(ctx), clause], sql` and `)
    const { rows } = await sql<{ id: string }>`select p.id from person p where ${bearers} limit 1`.execute(ctx.db)
    return rows[0]?.id
  })
  return clause
}

/** The one box: a whole identity number, a telephone, a name or part of it, pinyin or its initials, a unit, a street or community. */
async function boxSql(ctx: Ctx, text: string): Promise<Clause> {
  const id = checkIdNumber(text)
  if (id.result !== 'invalid')
    return sql<boolean>`p.id_index = any(${ctx.vault.indexes(idPurpose, id.number)}::bytea[])`
  if (NUMBER.test(text)) return phoneSql(ctx, text)
  const named = questionKeys(text).map((keys) => sql<boolean>`p.keys @> ${keys}::text[]`)
  const placed = [...text].length > 1 && !/^[a-z]+$/i.test(text) ? await placedSql(ctx, text) : []
  const parts = [...named, ...placed]
  return parts.length ? sql<boolean>`(${sql.join(parts, sql` or `)})` : sql<boolean>`false`
}

/** A landline may be asked with or without its area code, which every other number of the county tells. */
async function phoneSql(ctx: Ctx, text: string): Promise<Clause> {
  const digits = phoneDigits(text.replace(/^\+?86/, '').replace(/\s/g, ''))
  const indexes = [digits, ...(digits.length === 7 ? [(await areaCode(ctx)) + digits] : [])].flatMap((number) =>
    ctx.vault.indexes(phonePurpose, number),
  )
  const list = sql.join(indexes.map((index) => sql`${index}::bytea`))
  return sql<boolean>`p.id in (
    select person_id from person_phone where county = ${ctx.actor.county} and number_index in (${list})
    union all select person_id from person_contact where county = ${ctx.actor.county} and mobile_index in (${list}))`
}

const MANY = 50

async function placedSql(ctx: Ctx, text: string): Promise<Clause[]> {
  const { county } = ctx.actor
  const found = await sql<{ unit_id: string | null; code: string | null }>`
    select distinct unit_id, null::bigint as code from unit_name where county = ${county} and position(${text} in name) > 0
    union all
    select null, code from place where county = ${county} and level in ('street', 'community') and position(${text} in short) > 0
    limit ${MANY}`.execute(ctx.db)
  const units = found.rows.flatMap((row) => row.unit_id ?? [])
  const codes = found.rows.flatMap((row) => row.code ?? [])
  return [...(units.length ? [sql<boolean>`p.unit_ids && ${units}::uuid[]`] : []), ...codes.map(placeSpan)]
}
