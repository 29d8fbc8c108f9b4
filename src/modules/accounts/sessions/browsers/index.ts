import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { hashOfToken } from '../../door/index.ts'
import type { Visitor } from '../../door/judged.ts'

type Asked = { county: number; login: string; browser: string }

export async function isKnownBrowser(ctx: Ctx, { county, login, browser }: Asked): Promise<boolean> {
  const found = await ctx.db
    .selectFrom('known_browser')
    .innerJoin('account', (on) =>
      on.onRef('account.county', '=', 'known_browser.county').onRef('account.id', '=', 'account_id'),
    )
    .select(sql`1`.as('one'))
    .where('known_browser.county', '=', county)
    .where('browser_hash', '=', hashOfToken(browser))
    .where('login', '=', login)
    .executeTakeFirst()
  return found !== undefined
}

/** How many browsers an account is known by; the oldest are forgotten. */
const MOST_BROWSERS = 10

/** From now on strangers who guess at this name do not lock this browser out. */
export async function rememberBrowser(ctx: Ctx, accountId: string, visitor: Visitor): Promise<void> {
  const own = { county: ctx.actor.county, account_id: accountId, browser_hash: hashOfToken(visitor.browser) }
  const seen_at = ctx.now.toISOString()
  await ctx.db
    .insertInto('known_browser')
    .values({ ...own, seen_at })
    .onConflict((conflict) => conflict.columns(['county', 'account_id', 'browser_hash']).doUpdateSet({ seen_at }))
    .execute()
  const mine = ctx.db
    .selectFrom('known_browser')
    .select('browser_hash')
    .where('county', '=', own.county)
    .where('account_id', '=', accountId)
  await forgetting(ctx, accountId)
    .where('browser_hash', 'in', mine.orderBy('seen_at', 'desc').offset(MOST_BROWSERS))
    .execute()
  visitor.stays = true
}

/** After a reset nothing is trusted that was known before it. */
export async function forgetBrowsers(ctx: Ctx, accountId: string): Promise<void> {
  await forgetting(ctx, accountId).execute()
}

const forgetting = (ctx: Ctx, accountId: string) =>
  ctx.db.deleteFrom('known_browser').where('county', '=', ctx.actor.county).where('account_id', '=', accountId)
