import { sql } from 'kysely'
import { type Death, deathOf, hadDied } from '#modules/people/index.ts'
import { placeRange } from '#modules/places/index.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { fitsTurn, type Openness, type TurnAct, type TurnState } from './rules.ts'
import * as no from './words.ts'

/** Who has a place in their area keeps its shifts; everybody of the county may read of them. */
export function mayKeep(actor: Pick<Actor, 'permissions' | 'scope'>, placeCode: string): boolean {
  if (!actor.permissions.has('volunteering.manage')) return false
  if (actor.scope.all) return true
  const { lo, hi } = placeRange(placeCode)
  return actor.scope.places.some((span) => span.lo <= lo && hi <= span.hi)
}

export type ShiftRow = {
  id: string
  gatheringId: string
  needId: string | null
  teamId: string | null
  task: string
  openTo: Openness
  servedPersonId: string | null
  servedCode: string
  organiserId: string | null
  title: string
  placeCode: string
  address: string | null
  from: string
  to: string
  status: 'planned' | 'held' | 'cancelled'
}

/** A shift with the time and place its gathering keeps, the gathering locked: one after another takes a place. */
export async function lockShift(ctx: Ctx, id: string): Promise<ShiftRow> {
  const shift = (await lockShifts(ctx, [id])).get(id)
  ensure(shift, notFound)
  return shift
}

/** Somebody serves or has served in it, or stands on its sheet as present: it is not called off over their heads. */
export async function isBegun(ctx: Ctx, shiftId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from shift_turn t where t.county = s.county and t.shift_id = s.id and t.status in ('started', 'late', 'served', 'confirmed'))
        or exists (select from gathering_attendance a where a.county = s.county and a.gathering_id = s.gathering_id and a.minutes is not null) as has
      from shift s where s.county = ${ctx.actor.county} and s.id = ${shiftId}`.execute(ctx.db)
  return rows[0]?.has ?? false
}

/** As many as are there, locked in one order, by their ids. */
export async function lockShifts(ctx: Ctx, ids: readonly string[]): Promise<Map<string, ShiftRow>> {
  const { rows } = await sql<ShiftRow>`
    select s.id, s.gathering_id as "gatheringId", s.need_id as "needId", s.team_id as "teamId", s.task, s.open_to as "openTo",
           s.served_person_id as "servedPersonId", s.served_code as "servedCode", s.organiser_id as "organiserId",
           g.title, g.place_code as "placeCode", g.address, lower(g.during) as "from", upper(g.during) as "to", g.status
      from shift s join gathering g on g.county = s.county and g.id = s.gathering_id
     where s.county = ${ctx.actor.county} and s.id = any(${ids}::uuid[])
     order by g.id for no key update of g`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Keeps a person's turns in order: whoever acts on them waits here, so the day's cap and overlaps are judged on what stands. Answers their death, if one is recorded. */
export async function lockVolunteer(ctx: Ctx, personId: string): Promise<Death | null> {
  return (await lockVolunteers(ctx, [personId])).get(personId) ?? null
}

async function lockVolunteers(ctx: Ctx, people: readonly string[]): Promise<Map<string, Death | null>> {
  const ids = [...new Set(people)]
  const { rows } = await sql<{ id: string; death: Death | null }>`
    select p.id, ${deathOf('p')} as death from person p where p.county = ${ctx.actor.county} and p.id = any(${ids}::uuid[])
     order by p.id for no key update`.execute(ctx.db)
  ensure(rows.length === ids.length, notFound)
  return new Map(rows.map(({ id, death }) => [id, death]))
}

export type TurnRow = Awaited<ReturnType<typeof findTurns>> extends Map<string, infer Row> ? Row : never

/** As many as the actor can see, by their ids. */
async function findTurns(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.db
    .selectFrom('shift_turn as t')
    .innerJoin('person as p', (on) => on.onRef('p.county', '=', 't.county').onRef('p.id', '=', 't.person_id'))
    .selectAll('t')
    .select([
      sql<string>`lower(t.during)`.as('from'),
      sql<string>`upper(t.during)`.as('to'),
      rowsOf(ctx.actor, 'p').as('isOurs'),
    ])
    .where('t.county', '=', ctx.actor.county)
    .where(sql<boolean>`t.id = any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, { ...row, status: row.status as TurnState }])) // the column's check allows exactly these
}

/** Who keeps a shift deals with whoever took a turn in it, from whichever area: their rows come into scope for as long as this act, their names do not. */
export async function openVolunteers(ctx: Ctx, turns: readonly string[]): Promise<void> {
  await sql`
    select set_config('app.people', (app_people() || array_agg(distinct t.person_id))::text, true)
      from shift_turn t
      join shift s on s.county = t.county and s.id = t.shift_id
      join gathering g on g.county = s.county and g.id = s.gathering_id
     where t.county = ${ctx.actor.county} and t.id = any(${turns}::uuid[]) and g.place_code <@ app_places()
    having count(*) > 0`.execute(ctx.db)
}

/** The same for the rooms below, which ask in whose scope somebody is. */
export function beside(ctx: Ctx, personId: string): Ctx {
  const { actor } = ctx
  return { ...ctx, actor: { ...actor, scope: { ...actor.scope, people: [...(actor.scope.people ?? []), personId] } } }
}

export type Locked = { turn: TurnRow; shift: ShiftRow }
/** `keeper`: agreeing to swaps, entering and approving after the fact, confirming are for who keeps the shift. */
type Asked = { act: TurnAct; by: 'reader' | 'keeper' }

/** The turns an act is about with their shifts, all locked in one order: people, then shifts. Refused as the first of them would be that the act does not fit. */
export async function lockTurns(ctx: Ctx, ids: readonly string[], asked: Asked): Promise<Locked[]> {
  await openVolunteers(ctx, ids)
  const before = [...(await findTurns(ctx, ids)).values()]
  const deaths = await lockVolunteers(
    ctx,
    before.map((turn) => turn.person_id),
  )
  const shifts = await lockShifts(
    ctx,
    before.map((turn) => turn.shift_id),
  )
  const turns = await findTurns(ctx, ids)
  return ids.map((id) => {
    const turn = turns.get(id)
    const shift = turn && shifts.get(turn.shift_id)
    ensure(shift, notFound)
    const both = judged(ctx.actor, { turn, shift }, asked)
    ensureLived(deaths.get(turn.person_id) ?? null, timeOf(asked.act, { turn, now: ctx.now }))
    return both
  })
}

/** When somebody must have lived for an act to be done; what they did in their life is still confirmed afterwards. */
function timeOf(act: TurnAct, { turn, now }: { turn: TurnRow; now: Date }): string | null {
  if (act === 'checkIn' || act === 'checkOut' || act === 'swap') return now.toISOString()
  return act === 'approve' || act === 'confirm' ? turn.from : null
}

/** Nobody serves after their death. */
export function ensureLived(death: Death | null, at: string | null): void {
  ensure(at === null || !hadDied(death, at), no.hadDied)
}

function judged(actor: Actor, both: Locked, { act, by }: Asked): Locked {
  const keeps = mayKeep(actor, both.shift.placeCode)
  const { status, isOurs } = both.turn
  ensure(isOurs || keeps, notFound)
  ensure(fitsTurn(act, status), () => no.wrongState({ status }))
  ensure(by === 'reader' || keeps, no.outsideArea)
  return both
}

export async function lockTurn(ctx: Ctx, id: string, act: TurnAct): Promise<Locked> {
  return theOne(await lockTurns(ctx, [id], { act, by: 'reader' }))
}

export async function lockToKeep(ctx: Ctx, id: string, act: TurnAct): Promise<Locked> {
  return theOne(await lockTurns(ctx, [id], { act, by: 'keeper' }))
}

function theOne([one]: readonly Locked[]): Locked {
  ensure(one, notFound)
  return one
}

/** From here on somebody has come, and what they do is not called off. */
const BUSY = ['started', 'late', 'served', 'confirmed']

/** A need is done by one shift, or one series, at a time: refused while another is still to come. */
export async function ensureNoLiveShift(ctx: Ctx, needId: string): Promise<void> {
  const { rows } = await sql<{ title: string; when: string }>`
    select g.title, to_char(lower(g.during) at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as when
      from shift s join gathering g on g.county = s.county and g.id = s.gathering_id
     where s.county = ${ctx.actor.county} and s.need_id = ${needId} and g.status = 'planned' and upper(g.during) > ${ctx.now.toISOString()}
       and not exists (select from shift_turn t where t.county = s.county and t.shift_id = s.id and t.status = any(${BUSY}::text[]))
     order by lower(g.during) limit 1`.execute(ctx.db)
  const [live] = rows
  ensure(!live, () => no.needHasShift(live ?? { title: '', when: '' }))
}
