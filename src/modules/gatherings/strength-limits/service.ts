import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { limitsOn, limitsSchema } from '../strength/limits/index.ts'
import type { contract } from './contract.ts'
import { tooEarly } from './words.ts'

type Doors = typeof contract

async function readStrengthLimits(ctx: Ctx): Promise<Output<Doors['readStrengthLimits']>> {
  const rows = await ctx.db
    .selectFrom('strength_limit as l')
    .leftJoin('account as a', (on) => on.onRef('a.county', '=', 'l.county').onRef('a.id', '=', 'l.set_by'))
    .select(['l.since', 'l.limits', 'a.name as by'])
    .where('l.county', '=', ctx.actor.county)
    .orderBy('l.since', 'desc')
    .execute()
  const items = rows.map(({ limits, ...row }) => ({ ...row, limits: limitsSchema.parse(limits) }))
  return { today: limitsSchema.parse(await limitsOn(ctx, officeDay(ctx.now))), items }
}

async function setStrengthLimits(
  ctx: Ctx,
  { since, limits }: Input<Doors['setStrengthLimits']>,
): Promise<{ ok: true }> {
  ensure(since >= officeDay(ctx.now), tooEarly)
  const said = { limits: JSON.stringify(limits), set_by: ctx.actor.accountId, set_at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('strength_limit')
    .values({ county: ctx.actor.county, id: newId(ctx.now.getTime()), since, ...said })
    .onConflict((conflict) => conflict.constraint('strength_limit_since').doUpdateSet(said))
    .execute()
  return { ok: true }
}

export const service: Service<Doors> = { readStrengthLimits, setStrengthLimits }
