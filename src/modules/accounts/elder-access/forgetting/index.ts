import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { closeIfIdle } from '../cards/index.ts'

/** In what is left of a relative: how they were related stands on the authority, and what they did in the trail under the number of the account. */
const RELATIVE = '家属'
/** For as long the community may still be asked who it was. */
const KEPT_DAYS = 30

export async function forgetName(ctx: Ctx, accountId: string, name: string): Promise<void> {
  await ctx.db
    .updateTable('account')
    .set({ name })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', accountId)
    .execute()
}

/** The last day of an authority has passed so long ago that nobody takes it up again: it is over for good. */
export async function endLongOver(ctx: Ctx): Promise<void> {
  const ended = await ctx.db
    .updateTable('own_authority')
    .set({ ended_at: ctx.now.toISOString(), end_reason: 'withdrawn' })
    .where('county', '=', ctx.actor.county)
    .where('kind', '=', 'family')
    .where('ended_at', 'is', null)
    .where('until', '<', officeDay(daysAgo(ctx)))
    .returning('account_id')
    .execute()
  for (const { account_id } of ended) await closeIfIdle(ctx, account_id)
}

/** Takes the names off closed accounts of relatives: of one at once, of all after a month. Answers how many. */
export async function forgetRelatives(ctx: Ctx, which: { account: string } | 'all'): Promise<number> {
  const long = which === 'all' ? sql`a.closed_at < ${daysAgo(ctx).toISOString()}` : sql`a.id = ${which.account}::uuid`
  const forgotten = await sql`
    update account a set name = ${RELATIVE}
     where a.county = ${ctx.actor.county} and a.kind = 'own' and a.status = 'closed' and a.name <> ${RELATIVE} and ${long}
       and exists (select from own_authority f where f.county = a.county and f.account_id = a.id and f.kind = 'family')
       and not exists (select from own_authority f where f.county = a.county and f.account_id = a.id and f.kind = 'self')`.execute(
    ctx.db,
  )
  return Number(forgotten.numAffectedRows ?? 0)
}

const daysAgo = (ctx: Ctx) => new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000)
