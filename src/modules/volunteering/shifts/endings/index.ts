import { sql } from 'kysely'
import { hadDied } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { volunteerOf } from '../../volunteers/index.ts'
import { isBegun, lockShift, lockVolunteer, type ShiftRow } from '../policy.ts'
import { callOff } from '../service.ts'
import { giveUpTurn, setTurns } from '../turns/index.ts'

/** Ends what somebody who died was still to do, and calls off what was to be done for them. What they served stays to be confirmed. */
export async function endWithLife(ctx: Ctx, personId: string): Promise<void> {
  const death = await lockVolunteer(ctx, personId)
  if (!death) return
  const promised = await promisedBy(ctx, personId)
  const ended = promised.filter((turn) => isToCome(ctx, turn) || hadDied(death, turn.from))
  await setTurns(
    ctx,
    ended.map(({ id }) => id),
    { status: 'cancelled', ended_at: ctx.now.toISOString() },
  )
  await endSwaps(ctx, personId)
  for (const shift of await toBeDoneFor(ctx, personId)) await callOff(ctx, shift, '服务对象离世')
}

/** Who leaves gives up every turn to come, as if one by one at the desk. What has begun stays with them, and so does what is done for them. */
export async function endWithService(ctx: Ctx, personId: string): Promise<void> {
  await lockVolunteer(ctx, personId)
  // Registered again before this was heard: what they promised stands.
  if (await volunteerOf(ctx, personId)) return
  for (const turn of await promisedBy(ctx, personId))
    if (isToCome(ctx, turn)) await giveUpTurn(ctx, { id: turn.shiftId, turnId: turn.id, onBehalf: 'clerk' })
  await endSwaps(ctx, personId)
}

type Promised = { id: string; shiftId: string; from: string }

const isToCome = (ctx: Ctx, { from }: Promised) => Date.parse(from) > ctx.now.getTime()

/** Turns nobody has begun, in the order in which shifts are locked. Their places are offered to who waits where the sign-ups end. */
async function promisedBy(ctx: Ctx, personId: string): Promise<Promised[]> {
  return ctx.db
    .selectFrom('shift_turn as t')
    .innerJoin('shift as s', (on) => on.onRef('s.county', '=', 't.county').onRef('s.id', '=', 't.shift_id'))
    .select(['t.id', 't.shift_id as shiftId', sql<string>`lower(t.during)`.as('from')])
    .where('t.county', '=', ctx.actor.county)
    .where('t.person_id', '=', personId)
    .where('t.status', 'in', ['claimed', 'waiting'])
    .orderBy('s.gathering_id')
    .execute()
}

/** Nobody waits for the word of who is gone: who had offered them a turn asks somebody else. */
async function endSwaps(ctx: Ctx, personId: string): Promise<void> {
  await sql`
    update shift_swap x set status = case when x.to_person_id = ${personId} then 'declined' else 'withdrawn' end, decided_at = ${ctx.now.toISOString()}
      from shift_turn t
     where x.county = ${ctx.actor.county} and x.status in ('offered', 'taken') and t.county = x.county and t.id = x.turn_id
       and (x.to_person_id = ${personId} or t.person_id = ${personId} and t.status = 'cancelled')`.execute(ctx.db)
}

/** What somebody is serving at this moment, or has served, is not called off over their heads. */
async function toBeDoneFor(ctx: Ctx, personId: string): Promise<ShiftRow[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from shift s join gathering g on g.county = s.county and g.id = s.gathering_id
     where s.county = ${ctx.actor.county} and s.served_person_id = ${personId} and g.status = 'planned' and upper(g.during) > ${ctx.now.toISOString()}
     order by g.id`.execute(ctx.db)
  const shifts: ShiftRow[] = []
  for (const { id } of rows) {
    const shift = await lockShift(ctx, id)
    if (shift.status === 'planned' && !(await isBegun(ctx, id))) shifts.push(shift)
  }
  return shifts
}
