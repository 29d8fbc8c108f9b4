import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { lockGathering } from '../../policy.ts'
import { linesOf } from '../../rows/index.ts'
import { offersFor } from '../rules.ts'

/** Who did not answer in time waits again behind the others; answers who they are. */
export async function lapseOffers(ctx: Ctx, id: string): Promise<string[]> {
  const lapsed = await ctx.db
    .updateTable('gathering_sign_up')
    .set({ status: 'waiting', offered_until: null, asked_at: ctx.now.toISOString() })
    .where('county', '=', ctx.actor.county)
    .where('gathering_id', '=', id)
    .where('status', '=', 'offered')
    .where('offered_until', '<', ctx.now.toISOString())
    .returning('person_id')
    .execute()
  const people = lapsed.map((one) => one.person_id)
  if (people.length) ctx.emit({ type: 'gatherings.offer_lapsed', data: { gatheringId: id, people } })
  return people
}

/** Offers free places to those who wait, in their order; each has so many hours to say yes before the next is asked. */
export async function offerPlaces(ctx: Ctx, id: string): Promise<number> {
  const gathering = await lockGathering(ctx, id)
  const county = ctx.actor.county
  await lapseOffers(ctx, id)
  const line = await linesOf(ctx).where('g.id', '=', id).executeTakeFirstOrThrow()
  const begins = Date.parse(line.starts_at)
  if (gathering.status !== 'planned' || begins <= ctx.now.getTime()) return 0
  const until = new Date(Math.min(ctx.now.getTime() + gathering.offer_hours * 3_600_000, begins)).toISOString()
  const { rows } = await sql<{ personId: string }>`
    update gathering_sign_up set status = 'offered', offered_until = ${until}::timestamptz
     where county = ${county} and id in (
       select id from gathering_sign_up where county = ${county} and gathering_id = ${id} and status = 'waiting'
        order by asked_at, id limit ${offersFor(line)})
    returning person_id as "personId"`.execute(ctx.db)
  const people = rows.map((one) => one.personId)
  if (people.length) ctx.emit({ type: 'gatherings.offered', data: { gatheringId: id, people, until } })
  return people.length
}

/** Where an offer ran out before now. */
export async function gatheringsToOffer(ctx: Ctx): Promise<string[]> {
  const found = await ctx.db
    .selectFrom('gathering_sign_up')
    .select('gathering_id as id')
    .distinct()
    .where('county', '=', ctx.actor.county)
    .where('status', '=', 'offered')
    .where('offered_until', '<', ctx.now.toISOString())
    .execute()
  return found.map((one) => one.id)
}
