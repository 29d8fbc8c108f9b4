import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { isProven } from './rules.ts'
import { notProven } from './words.ts'

/** Only with a password or code given within the last 15 minutes: before a reveal, an export, a restore. A job has no session: it was proven when asked for. */
export async function ensureProven(ctx: Ctx): Promise<void> {
  const { county, sessionId } = ctx.actor
  if (!sessionId) return
  const session = await ctx.db
    .selectFrom('session')
    .select('proven_at')
    .where('county', '=', county)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  ensure(isProven(session?.proven_at ? new Date(session.proven_at) : null, ctx.now), notProven)
}
