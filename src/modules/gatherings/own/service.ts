import { sql } from 'kysely'
import { actingFor } from '#modules/accounts/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { qrOf } from '#platform/qr/index.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { sayUntil } from '../feedback/rules.ts'
import { cardsOf } from '../person-codes/service.ts'
import { service as signUps } from '../sign-up/service.ts'
import { notSignedUp, wordMissing } from '../sign-up/words.ts'
import type { contract } from './contract.ts'

type Doors = typeof contract
type Line = Output<Doors['myGatherings']>['mine'][number]
type Been = Output<Doors['myGatherings']>['been'][number]
type Asked = { personId: string; id?: string }

/** How far ahead somebody is shown what they could come to, and how long what they signed up for stays in sight. */
const AHEAD_DAYS = 60
const BACK_DAYS = 7

/** Shifts are found under helping, and nobody chooses whether to come to a meeting of their branch. */
const ELSEWHERE = ['shift', 'training', 'party_life']

/** Gatherings with the person's own sign-up; whether their place is one the gathering is held for. */
async function linesFor(ctx: Ctx, { personId, id }: Asked): Promise<(Line & { isNear: boolean })[]> {
  const { rows } = await sql<Line & { isNear: boolean }>`
    select g.id, g.kind, g.title, concat_ws(' · ', p.short, coalesce(v.name, g.address)) as "where", lower(g.during) as "startsAt",
           upper(g.during) as "endsAt", g.status, g.reason, g.sign_up as "signUp",
           g.capacity - (select count(*)::int from gathering_sign_up t
              where t.county = g.county and t.gathering_id = g.id and t.status in ('in', 'offered', 'waiting')) as free,
           case when s.id is null then null else jsonb_build_object('signUpId', s.id, 'status', s.status, 'offeredUntil', s.offered_until,
             'companion', s.companion, 'waitsForWord', case when s.judged_again_at is not null then
               jsonb_build_object('startsAt', lower(s.judged_from_during), 'intensity', s.judged_from_intensity) end) end as mine,
           coalesce(place_span(g.place_code) @> me.place_code, false) as "isNear"
      from gathering g
      join person me on me.county = g.county and me.id = ${personId}
      join place p on p.county = g.county and p.code = g.place_code
      left join site v on v.county = g.county and v.id = g.site_id
      left join gathering_sign_up s on s.county = g.county and s.gathering_id = g.id and s.person_id = me.id
       and s.status not in ('cancelled', 'declined')
     where g.county = ${ctx.actor.county}
       and ${id ? sql`g.id = ${id}` : sql`lower(g.during) between ${daysFrom(ctx, -BACK_DAYS)} and ${daysFrom(ctx, AHEAD_DAYS)}`}
     order by lower(g.during), g.id`.execute(ctx.db)
  return rows.map((row) => ({ ...row, free: row.free === null ? null : Math.max(0, row.free) }))
}

const daysFrom = (ctx: Ctx, days: number) =>
  sql`${new Date(ctx.now.getTime() + days * 86_400_000).toISOString()}::timestamptz`

async function myGatherings(ctx: Ctx, asked: Input<Doors['myGatherings']>): Promise<Output<Doors['myGatherings']>> {
  await actingFor(ctx, asked.personId)
  const all = await linesFor(ctx, asked)
  const now = ctx.now.getTime()
  const mine = all.filter((one) => one.mine && one.kind !== 'shift' && Date.parse(one.endsAt) > now)
  const open = all.filter(
    (one) =>
      !one.mine &&
      one.isNear &&
      one.status === 'planned' &&
      one.signUp !== 'invited' &&
      Date.parse(one.startsAt) > now &&
      !ELSEWHERE.includes(one.kind),
  )
  const plain = ({ isNear: _, ...line }: Line & { isNear: boolean }): Line => line
  return { mine: mine.map(plain), open: open.map(plain), been: await beenOf(ctx, asked.personId) }
}

/** What they came to themselves; what was brought to them is in the record of what was done for them. */
async function beenOf(ctx: Ctx, personId: string): Promise<Been[]> {
  const { rows } = await sql<Omit<Been, 'maySay'> & { endsAt: string }>`
    select g.id, g.title, lower(g.during) as "startsAt", upper(g.during) as "endsAt", f.stars
      from gathering_attendance a join gathering g on g.county = a.county and g.id = a.gathering_id
      left join gathering_feedback f on f.county = a.county and f.gathering_id = a.gathering_id and f.person_id = a.person_id
     where a.county = ${ctx.actor.county} and a.person_id = ${personId} and a.state = 'present' and g.kind not in ('shift', 'health')
       and lower(g.during) > ${daysFrom(ctx, -365)}
     order by lower(g.during) desc, g.id limit 100`.execute(ctx.db)
  return rows.map(({ endsAt, ...one }) => ({ ...one, maySay: ctx.now <= sayUntil(endsAt) }))
}

async function myGathering(
  ctx: Ctx,
  { personId, id }: Input<Doors['myGathering']>,
): Promise<Output<Doors['myGathering']>> {
  await actingFor(ctx, personId)
  const [found] = await linesFor(ctx, { personId, id })
  // What is far away and was never one's own is none of the elder's pages.
  ensure(found && (found.mine || found.isNear), notFound)
  const { isNear: _, ...line } = found
  const { outcome, reasons } = await signUps.judgeSignUp(ctx, { id, personId })
  const more = ctx.db
    .selectFrom('gathering')
    .select(['note', 'intensity'])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
  const { note, intensity } = await more.executeTakeFirstOrThrow()
  return { ...line, note, intensity, hosts: await hostsOf(ctx, id), strength: outcome, reasons }
}

async function hostsOf(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('gathering_host as h')
    .innerJoin('unit as u', (on) => on.onRef('u.county', '=', 'h.county').onRef('u.id', '=', 'h.unit_id'))
    .select('u.name')
    .where('h.county', '=', ctx.actor.county)
    .where('h.gathering_id', '=', id)
    .orderBy('h.position')
    .execute()
  return rows.map(({ name }) => name)
}

async function ownSignUp(ctx: Ctx, { personId, id }: { personId: string; id: string }) {
  return ctx.db
    .selectFrom('gathering_sign_up')
    .select(['id', 'status', 'judged_again_at'])
    .where('county', '=', ctx.actor.county)
    .where('gathering_id', '=', id)
    .where('person_id', '=', personId)
    .where('status', 'not in', ['cancelled', 'declined'])
    .executeTakeFirst()
}

/** The same act as at the counter: whoever asks consents by asking, and names who goes along where that is needed. */
async function joinGathering(
  ctx: Ctx,
  { personId, id, companion }: Input<Doors['joinGathering']>,
): Promise<Output<Doors['joinGathering']>> {
  const { as } = await actingFor(ctx, personId)
  const own = await ownSignUp(ctx, { personId, id })
  if (own?.judged_again_at) {
    ensure(companion, wordMissing)
    await signUps.consentToChange(ctx, { id, signUpId: own.id, consentBy: as, companion })
    if (own.status !== 'offered') return { signUpId: own.id, status: own.status === 'in' ? 'in' : 'waiting' }
  }
  if (own?.status === 'offered') {
    await signUps.takeOffer(ctx, { id, signUpId: own.id, onBehalf: as })
    return { signUpId: own.id, status: 'in' }
  }
  const consentBy = companion ? as : null
  const { signUpId, status } = await signUps.signUp(ctx, { id, personId, onBehalf: as, consentBy, companion })
  return { signUpId, status }
}

async function leaveGathering(ctx: Ctx, asked: Input<Doors['leaveGathering']>): Promise<{ ok: true }> {
  const { as } = await actingFor(ctx, asked.personId)
  const own = await ownSignUp(ctx, asked)
  ensure(own, notSignedUp)
  await signUps.cancelSignUp(ctx, { id: asked.id, signUpId: own.id, onBehalf: as })
  return { ok: true }
}

async function showMyCode(ctx: Ctx, { personId }: Input<Doors['showMyCode']>): Promise<Output<Doors['showMyCode']>> {
  await actingFor(ctx, personId)
  const [card] = await cardsOf(ctx, [personId])
  ensure(card, notFound)
  return { name: card.name, code: card.code, qr: qrOf(card.code) }
}

export const service: Service<Doors> = { myGatherings, myGathering, joinGathering, leaveGathering, showMyCode }
