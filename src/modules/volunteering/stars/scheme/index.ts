import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { USUAL_HOURS } from '../rules.ts'

/** The hours that make each star on a day. */
export async function hoursOn(ctx: Ctx, day: string): Promise<{ hours: number[]; validFrom: string | null }> {
  const row = await ctx.db
    .selectFrom('star_scheme')
    .select(['hours', 'valid_from'])
    .where('county', '=', ctx.actor.county)
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { hours: row?.hours ?? [...USUAL_HOURS], validFrom: row?.valid_from ?? null }
}

export async function nextScheme(ctx: Ctx): Promise<{ hours: number[]; validFrom: string } | null> {
  const row = await ctx.db
    .selectFrom('star_scheme')
    .select(['hours', 'valid_from as validFrom'])
    .where('county', '=', ctx.actor.county)
    .where('valid_from', '>', officeDay(ctx.now))
    .orderBy('valid_from')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
