import { type RawBuilder, sql } from 'kysely'
import { maskedNames } from '#modules/gatherings/index.ts'
import { placeRange } from '#modules/places/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import type { contract } from '../contract.ts'
import { actsOn, mayUndoCheckIn } from '../rules.ts'

type Line = Output<typeof contract.listShifts>['items'][number]
type Turn = Output<typeof contract.readShift>['turns'][number]

/** The conditions of a list of shifts: a window of time, a place with all below it, a team, a need, somebody’s own. */
export function matching(asked: Input<typeof contract.listShifts>): RawBuilder<boolean> {
  const { from, to, under, teamId, needId, personId, status, isFree, q } = asked
  const parts = [sql`true`]
  if (from || to) parts.push(sql`g.during && tstzrange(${from ?? null}::timestamptz, ${to ?? null}::timestamptz)`)
  if (under) {
    const { lo, hi } = placeRange(under)
    parts.push(sql`g.place_code between ${lo}::bigint and ${hi}::bigint`)
  }
  if (teamId) parts.push(sql`s.team_id = ${teamId}`)
  if (needId) parts.push(sql`s.need_id = ${needId}`)
  if (status) parts.push(sql`g.status = ${status}`)
  if (isFree !== undefined) parts.push(sql`(n.taken < g.capacity) = ${isFree}`)
  if (q) parts.push(sql`g.title like ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}`)
  if (personId)
    parts.push(sql`exists (select from shift_turn o where o.county = s.county and o.shift_id = s.id and o.person_id = ${personId}
      and o.status not in ('cancelled', 'refused'))`)
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

const source = (county: number) => sql`
  shift s
  join gathering g on g.county = s.county and g.id = s.gathering_id
  join place p on p.county = g.county and p.code = g.place_code
  left join volunteer_team m on m.county = s.county and m.id = s.team_id
  cross join lateral (
    select count(*) filter (where t.status in ('claimed', 'started', 'late', 'served', 'confirmed'))::int as taken,
           count(*) filter (where t.status = 'waiting')::int as waiting, count(*) filter (where t.status = 'started')::int as started,
           count(*) filter (where t.status in ('served', 'late'))::int as served, count(*) filter (where t.status = 'confirmed')::int as confirmed
      from shift_turn t where t.county = s.county and t.shift_id = s.id) n
  where s.county = ${county}`

export async function countOf(ctx: Ctx, where: RawBuilder<boolean>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from ${source(ctx.actor.county)} and ${where}`.execute(ctx.db)
  return rows[0]?.total ?? 0
}

export type Read = Line & {
  version: number
  seriesId: string | null
  siteId: string | null
  intensity: 1 | 2 | 3 | 4
  note: string | null
  organiserId: string | null
  servedPersonId: string | null
  servedCode: string
}

export async function linesOf(ctx: Ctx, where: RawBuilder<boolean>, page: { offset: number; limit: number }) {
  const { rows } = await sql<Read>`
    select s.id, s.gathering_id as "gatheringId", g.title, s.task, s.open_to as "openTo", s.team_id as "teamId", m.name as team,
           s.need_id as "needId", g.place_code as "placeCode", p.short as place, g.address, lower(g.during) as "startsAt",
           upper(g.during) as "endsAt", upper(g.during) <= ${ctx.now.toISOString()}::timestamptz as "isOver", g.status, g.capacity, n.taken, n.waiting, n.started, n.served, n.confirmed,
           g.version, g.series_id as "seriesId", g.site_id as "siteId", g.intensity, g.note, s.organiser_id as "organiserId", s.served_person_id as "servedPersonId", s.served_code as "servedCode"
      from ${source(ctx.actor.county)} and ${where}
     order by lower(g.during), s.id offset ${page.offset} limit ${page.limit}`.execute(ctx.db)
  return rows
}

export function lineOf(row: Read): Line {
  const { version: _v, seriesId: _s, siteId: _t, intensity: _i, note: _n, organiserId: _o, ...more } = row
  const { servedPersonId: _p, servedCode: _c, ...line } = more
  return line
}

type Found = Omit<Turn, 'can' | 'name' | 'isFresh'> & { name: string | null; inBy: string | null }
type Reader = { gatheringId: string; keeps: boolean; hasBegun: boolean; isOutOver: boolean }

/** The turns of a shift that the reader may see: those of people they look after, and for who keeps the shift all, those from other areas by a masked name. */
export async function turnsOf(
  ctx: Ctx,
  shiftId: string,
  { gatheringId, keeps, hasBegun, isOutOver }: Reader,
): Promise<{ turns: Turn[]; others: number }> {
  const all = await findTurns(ctx, shiftId)
  const unseen = new Set(all.filter(({ isMasked }) => isMasked && keeps).map(({ personId }) => personId))
  const names = await maskedNames(ctx, gatheringId, unseen)
  const records = ctx.actor.permissions.has('volunteering.record')
  const turns = all
    .filter(({ isMasked, personId }) => !isMasked || names.has(personId))
    .map(({ inBy, ...turn }) => {
      const isOwn = inBy === ctx.actor.accountId
      const isFresh = turn.status === 'started' && mayUndoCheckIn({ inAt: turn.inAt ?? '', isOwn }, ctx.now)
      const can = actsOn(turn.status)
        .filter((act) => (ASKS_KEEPER.has(act) ? keeps : records))
        .filter((act) => act !== 'takeBack' || keeps || isFresh)
        .filter((act) => act !== 'miss' || hasBegun)
        .filter((act) => act !== 'checkOut' || !isOutOver)
        .filter((act) => act !== 'swap' || !turn.isMasked)
      return { ...turn, name: turn.name ?? names.get(turn.personId) ?? '*', isFresh, can }
    })
  return { turns, others: all.length - turns.length }
}

async function findTurns(ctx: Ctx, shiftId: string): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select t.id, t.person_id as "personId", p.name, p.id is null as "isMasked", c.short as community, t.status, t.on_behalf as "onBehalf", t.claimed_at as "claimedAt",
           k.name as "claimedBy", coalesce(u.status = 'offered', false) as "isOffered",
           case when u.judged_again_at is not null and t.status in ('claimed', 'waiting') then u.strength end as "judgedAgain", t.sign_up_id as "signUpId", t.in_at as "inAt", t.in_way as "inWay",
           t.out_at as "outAt", t.out_way as "outWay", t.minutes, t.late_reason as "lateReason", l.name as "lateBy", a.name as "approvedBy",
           t.refused_reason as "refusedReason", t.in_by as "inBy", r.id as "recordId", r.rating, w.swap,
           (select coalesce(jsonb_agg(jsonb_build_object('inAt', e.back ->> 'inAt', 'at', e.back ->> 'at', 'by', y.name, 'reason', e.back ->> 'reason') order by e.n), '[]')
              from jsonb_array_elements(t.taken_back) with ordinality e(back, n)
              left join account y on y.county = t.county and y.id = (e.back ->> 'by')::uuid) as "takenBack",
           (select jsonb_build_object('to', q.name, 'by', b.name, 'leader', m.name)
              from shift_swap x join person q on q.county = x.county and q.id = x.to_person_id
              left join account b on b.county = x.county and b.id = x.decided_by
              left join person m on m.county = x.county and m.id = x.leader_id
             where x.county = t.county and x.turn_id = t.id and x.status = 'agreed' and t.status = 'cancelled') as "handedOn"
      from shift_turn t
      left join person p on p.county = t.county and p.id = t.person_id and ${rowsOf(ctx.actor, 'p')}
      left join place c on c.county = p.county and c.code = p.place_code / 10000000 * 10000000
      left join account k on k.county = t.county and k.id = t.claimed_by
      left join account l on l.county = t.county and l.id = t.late_by
      left join account a on a.county = t.county and a.id = t.approved_by
      left join gathering_sign_up u on u.county = t.county and u.id = t.sign_up_id
      left join service_record r on r.county = t.county and r.turn_id = t.id
      left join lateral (
        select jsonb_build_object('id', x.id, 'status', x.status, 'toPersonId', x.to_person_id, 'to', q.name) as swap
          from shift_swap x join person q on q.county = x.county and q.id = x.to_person_id
         where x.county = t.county and x.turn_id = t.id and x.status in ('offered', 'taken')) w on true
     where t.county = ${ctx.actor.county} and t.shift_id = ${shiftId}
     order by array_position('{started,claimed,late,served,confirmed,waiting,missed,refused,reversed,cancelled}', t.status), t.claimed_at, t.id`.execute(
    ctx.db,
  )
  return rows
}

const ASKS_KEEPER: ReadonlySet<string> = new Set(['miss', 'approve', 'confirm', 'refuse', 'reverse'])
