import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Listener, SavedEvent } from '#platform/house/outbox.ts'
import { tell } from './telling/index.ts'

type Gathering = {
  id: string
  title: string
  reason: string | null
  when: string
  until: string
  where: string
  whenEn: string
}

/** A gathering in the words of a message; of one that has begun nobody is told any more. */
async function gatheringOf(ctx: Ctx, id: string): Promise<Gathering | undefined> {
  const { rows } = await sql<Gathering>`
    select g.id, g.title, g.reason, coalesce(s.name, nullif(g.address, ''), p.short) as where,
           to_char(lower(g.during) at time zone 'Asia/Shanghai', 'FMMM"月"FMDD"日"HH24:MI') as when,
           to_char(upper(g.during) at time zone 'Asia/Shanghai', 'HH24:MI') as until,
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

/** Who serves has to know how long as well. */
const spanned = (gathering: Gathering) => {
  const { when, whenEn, until } = gathering
  return { ...valuesOf(gathering), when: { zh: `${when}—${until}`, en: `${whenEn}–${until}` } }
}

type Said = {
  template: 'gathering.cancelled' | 'gathering.changed' | 'shift.changed'
  more?: Readonly<Record<string, { zh: string; en: string }>>
}

/** What one act did to several of a series is told once: of the first that somebody counts on, and of how many. */
async function tellTogether(ctx: Ctx, event: SavedEvent, { template, more }: Said) {
  const id = textOf(event, 'id')
  const ids = Array.isArray(event.data['together']) ? idsOf(event, 'together') : [id]
  if (id !== ids[0]) return
  const { rows } = await sql<{ first: string; count: number; people: string[] }>`
    select first, count, array_agg(person_id) as people from (
      select s.person_id, count(*)::int as count, (array_agg(g.id order by lower(g.during)))[1] as first
        from gathering_sign_up s join gathering g on g.county = s.county and g.id = s.gathering_id
       where s.county = ${ctx.actor.county} and g.id = any(${ids}::uuid[]) and lower(g.during) > ${ctx.now.toISOString()}::timestamptz
         and s.status in ('in', 'offered', 'waiting', 'invited')
       group by s.person_id) x
     group by first, count`.execute(ctx.db)
  for (const { first, count, people } of rows) {
    const gathering = await gatheringOf(ctx, first)
    if (!gathering) continue
    const values = { ...(template === 'shift.changed' ? spanned(gathering) : valuesOf(gathering)), ...more }
    const when = { zh: `${gathering.when}起共${count}场`, en: `${gathering.whenEn} and ${count - 1} more` }
    await tell(ctx, { personIds: people, template, values: count > 1 ? { ...values, when } : values, key: event.id })
  }
}

const tellOfCancellation: Listener = {
  name: 'messages.cancellations',
  hears: 'gatherings.cancelled',
  hear: (ctx, event) => tellTogether(ctx, event, { template: 'gathering.cancelled' }),
}

const tellOfChange: Listener = {
  name: 'messages.changes',
  hears: 'gatherings.changed',
  hear: async (ctx, event) => {
    if (event.data['isMoved'] === true) await tellTogether(ctx, event, { template: 'gathering.changed' })
  },
}

const SHIFT_WORDS: Readonly<Record<string, { zh: string; en: string }>> = {
  time: { zh: '时间', en: 'time' },
  place: { zh: '地点', en: 'place' },
  task: { zh: '服务类别', en: 'kind of service' },
}

const tellOfChangedShift: Listener = {
  name: 'messages.changed_shifts',
  hears: 'shifts.changed',
  hear: async (ctx, event) => {
    const words = idsOf(event, 'what').flatMap((one) => SHIFT_WORDS[one] ?? [])
    const what = { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') }
    await tellTogether(ctx, event, { template: 'shift.changed', more: { what } })
  },
}

const tellOfReleasedTurn: Listener = {
  name: 'messages.released_turns',
  hears: 'shifts.released',
  hear: async (ctx, event) => {
    const gathering = await gatheringOf(ctx, textOf(event, 'gatheringId'))
    if (!gathering) return
    const values = { ...spanned(gathering), other: textOf(event, 'other') }
    await tell(ctx, { personIds: [textOf(event, 'personId')], template: 'shift.released', values, key: event.id })
  },
}

/** Whom a changed plan holds back hears it from us first, and not at the door. */
const tellOfStrength: Listener = {
  name: 'messages.judged_again',
  hears: 'gatherings.judged_again',
  hear: async (ctx, event) => {
    const gathering = await gatheringOf(ctx, textOf(event, 'gatheringId'))
    if (!gathering) return
    const values = valuesOf(gathering)
    const about = { values, key: event.id }
    await tell(ctx, { personIds: idsOf(event, 'consent'), template: 'gathering.consent', ...about })
    await tell(ctx, { personIds: idsOf(event, 'refuse'), template: 'gathering.beyond', ...about })
  },
}

/** Points that nobody earned are told of when they come and when they go: else they are found by chance, or missed. */
const tellOfGrant = (template: 'bank.granted' | 'bank.grant_reversed'): Listener => ({
  name: `messages.${template}`,
  hears: template,
  hear: async (ctx, event) => {
    const values = { points: String(event.data['points']) }
    await tell(ctx, { personIds: [textOf(event, 'personId')], template, values, key: event.id })
  },
})

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

export const listeners = [
  tellOfInvitation,
  tellOfOffer,
  tellOfCancellation,
  tellOfChange,
  tellOfChangedShift,
  tellOfReleasedTurn,
  tellOfStrength,
  tellOfGrant('bank.granted'),
  tellOfGrant('bank.grant_reversed'),
  withholdFromTheDead,
  withholdFromTheErased,
]

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
