import { sql } from 'kysely'
import { actingFor } from '#modules/accounts/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { needKinds } from '../codes/index.ts'
import { needDesk, raiseNeed } from '../needs/index.ts'
import { claimTurn, giveUpTurn, mayCheckIn, mayCheckOut } from '../shifts/index.ts'
import type { contract } from './contract.ts'
import { needsOfPerson } from './needs/index.ts'
import { answerNeed, confirmVisit, visitsOf } from './visits/index.ts'
import { noTurn, wishUsed } from './words.ts'

type Doors = typeof contract
type In<K extends keyof Doors> = Input<Doors[K]>
type Out<K extends keyof Doors> = Promise<Output<Doors[K]>>
type Shift = Awaited<Out<'myShifts'>>['mine'][number]

type Line = Omit<Shift, 'can'>
type Around = Line & { isServed: boolean }

const AHEAD_DAYS = 30
const LIVE = ['waiting', 'claimed', 'started', 'late', 'served', 'confirmed']

/** Shifts of the person's street or town: an elder is not sent across the county. */
async function shiftsAround(ctx: Ctx, personId: string): Promise<Around[]> {
  const until = new Date(ctx.now.getTime() + AHEAD_DAYS * 86_400_000).toISOString()
  const { rows } = await sql<Around>`
    select s.id, g.title, concat_ws(' · ', p.short, g.address) as "where", lower(g.during) as "startsAt", upper(g.during) as "endsAt", g.status,
           g.capacity - (select count(*)::int from shift_turn o where o.county = s.county and o.shift_id = s.id
              and o.status in ('claimed', 'started', 'late', 'served', 'confirmed')) as free,
           t.status as turn, (select u.gathering_id from gathering_sign_up u where u.county = g.county and u.gathering_id = g.id
              and u.person_id = me.id and u.judged_again_at is not null and u.status in ('in', 'offered', 'waiting')) as "wordAt",
           coalesce(s.served_person_id = me.id, false) as "isServed"
      from shift s
      join gathering g on g.county = s.county and g.id = s.gathering_id
      join place p on p.county = g.county and p.code = g.place_code
      join person me on me.county = s.county and me.id = ${personId}
      left join shift_turn t on t.county = s.county and t.shift_id = s.id and t.person_id = me.id and t.status = any(${LIVE})
     where s.county = ${ctx.actor.county} and (upper(g.during) > ${ctx.now.toISOString()}::timestamptz or t.status in ('started', 'late', 'served'))
       and lower(g.during) < ${until}::timestamptz
       and (t.id is not null or (g.status = 'planned' and s.open_to = 'volunteers'
         and g.place_code / 10000000000 = me.place_code / 10000000000))
     order by lower(g.during), s.id`.execute(ctx.db)
  return rows
}

async function myShifts(ctx: Ctx, { personId }: In<'myShifts'>): Out<'myShifts'> {
  await actingFor(ctx, personId)
  const { rows } = await sql<{ isVolunteer: boolean; stars: number; minutes: number }>`
    select exists (select from volunteer v where v.county = p.county and v.person_id = p.id and v.left_on is null) as "isVolunteer",
           coalesce((select max(level)::int from star_award s where s.county = p.county and s.person_id = p.id and s.status = 'awarded'), 0) as stars,
           coalesce((select sum(minutes)::int from service_record r
              where r.county = p.county and r.person_id = p.id and r.reversed_at is null), 0) as minutes
      from person p where p.county = ${ctx.actor.county} and p.id = ${personId}`.execute(ctx.db)
  const [me] = rows
  ensure(me, notFound)
  const all = await shiftsAround(ctx, personId)
  const plain = ({ isServed: _, ...one }: Around): Shift => ({ ...one, can: actsNow(one, ctx.now) })
  const open = all.filter((one) => one.turn === null && !one.isServed && Date.parse(one.startsAt) > ctx.now.getTime())
  return {
    ...me,
    mine: all.filter((one) => one.turn !== null).map(plain),
    open: open.map(plain),
    helped: await helpedBy(ctx, personId),
  }
}

const yearAgo = (ctx: Ctx) => new Date(ctx.now.getTime() - 365 * 86_400_000).toISOString()

async function helpedBy(ctx: Ctx, personId: string): Promise<Awaited<Out<'myShifts'>>['helped']> {
  const { rows } = await sql<Awaited<Out<'myShifts'>>['helped'][number]>`
    select r.id, r.title, lower(r.during) as "on", r.minutes from service_record r
     where r.county = ${ctx.actor.county} and r.person_id = ${personId} and r.reversed_at is null
       and lower(r.during) > ${yearAgo(ctx)}::timestamptz
     order by lower(r.during) desc, r.id limit 100`.execute(ctx.db)
  return rows
}

function actsNow({ turn, startsAt, endsAt }: Line, now: Date): Shift['can'] {
  const isClaimed = turn === 'claimed'
  return {
    checkIn: isClaimed && mayCheckIn({ from: startsAt, to: endsAt }, now),
    checkOut: turn === 'started' && mayCheckOut({ to: endsAt }, now),
    swap: isClaimed && Date.parse(startsAt) > now.getTime(),
  }
}

async function claimMyTurn(ctx: Ctx, { personId, id, companion }: In<'claimMyTurn'>): Out<'claimMyTurn'> {
  const { as } = await actingFor(ctx, personId)
  const consentBy = companion ? as : null
  const { status } = await claimTurn(ctx, { id, personId, onBehalf: as, consentBy, companion })
  return { status }
}

async function giveUpMyTurn(ctx: Ctx, { personId, id }: In<'giveUpMyTurn'>): Out<'giveUpMyTurn'> {
  const { as } = await actingFor(ctx, personId)
  const turn = await ctx.db
    .selectFrom('shift_turn')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where('shift_id', '=', id)
    .where('person_id', '=', personId)
    .where('status', 'in', ['waiting', 'claimed'])
    .executeTakeFirst()
  ensure(turn, noTurn)
  return giveUpTurn(ctx, { id, turnId: turn.id, onBehalf: as })
}

async function myNeeds(ctx: Ctx, { personId }: In<'myNeeds'>): Out<'myNeeds'> {
  await actingFor(ctx, personId)
  return { items: await needsOfPerson(ctx, personId) }
}

/** A need as any other, in the book of the community; who asks by one tap has said enough. */
async function askForHelp(ctx: Ctx, { personId, id, kind, words, urgency }: In<'askForHelp'>): Out<'askForHelp'> {
  const { as } = await actingFor(ctx, personId)
  const said = words.length >= 2 ? words : needKinds[kind].zh
  const former = id && (await askedBefore(ctx, personId, { id, kind, words: said, urgency }))
  if (former) return former
  return raiseNeed(ctx, { id, kind, words: said, urgency, channel: 'own', onBehalf: as, personId })
}

type Wish = { id: string; kind: string; words: string; urgency: string }

/** One after another for one wish: a second tap waits, and finds what the first wrote. Other words under its id are no repetition. */
async function askedBefore(ctx: Ctx, personId: string, wish: Wish): Promise<Awaited<Out<'askForHelp'>> | undefined> {
  const { id } = wish
  await sql`select pg_advisory_xact_lock(hashtextextended(${`need ${id}`}, ${ctx.actor.county}))`.execute(ctx.db)
  const former = await ctx.db
    .selectFrom('need')
    .select(['id', 'number', 'kind', 'urgency', 'words_sealed'])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!former) return undefined
  const isSame = former.kind === wish.kind && former.urgency === wish.urgency
  ensure(isSame && ctx.vault.open(former.words_sealed) === wish.words, () => wishUsed({ number: former.number }))
  return { needId: former.id, number: former.number }
}

async function withdrawMyNeed(ctx: Ctx, { personId, id }: In<'withdrawMyNeed'>): Out<'withdrawMyNeed'> {
  await actingFor(ctx, personId)
  await ensureOwn(ctx, personId, id)
  return needDesk.withdrawNeed(ctx, { id, reason: '老同志页面：不用帮了' })
}

async function answerMyNeed(ctx: Ctx, { personId, id, satisfaction }: In<'answerMyNeed'>): Out<'answerMyNeed'> {
  await actingFor(ctx, personId)
  await ensureOwn(ctx, personId, id)
  await answerNeed(ctx, { personId, id, rating: satisfaction })
  return { ok: true }
}

async function confirmMyVisit(ctx: Ctx, visit: In<'confirmMyVisit'>): Out<'confirmMyVisit'> {
  await actingFor(ctx, visit.personId)
  await confirmVisit(ctx, visit)
  return { ok: true }
}

async function ensureOwn(ctx: Ctx, personId: string, id: string): Promise<void> {
  const need = ctx.db.selectFrom('need').select('id').where('county', '=', ctx.actor.county).where('id', '=', id)
  ensure(await need.where('person_id', '=', personId).executeTakeFirst(), notFound)
}

/** Of the last year, and only what was done for them: where they went and whom they helped stands with their gatherings and turns. */
async function myRecord(ctx: Ctx, { personId }: In<'myRecord'>): Out<'myRecord'> {
  await actingFor(ctx, personId)
  const county = ctx.actor.county
  const since = yearAgo(ctx)
  // Who served is told by name to whom it was done for: they stood at the door.
  const served = await sql<Awaited<Out<'myRecord'>>['served'][number]>`
    select r.id, r.title, lower(r.during) as "on", r.minutes, coalesce(helper_name(r.person_id), '') as "by", r.rating
      from service_record r join shift s on s.county = r.county and s.id = r.shift_id
     where r.county = ${county} and s.served_person_id = ${personId} and r.reversed_at is null and lower(r.during) > ${since}::timestamptz
     order by lower(r.during) desc, r.id`.execute(ctx.db)
  const given = await sql<Awaited<Out<'myRecord'>>['given'][number]>`
    select g.id, g.title, lower(g.during) as "startsAt", a.state = 'home' as "isHome"
      from gathering_attendance a join gathering g on g.county = a.county and g.id = a.gathering_id
     where a.county = ${county} and a.person_id = ${personId} and (a.state = 'home' or a.state = 'present' and g.kind = 'health')
       and lower(g.during) > ${since}::timestamptz
     order by lower(g.during) desc, g.id limit 100`.execute(ctx.db)
  return { waiting: await visitsOf(ctx, personId), served: served.rows, given: given.rows }
}

export const service: Service<Doors> = {
  myShifts,
  claimMyTurn,
  giveUpMyTurn,
  myNeeds,
  askForHelp,
  withdrawMyNeed,
  answerMyNeed,
  confirmMyVisit,
  myRecord,
}
