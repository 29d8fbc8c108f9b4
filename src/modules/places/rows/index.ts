import { type ExpressionBuilder, sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { DB } from '#platform/db/tables.ts'
import { parentOf, placeRange } from '../codes.ts'
import type { Level } from '../contract.ts'

export type PlaceRow = {
  code: string
  level: Level
  name: string
  short: string
  former_names: string[]
  valid_from: string
  valid_to: string | null
  successor: string | null
  lon: number | null
  lat: number | null
  has_children: boolean
}

const levelOf = (row: { level: string }) => row.level as Level // the column's check allows exactly these words

function placesOf(ctx: Ctx) {
  return ctx.db
    .selectFrom('place as p')
    .select(['code', 'level', 'name', 'short', 'former_names', 'valid_from', 'valid_to', 'successor', 'lon', 'lat'])
    .where('p.county', '=', ctx.actor.county)
    .orderBy('p.code')
}

const hasChildren = sql<boolean>`exists (select from place c where c.county = p.county
  and c.code > p.code and c.code < upper(place_span(p.code)) and c.valid_to is null)`.as('has_children')

export async function placeAt(ctx: Ctx, code: string): Promise<PlaceRow | undefined> {
  const row = await placesOf(ctx).select(hasChildren).where('p.code', '=', code).executeTakeFirst()
  return row && { ...row, level: levelOf(row) }
}

/** The county's own place, whatever its digits: 东莞 has a city's. */
export async function countyPlace(ctx: Ctx): Promise<PlaceRow | undefined> {
  const row = await placesOf(ctx).select(hasChildren).where('p.level', '=', 'county').executeTakeFirst()
  return row && { ...row, level: levelOf(row) }
}

export async function placesAt(
  ctx: Ctx,
  codes: readonly string[],
): Promise<Pick<PlaceRow, 'code' | 'level' | 'name' | 'short'>[]> {
  if (!codes.length) return []
  const rows = await placesOf(ctx).where('p.code', 'in', codes).execute()
  return rows.map((row) => ({ code: row.code, level: levelOf(row), name: row.name, short: row.short }))
}

export type Among = { levels: readonly Level[]; directOnly: boolean; q?: string | undefined; abolished: boolean }

/** The places below one (itself too where its level is asked for), in the order of their codes; at most 5,000. */
export async function rowsUnder(
  ctx: Ctx,
  top: string,
  { levels, directOnly, q, abolished }: Among,
): Promise<PlaceRow[]> {
  const { lo, hi } = placeRange(top)
  let query = placesOf(ctx)
    .select(hasChildren)
    .where(sql<boolean>`p.code between ${lo}::bigint and ${hi}::bigint`)
    .limit(5_000)
  if (levels.length || !q) query = query.where('p.level', 'in', levels.length ? levels : ['none'])
  if (q) query = query.where(named(q)).limit(50)
  if (!abolished)
    query = query.where((eb) => eb.or([eb('p.valid_to', 'is', null), eb('p.valid_to', '>', officeDay(ctx.now))]))
  const rows = await query.execute()
  // A building in a grid of the community is the grid's child: only the code says so.
  const wanted = directOnly ? rows.filter((row) => parentOf(row.code) === top) : rows
  return wanted.map((row) => ({ ...row, level: levelOf(row) }))
}

function named(q: string) {
  const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return (eb: ExpressionBuilder<DB & { p: DB['place'] }, 'p'>) =>
    eb.or([
      eb('p.short', 'like', part),
      eb('p.name', 'like', part),
      sql<boolean>`exists (select from unnest(p.former_names) former where former like ${part})`,
    ])
}

/** Locks a place against other changes; `whole` also locks everything below it, and against rows that would point at any of them. */
export async function lockPlace(ctx: Ctx, code: string, lock: 'row' | 'whole'): Promise<PlaceRow | undefined> {
  const { lo, hi } = placeRange(code)
  const query = placesOf(ctx).select(hasChildren)
  if (lock === 'row') {
    const row = await query.where('p.code', '=', code).forNoKeyUpdate().executeTakeFirst()
    return row && { ...row, level: levelOf(row) }
  }
  const rows = await query.where(sql<boolean>`p.code between ${lo}::bigint and ${hi}::bigint`).forUpdate().execute()
  const row = rows.find((one) => one.code === code)
  return row && { ...row, level: levelOf(row) }
}

/** Every place directly under another that has or had this level, abolished ones too. */
export async function childrenOf(ctx: Ctx, parent: string, level: Level): Promise<PlaceRow[]> {
  return (await everyBelow(ctx, parent)).filter((row) => row.level === level && parentOf(row.code) === parent)
}

export async function everyBelow(ctx: Ctx, code: string): Promise<PlaceRow[]> {
  const { lo, hi } = placeRange(code)
  const rows = await placesOf(ctx)
    .select(hasChildren)
    .where(sql<boolean>`p.code > ${lo}::bigint and p.code <= ${hi}::bigint`)
    .execute()
  return rows.map((row) => ({ ...row, level: levelOf(row) }))
}
