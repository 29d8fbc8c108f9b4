import { type RawBuilder, sql } from 'kysely'
import type { Actor } from './ctx.ts'

/** Rows with `place_code` and `unit_ids`. Lists, single reads and locks all go through it, so they cannot disagree; row-level security says the same again. */
export function rowsOf(actor: Pick<Actor, 'scope'>, alias: string): RawBuilder<boolean> {
  const { all, places, units } = actor.scope
  if (all) return sql<boolean>`true`
  const place = sql.ref(`${alias}.place_code`)
  const parts = places.map(({ lo, hi }) => sql`${place} between ${lo}::bigint and ${hi}::bigint`)
  if (units.length) parts.push(sql`${sql.ref(`${alias}.unit_ids`)} && ${units}::uuid[]`)
  return parts.length ? sql<boolean>`(${sql.join(parts, sql` or `)})` : sql<boolean>`false`
}
