import type { Ctx } from '#platform/ctx.ts'
import { forgetTries as forgetKeys, locksOf as locksOfKeys } from '../../throttle/index.ts'

export async function forgetTries(ctx: Ctx, login: string): Promise<void> {
  const account = await ctx.db
    .selectFrom('account')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where('login', '=', login)
    .executeTakeFirst()
  const of = account?.id ?? ''
  await forgetKeys(ctx, [
    { kind: 'name', of: login },
    { kind: 'code', of },
    { kind: 'proof', of },
  ])
}

export function locksOf(ctx: Ctx, logins: readonly string[]): Promise<Map<string, string>> {
  return locksOfKeys(
    ctx,
    logins.map((login) => ({ kind: 'name', of: login })),
  )
}
