import { type RawBuilder, sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isOneself } from '#platform/oneself.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { type AccountAct, type AccountState, mayAct } from './rules.ts'
import { notInThisState, notOneself } from './words.ts'

export function isLive(now: Date, alias = 'account_grant'): RawBuilder<boolean> {
  const [revoked, valid] = [sql.ref(`${alias}.revoked_at`), sql.ref(`${alias}.valid`)]
  return sql<boolean>`(${revoked} is null and not ${valid} << daterange(${officeDay(now)}::date, null))`
}

export type AccountRow = { id: string; login: string; name: string; status: AccountState; holder_id: string }

/** Takes an account of the county to change it. Administrators answer for the whole county: their own grants have no area. */
export async function lockAccount(ctx: Ctx, id: string): Promise<AccountRow> {
  const row = await ctx.db
    .selectFrom('account')
    .select(['id', 'login', 'name', 'holder_id'])
    .select(sql<AccountState>`status`.as('status'))
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  ensure(row, notFound)
  return row
}

/** The same for an act of the actor's: refused for oneself, and where the account stands otherwise. */
export async function takeFor(ctx: Ctx, act: AccountAct, id: string): Promise<AccountRow> {
  const account = await lockAccount(ctx, id)
  ensure(!isOneself(ctx.actor, account.id), notOneself)
  ensure(mayAct(ctx.actor, act, account), () => notInThisState({ state: account.status }))
  return account
}
