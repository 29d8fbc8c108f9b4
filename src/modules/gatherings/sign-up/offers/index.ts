import { sql } from 'kysely'
import { dueAt, quietOf } from '#modules/messages/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { lockGathering } from '../../policy.ts'
import { linesOf } from '../../rows/index.ts'
import { offersFor, offerUntil } from '../rules.ts'

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
  // Nobody is asked by night: the hourly round offers in the morning what became free meanwhile.
  const quiet = await quietOf(ctx)
  if (dueAt(ctx.now, quiet) > ctx.now) return 0
  const until = offerUntil({ now: ctx.now, hours: gathering.offer_hours, begins }, (at) =>
    dueAt(at, quiet),
  ).toISOString()
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

/** Where an offer ran out before now, or somebody waits beside a free place, as after a night. */
export async function gatheringsToOffer(ctx: Ctx): Promise<string[]> {
  const now = ctx.now.toISOString()
  const of = sql`select from gathering_sign_up s where s.county = g.county and s.gathering_id = g.id`
  const { rows } = await sql<{ id: string }>`
    select g.id from gathering g
     where g.county = ${ctx.actor.county}
       and (g.id in (select o.gathering_id from gathering_sign_up o
                      where o.county = ${ctx.actor.county} and o.status = 'offered' and o.offered_until < ${now}::timestamptz)
         or g.status = 'planned' and lower(g.during) > ${now}::timestamptz and exists (${of} and s.status = 'waiting')
            and (g.capacity is null or g.capacity > (select count(*) from (${of} and s.status in ('in', 'offered')) n)))
     order by g.id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
