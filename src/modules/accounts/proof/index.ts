import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { isProven } from './rules.ts'
import { notProven } from './words.ts'

/**
 * Goes on only if the one who asks has given a password or a code within the last 15 minutes: before a reveal, an export, a restore. The page
 * asks for the proof by itself when it meets this refusal, and sends again. A job has no session: what it does was proven when it was asked for.
 */
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
