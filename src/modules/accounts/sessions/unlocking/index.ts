import type { Ctx } from '#platform/ctx.ts'
import { forgetTries as forgetKeys, locksOf as locksOfKeys } from '../../throttle/index.ts'

/** Unlocks whoever has this login name: the name itself, their second factor, and the proofs asked of them. */
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

/** Until when each of these names is locked. */
export function locksOf(ctx: Ctx, logins: readonly string[]): Promise<Map<string, string>> {
  return locksOfKeys(
    ctx,
    logins.map((login) => ({ kind: 'name', of: login })),
  )
}
