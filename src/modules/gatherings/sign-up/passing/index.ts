import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { lockGathering } from '../../policy.ts'
import { service } from '../service.ts'

type Passing = { gatheringId: string; signUpId: string; toPersonId: string; onBehalf: 'self' | 'family' | 'clerk' }

/**
 * Gives the place of one to another, past the waiting list: who hands on a promise finds the replacement. The other is judged as anybody who signs up.
 * Whether the actor may do this is for the room that asks to know.
 */
export async function passPlace(ctx: Ctx, { gatheringId, signUpId, toPersonId, onBehalf }: Passing): Promise<string> {
  await lockGathering(ctx, gatheringId)
  const county = ctx.actor.county
  await ctx.db
    .updateTable('gathering_sign_up')
    .set({ status: 'cancelled', offered_until: null, ended_at: ctx.now.toISOString() })
    .where('county', '=', county)
    .where('id', '=', signUpId)
    .execute()
  const asked = { id: gatheringId, personId: toPersonId, onBehalf, consentBy: null, companion: null }
  const entered = await service.signUp(ctx, asked)
  if (entered.status === 'waiting')
    await ctx.db
      .updateTable('gathering_sign_up')
      .set({ status: 'in' })
      .where('county', '=', county)
      .where('id', '=', entered.signUpId)
      .execute()
  return entered.signUpId
}

type Freed = { gatheringId: string; signUps: readonly string[] }

/** Ends what people had signed up for because the plan no longer lets them come. The room that asks tells them; free places are offered with the change. */
export async function freePlaces(ctx: Ctx, { gatheringId, signUps }: Freed): Promise<void> {
  await ctx.db
    .updateTable('gathering_sign_up')
    .set({ status: 'cancelled', offered_until: null, ended_at: ctx.now.toISOString(), ended_on_behalf: 'clerk' })
    .where('county', '=', ctx.actor.county)
    .where('gathering_id', '=', gatheringId)
    .where(sql<boolean>`id = any(${signUps}::uuid[])`)
    .execute()
}
