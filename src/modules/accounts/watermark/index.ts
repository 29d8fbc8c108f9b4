import { officeDay, officeTime } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { watermark } from './text.ts'

/** Who took a paper out of the system, and when: name, end of the account, minute. It stands in the header and footer of every page. */
export async function watermarkOf(ctx: Ctx): Promise<string> {
  const { county, accountId, name } = ctx.actor
  const account = await ctx.db
    .selectFrom('account')
    .select('login')
    .where('county', '=', county)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return watermark({ name, login: account?.login ?? '' }, `${officeDay(ctx.now)} ${officeTime(ctx.now)}`)
}
