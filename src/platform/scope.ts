import { type RawBuilder, sql } from 'kysely'
import type { Actor } from './ctx.ts'

/** Rows of persons by `place_code`, `unit_ids` and whose affairs are being done. Lists, single reads and locks all go through it, so they cannot disagree; row-level security says the same again. */
export function rowsOf(actor: Pick<Actor, 'scope'>, alias: string): RawBuilder<boolean> {
  const { all, places, units, people = [] } = actor.scope
  if (all) return sql<boolean>`true`
  const place = sql.ref(`${alias}.place_code`)
  const parts = places.map(({ lo, hi }) => sql`${place} between ${lo}::bigint and ${hi}::bigint`)
  if (units.length) parts.push(sql`${sql.ref(`${alias}.unit_ids`)} && ${units}::uuid[]`)
  // Only rows of persons have these ids: somebody who does a person's affairs sees that person.
  if (people.length) parts.push(sql`${sql.ref(`${alias}.id`)} = any(${people}::uuid[])`)
  return parts.length ? sql<boolean>`(${sql.join(parts, sql` or `)})` : sql<boolean>`false`
}
