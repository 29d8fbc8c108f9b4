import { sql } from 'kysely'
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
  const { rows } = await sql<ShiftRow>`
    select s.id, s.gathering_id as "gatheringId", s.need_id as "needId", s.team_id as "teamId", s.task, s.open_to as "openTo",
           s.served_person_id as "servedPersonId", s.served_code as "servedCode", s.organiser_id as "organiserId",
           g.title, g.place_code as "placeCode", g.address, lower(g.during) as "from", upper(g.during) as "to", g.status
      from shift s join gathering g on g.county = s.county and g.id = s.gathering_id
     where s.county = ${ctx.actor.county} and s.id = ${id}
       for no key update of g`.execute(ctx.db)
  const [row] = rows
  ensure(row, notFound)
  return row
}

/** Keeps a person's turns in order: whoever acts on them waits here, so the day's cap and overlaps are judged on what stands. */
export async function lockVolunteer(ctx: Ctx, personId: string): Promise<void> {
  const { rows } = await sql`
    select 1 from person where county = ${ctx.actor.county} and id = ${personId} for no key update`.execute(ctx.db)
  ensure(rows.length, notFound)
}

export type TurnRow = Awaited<ReturnType<typeof findTurn>>

async function findTurn(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom('shift_turn as t')
    .innerJoin('person as p', (on) => on.onRef('p.county', '=', 't.county').onRef('p.id', '=', 't.person_id'))
    .selectAll('t')
    .select([
      sql<string>`lower(t.during)`.as('from'),
      sql<string>`upper(t.during)`.as('to'),
      rowsOf(ctx.actor, 'p').as('isOurs'),
    ])
    .where('t.county', '=', ctx.actor.county)
    .where('t.id', '=', id)
    .executeTakeFirst()
  ensure(row, notFound)
  return { ...row, status: row.status as TurnState } // the column's check allows exactly these
}

/** The turn an act is about with its shift, both locked in one order, where the act fits the turn's state. */
export async function lockTurn(ctx: Ctx, id: string, act: TurnAct): Promise<{ turn: TurnRow; shift: ShiftRow }> {
  const before = await findTurn(ctx, id)
  await lockVolunteer(ctx, before.person_id)
  const shift = await lockShift(ctx, before.shift_id)
  const turn = await findTurn(ctx, id)
  ensure(turn.isOurs || mayKeep(ctx.actor, shift.placeCode), notFound)
  ensure(fitsTurn(act, turn.status), () => no.wrongState({ status: turn.status }))
  return { turn, shift }
}

/** As above for who keeps the shift: agreeing to swaps, entering and approving after the fact, confirming. */
export async function lockToKeep(ctx: Ctx, id: string, act: TurnAct): Promise<{ turn: TurnRow; shift: ShiftRow }> {
  const both = await lockTurn(ctx, id, act)
  ensure(mayKeep(ctx.actor, both.shift.placeCode), no.outsideArea)
  return both
}
