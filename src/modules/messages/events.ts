import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Listener, SavedEvent } from '#platform/house/outbox.ts'
import { tell } from './telling/index.ts'

type Gathering = { id: string; title: string; reason: string | null; when: string; where: string; whenEn: string }

/** A gathering in the words of a message; of one that has begun nobody is told any more. */
async function gatheringOf(ctx: Ctx, id: string): Promise<Gathering | undefined> {
  const { rows } = await sql<Gathering>`
    select g.id, g.title, g.reason, coalesce(s.name, nullif(g.address, ''), p.short) as where,
           to_char(lower(g.during) at time zone 'Asia/Shanghai', 'FMMM"月"FMDD"日"HH24:MI') as when,
           to_char(lower(g.during) at time zone 'Asia/Shanghai', 'FMDD Mon, HH24:MI') as "whenEn"
      from gathering g join place p on p.county = g.county and p.code = g.place_code
      left join site s on s.county = g.county and s.id = g.site_id
     where g.county = ${ctx.actor.county} and g.id = ${id} and lower(g.during) > ${ctx.now.toISOString()}`.execute(
    ctx.db,
  )
  return rows[0]
}

const textOf = (event: SavedEvent, key: string) => {
  const value = event.data[key]
  return typeof value === 'string' ? value : ''
}
const idsOf = (event: SavedEvent, key: string) => {
  const value = event.data[key]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

const valuesOf = ({ title, when, where, whenEn, reason }: Gathering) => ({
  title,
  when: { zh: when, en: whenEn },
  where,
  reason: reason ?? '',
})

const tellOfInvitation: Listener = {
  name: 'messages.invitations',
  hears: 'gatherings.invited',
  hear: async (ctx, event) => {
    const gathering = await gatheringOf(ctx, textOf(event, 'gatheringId'))
    if (!gathering) return
    const personIds = idsOf(event, 'people')
    await tell(ctx, { personIds, template: 'gathering.invited', values: valuesOf(gathering), key: event.id })
  },
}

const tellOfOffer: Listener = {
  name: 'messages.offers',
  hears: 'gatherings.offered',
  hear: async (ctx, event) => {
    const gathering = await gatheringOf(ctx, textOf(event, 'gatheringId'))
    if (!gathering) return
    // Who has taken or lost the offer since is not told of it.
    const { rows } = await sql<{ person_id: string; until: string; untilEn: string }>`
      select person_id, to_char(offered_until at time zone 'Asia/Shanghai', 'FMMM"月"FMDD"日"HH24:MI') as until,
             to_char(offered_until at time zone 'Asia/Shanghai', 'FMDD Mon, HH24:MI') as "untilEn"
        from gathering_sign_up
       where county = ${ctx.actor.county} and gathering_id = ${gathering.id} and status = 'offered'
         and offered_until > ${ctx.now.toISOString()} and person_id = any(${idsOf(event, 'people')}::uuid[])`.execute(
      ctx.db,
    )
    for (const { person_id, until, untilEn } of rows) {
      const values = { ...valuesOf(gathering), until: { zh: until, en: untilEn } }
      await tell(ctx, { personIds: [person_id], template: 'gathering.offered', values, key: event.id })
    }
  },
}

const tellOfCancellation: Listener = {
  name: 'messages.cancellations',
  hears: 'gatherings.cancelled',
  hear: async (ctx, event) => {
    const gathering = await gatheringOf(ctx, textOf(event, 'id'))
    if (!gathering) return
    const rows = await ctx.db
      .selectFrom('gathering_sign_up')
      .select('person_id')
      .where('county', '=', ctx.actor.county)
      .where('gathering_id', '=', gathering.id)
      .where('status', 'in', ['in', 'offered', 'waiting', 'invited'])
      .execute()
    const personIds = rows.map((row) => row.person_id)
    await tell(ctx, { personIds, template: 'gathering.cancelled', values: valuesOf(gathering), key: event.id })
  },
}

/** Nobody writes to the dead: what still waits for them is withheld. */
const withholdFromTheDead: Listener = {
  name: 'messages.the_dead',
  hears: 'people.died',
  hear: async (ctx, event) => {
    await ctx.db
      .updateTable('message')
      .set({ status: 'withheld', why: 'not_living', due_at: null, done_at: ctx.now.toISOString() })
      .where('county', '=', ctx.actor.county)
      .where('person_id', '=', textOf(event, 'id'))
      .where('status', 'in', ['waiting', 'to_print'])
      .execute()
  },
}

const withholdFromTheErased: Listener = {
  name: 'messages.the_erased',
  hears: 'people.erased',
  hear: async (ctx, event) => {
    await ctx.db
      .updateTable('message')
      .set({ status: 'withheld', why: 'erased', due_at: null, done_at: ctx.now.toISOString() })
      .where('county', '=', ctx.actor.county)
      .where(sql<boolean>`person_id = any(${idsOf(event, 'ids')}::uuid[])`)
      .where('status', 'in', ['waiting', 'to_print'])
      .execute()
  },
}

export const listeners = [tellOfInvitation, tellOfOffer, tellOfCancellation, withholdFromTheDead, withholdFromTheErased]

/** Reminds those who have a place in what happens on the day after. */
export async function remindOfTomorrow(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ id: string; people: string[] }>`
    select g.id, array_agg(s.person_id) as people
      from gathering g join gathering_sign_up s on s.county = g.county and s.gathering_id = g.id and s.status = 'in'
     where g.county = ${ctx.actor.county} and g.status = 'planned'
       and (lower(g.during) at time zone 'Asia/Shanghai')::date = (${ctx.now.toISOString()}::timestamptz at time zone 'Asia/Shanghai')::date + 1
     group by g.id`.execute(ctx.db)
  for (const { id, people } of rows) {
    const gathering = await gatheringOf(ctx, id)
    if (gathering)
      await tell(ctx, {
        personIds: people,
        template: 'gathering.tomorrow',
        values: valuesOf(gathering),
        key: `tomorrow:${id}:${gathering.when}`,
      })
  }
  return rows.length
}
