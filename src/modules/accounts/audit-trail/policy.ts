import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#platform/ctx.ts'

/** The audit administrator sees every row of the county; anybody else what they did themselves, or what was done for them. */
export function visibleTo(actor: Pick<Actor, 'accountId' | 'permissions'>): RawBuilder<boolean> {
  if (actor.permissions.has('audit.read')) return sql<boolean>`true`
  return sql<boolean>`(e.account_id = ${actor.accountId}::uuid or e.on_behalf_of = ${actor.accountId}::uuid)`
}
