import { sql } from 'kysely'
import { calendar } from '#modules/gatherings/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { lockShift, lockShifts, mayKeep, type ShiftRow } from '../policy.ts'
import type { TurnState } from '../rules.ts'
import { outsideArea } from '../words.ts'

type Reach = { id: string; span: 'one' | 'following' | 'all' }
export type Reached = ShiftRow & { turns: TurnState[] }

/** The shifts an act on one of a series reaches, all kept by the actor and locked, in the order of their time, with how their turns stand. */
export async function lockReached(ctx: Ctx, { id, span }: Reach): Promise<Reached[]> {
  const gatherings = await calendar.reachOf(ctx, { id: await gatheringOf(ctx, id), span })
  await lockShift(ctx, id)
  const ids = await shiftsIn(ctx, gatherings)
  const shifts = [...(await lockShifts(ctx, ids)).values()]
  ensure(
    shifts.every((one) => mayKeep(ctx.actor, one.placeCode)),
    outsideArea,
  )
  const states = await turnStatesOf(ctx, ids)
  return shifts
    .map((one) => ({ ...one, turns: states.get(one.id) ?? [] }))
    .toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))
}

/** Which gathering it is, nothing locked yet. */
export async function gatheringOf(ctx: Ctx, id: string): Promise<string> {
  const shift = ctx.db.selectFrom('shift').select('gathering_id as gatheringId').where('county', '=', ctx.actor.county)
  const found = await shift.where('id', '=', id).executeTakeFirst()
  ensure(found, notFound)
  return found.gatheringId
}

async function shiftsIn(ctx: Ctx, gatherings: readonly string[]): Promise<string[]> {
  const found = await ctx.db
    .selectFrom('shift')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where(sql<boolean>`gathering_id = any(${gatherings}::uuid[])`)
    .execute()
  return found.map(({ id }) => id)
}

export async function turnStatesOf(ctx: Ctx, shifts: readonly string[]): Promise<Map<string, TurnState[]>> {
  const turns = await ctx.db
    .selectFrom('shift_turn')
    .select(['shift_id as shiftId', sql<TurnState>`status`.as('status')])
    .where('county', '=', ctx.actor.county)
    .where(sql<boolean>`shift_id = any(${shifts}::uuid[])`)
    .execute()
  const byShift = Map.groupBy(turns, ({ shiftId }) => shiftId)
  return new Map([...byShift].map(([id, some]) => [id, some.map(({ status }) => status)]))
}
