import { type RawBuilder, sql } from 'kysely'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { NeedState } from './rules.ts'

/** Needs of one's places, and of the people one looks after wherever they live; one scope for list, read and lock. */
export function needsOf(actor: Pick<Actor, 'scope'>, alias: string): RawBuilder<boolean> {
  const { all, places, units, people = [] } = actor.scope
  if (all) return sql<boolean>`true`
  const place = sql.ref(`${alias}.place_code`)
  const parts = places.map(({ lo, hi }) => sql`${place} between ${lo}::bigint and ${hi}::bigint`)
  if (units.length)
    parts.push(sql`exists (select from person o where o.county = ${sql.ref(`${alias}.county`)}
      and o.id = ${sql.ref(`${alias}.person_id`)} and o.unit_ids && ${units}::uuid[])`)
  if (people.length) parts.push(sql`${sql.ref(`${alias}.person_id`)} = any(${people}::uuid[])`)
  return parts.length ? sql<boolean>`(${sql.join(parts, sql` or `)})` : sql<boolean>`false`
}

export type NeedRow = Awaited<ReturnType<typeof lockNeeds>>[number]
type Asker = 'reader' | 'house'

/** The need an act is about, through the scope and locked. `house`: another room of the house asks, and answers for who may. */
export async function lockNeed(ctx: Ctx, id: string, by: Asker = 'reader'): Promise<NeedRow> {
  const [row] = await lockNeeds(ctx, [id], by)
  ensure(row, notFound)
  return row
}

/** All of them or none, locked in one order. */
export async function lockNeeds(ctx: Ctx, ids: readonly string[], by: Asker) {
  const query = ctx.db
    .selectFrom('need')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
  const rows = await (by === 'reader' ? query.where(needsOf(ctx.actor, 'need')) : query).execute()
  ensure(rows.length === ids.length, notFound)
  return rows.map((row) => ({ ...row, status: row.status as NeedState })) // the column's check allows exactly these
}
