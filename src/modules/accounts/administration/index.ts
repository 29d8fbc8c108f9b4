import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import type { Role } from '../rules.ts'
import { lastAdministrator } from '../words.ts'

/**
 * Does what takes rights away. If the county had an administrator before, it has one after: somebody must be left who can give
 * rights again. Two administrators who take each other's at once go one after the other.
 */
export async function keepingAnAdministrator<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
  await ctx.db.selectFrom('county').select('county').where('county', '=', ctx.actor.county).forNoKeyUpdate().execute()
  const hadOne = await hasAdministrator(ctx)
  const result = await work()
  ensure(!hadOne || (await hasAdministrator(ctx)), lastAdministrator)
  return result
}

async function hasAdministrator(ctx: Ctx): Promise<boolean> {
  const found = await ctx.db
    .selectFrom('account_grant')
    .innerJoin('account', (on) =>
      on.onRef('account.county', '=', 'account_grant.county').onRef('account.id', '=', 'account_id'),
    )
    .select('account.id')
    .where('account_grant.county', '=', ctx.actor.county)
    .where('account.status', '=', 'open')
    .where('role', '=', 'county_administrator' satisfies Role)
    .where('place_code', '=', `${ctx.actor.county}`.padEnd(19, '0'))
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`valid @> ${officeDay(ctx.now)}::date`)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
