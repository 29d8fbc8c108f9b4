import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

const ownOf = (ctx: Ctx, accountId: string) =>
  ctx.db
    .selectFrom('password_history')
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', accountId)
    .orderBy('set_at', 'desc')

export async function formerPasswords(ctx: Ctx, accountId: string, most: number): Promise<string[]> {
  const rows = await ownOf(ctx, accountId).select('password_hash').limit(most).execute()
  return rows.map((row) => row.password_hash)
}

/** Puts the present password among the former ones, before another takes its place. A code that was handed out is none. */
export async function retirePassword(ctx: Ctx, accountId: string, most: number): Promise<void> {
  const { county } = ctx.actor
  await sql`insert into password_history (county, account_id, set_at, password_hash)
    select county, id, password_set_at, password_hash from account
     where county = ${county} and id = ${accountId} and password_hash like '$argon2%' on conflict do nothing`.execute(
    ctx.db,
  )
  await ctx.db
    .deleteFrom('password_history')
    .where('county', '=', county)
    .where('account_id', '=', accountId)
    .where('set_at', 'in', ownOf(ctx, accountId).select('set_at').offset(most))
    .execute()
}
