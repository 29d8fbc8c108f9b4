import { sql } from 'kysely'
import { freePlaces } from '#modules/gatherings/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import type { ShiftRow } from '../../policy.ts'
import { setTurns } from '../../turns/index.ts'
import { tooSmall } from '../words.ts'

export type Moved = {
  gatheringId: string
  shiftId: string
  personId: string
  hadPlace: boolean
  startsAt: string
  outcome: 'released' | 'clash'
  /** What else they have at that time. */
  other: string
}
type Next = { startsAt: string; endsAt: string; capacity: number | null }
type Turn = {
  id: string
  personId: string
  hadPlace: boolean
  signUpId: string | null
  turn: string | null
  gathering: string | null
}

/** Everybody with an open turn in the shift or another of its series, those whom the actor sees locked before any shift is: people come first in every act. */
export async function holdersOf(ctx: Ctx, gatheringId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string; personId: string }>`
    select t.id, t.person_id as "personId"
      from gathering o
      join gathering g on g.county = o.county and (g.id = o.id or g.series_id = o.series_id)
      join shift s on s.county = g.county and s.gathering_id = g.id
      join shift_turn t on t.county = s.county and t.shift_id = s.id and t.status in ('claimed', 'waiting')
     where o.county = ${ctx.actor.county} and o.id = ${gatheringId}`.execute(ctx.db)
  const people = rows.map(({ personId }) => personId)
  await sql`
    select id from person where county = ${ctx.actor.county} and id = any(${people}::uuid[]) order by id for no key update`.execute(
    ctx.db,
  )
  return new Set(rows.map(({ id }) => id))
}

/**
 * Turns go along to the new time. Nobody serves in two places at once: whoever has another turn then loses this one, with their place; of something
 * else in the calendar they decide themselves.
 */
export async function moveTurns(ctx: Ctx, shift: ShiftRow, next: Next): Promise<Moved[]> {
  const turns = await busyAt(ctx, shift, next)
  const released = turns.filter(({ turn }) => turn !== null)
  await endThem(ctx, shift, released)
  await ensureRoomy(ctx, shift, next)
  await sql`
    update shift_turn set during = tstzrange(${next.startsAt}::timestamptz, ${next.endsAt}::timestamptz)
     where county = ${ctx.actor.county} and shift_id = ${shift.id} and status in ('claimed', 'waiting')`.execute(ctx.db)
  const { gatheringId, id: shiftId } = shift
  const isMoved =
    Date.parse(shift.from) !== Date.parse(next.startsAt) || Date.parse(shift.to) !== Date.parse(next.endsAt)
  return turns.flatMap(({ personId, hadPlace, turn, gathering }): Moved[] => {
    const other = turn ?? gathering
    if (!other || (!turn && !isMoved)) return []
    const outcome = turn ? 'released' : 'clash'
    return [{ gatheringId, shiftId, personId, hadPlace, startsAt: next.startsAt, outcome, other }]
  })
}

/** The open turns, each with what else its holder has at the new time: another turn, or a place in another gathering. */
async function busyAt(ctx: Ctx, { id, gatheringId }: ShiftRow, { startsAt, endsAt }: Next): Promise<Turn[]> {
  const { rows } = await sql<Turn>`
    select o.id, o.person_id as "personId", o.status = 'claimed' as "hadPlace", o.sign_up_id as "signUpId",
           (select g.title from shift_turn b join shift s on s.county = b.county and s.id = b.shift_id
              join gathering g on g.county = s.county and g.id = s.gathering_id
             where b.county = o.county and b.person_id = o.person_id and b.id <> o.id
               and b.status in ('claimed', 'started', 'late', 'served', 'confirmed')
               and b.during && tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz) limit 1) as turn,
           (select g.title from gathering_sign_up u join gathering g on g.county = u.county and g.id = u.gathering_id and g.status = 'planned'
             where u.county = o.county and u.person_id = o.person_id and u.status in ('in', 'offered') and g.id <> ${gatheringId} and g.kind <> 'shift'
               and g.during && tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz) limit 1) as gathering
      from shift_turn o
     where o.county = ${ctx.actor.county} and o.shift_id = ${id} and o.status in ('claimed', 'waiting')
     order by o.claimed_at, o.id`.execute(ctx.db)
  return rows
}

async function endThem(ctx: Ctx, shift: ShiftRow, turns: readonly Turn[]): Promise<void> {
  if (!turns.length) return
  const ids = turns.map(({ id }) => id)
  const ended = { ended_by: ctx.actor.accountId, ended_at: ctx.now.toISOString() }
  await setTurns(ctx, ids, { status: 'cancelled', ...ended })
  await sql`
    update shift_swap set status = 'withdrawn', decided_at = ${ctx.now.toISOString()}
     where county = ${ctx.actor.county} and turn_id = any(${ids}::uuid[]) and status in ('offered', 'taken')`.execute(
    ctx.db,
  )
  await freePlaces(ctx, { gatheringId: shift.gatheringId, signUps: turns.flatMap(({ signUpId }) => signUpId ?? []) })
}

async function ensureRoomy(ctx: Ctx, { gatheringId, from }: ShiftRow, { capacity }: Next): Promise<void> {
  const { rows } = await sql<{ taken: number; on: string }>`
    select count(*)::int as taken, to_char(${from}::timestamptz at time zone 'Asia/Shanghai', 'MM-DD') as on
      from gathering_sign_up
     where county = ${ctx.actor.county} and gathering_id = ${gatheringId} and status in ('in', 'offered')`.execute(
    ctx.db,
  )
  const { taken = 0, on = '' } = rows[0] ?? {}
  ensure(capacity === null || capacity >= taken, () => tooSmall({ taken, on }))
}
