import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'

type Leaving = { personId: string; on: string; reason: string }

/**
 * Ends what somebody holds as a volunteer: memberships and posts, dated. What began today and ends today was never held, so its last day is
 * today.
 */
export async function endTies(ctx: Ctx, { personId, on, reason }: Leaving): Promise<void> {
  const county = ctx.actor.county
  const stamps = sql`reason = ${reason}, ended_by = ${ctx.actor.accountId}::uuid, ended_at = ${ctx.now.toISOString()}`
  for (const table of ['team_member', 'post_holding'])
    await sql`update ${sql.table(table)} set during = daterange(lower(during), greatest(${on}::date, lower(during) + 1)), ${stamps}
      where county = ${county} and person_id = ${personId} and upper_inf(during)`.execute(ctx.db)
}

/** Death and leaving end everything at once. */
export async function leaveAll(ctx: Ctx, personId: string, reason: string): Promise<boolean> {
  const on = officeDay(ctx.now)
  const row = await ctx.db
    .updateTable('volunteer')
    .set((column) => ({
      left_on: sql<string>`greatest(${on}::date, since_on)`,
      left_reason: reason,
      version: sql<number>`${column.ref('version')} + 1`,
    }))
    .where('county', '=', ctx.actor.county)
    .where('person_id', '=', personId)
    .where('left_on', 'is', null)
    .returning('id')
    .executeTakeFirst()
  await endTies(ctx, { personId, on, reason })
  return row !== undefined
}
