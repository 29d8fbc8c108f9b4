import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#platform/ctx.ts'

/** Notices of places in the reader's area: a code within a span lies there with everything under it. */
export function placesOf(actor: Pick<Actor, 'scope'>, alias: string): RawBuilder<boolean> {
  if (actor.scope.all) return sql<boolean>`true`
  const code = sql.ref(`${alias}.place_code`)
  const spans = actor.scope.places.map(({ lo, hi }) => sql`${code} between ${lo}::bigint and ${hi}::bigint`)
  return spans.length ? sql<boolean>`(${sql.join(spans, sql` or `)})` : sql<boolean>`false`
}
