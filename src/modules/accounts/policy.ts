import { type RawBuilder, sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'

/** A grant that counts or will count: not taken back and not over. */
export function isLive(now: Date, alias = 'account_grant'): RawBuilder<boolean> {
  const [revoked, valid] = [sql.ref(`${alias}.revoked_at`), sql.ref(`${alias}.valid`)]
  return sql<boolean>`(${revoked} is null and not ${valid} << daterange(${officeDay(now)}::date, null))`
}

/**
 * The accounts an administrator may see and change: those whose grants all lie in their own area, and those without any that they
 * opened themselves. Otherwise resetting the password of somebody with a wider area would be a way into it.
 */
export function inReach(actor: Actor, now: Date): RawBuilder<boolean> {
  const { all, places, units } = actor.scope
  if (all) return sql<boolean>`true`
  const area = `{${places.map(({ lo, hi }) => `[${lo},${hi}]`).join(',')}}`
  const grants = sql`account_grant g where g.county = account.county and g.account_id = account.id and ${isLive(now, 'g')}`
  const inside = sql`(coalesce(place_span(g.place_code) <@ ${area}::int8multirange, false) or coalesce(g.unit_id = any(${units}::uuid[]), false))`
  return sql<boolean>`(not exists (select 1 from ${grants} and not ${inside})
    and (account.created_by = ${actor.accountId}::uuid or exists (select 1 from ${grants})))`
}

export type AccountRow = { id: string; login: string; name: string; status: string }

/** Takes an account to change it; outside the actor's reach there is none. */
export async function lockAccount(ctx: Ctx, id: string): Promise<AccountRow> {
  const row = await ctx.db
    .selectFrom('account')
    .select(['id', 'login', 'name', 'status'])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .where(inReach(ctx.actor, ctx.now))
    .forNoKeyUpdate()
    .executeTakeFirst()
  ensure(row, notFound)
  return row
}
