import { sql } from 'kysely'
import { hadDied } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isBegun, lockShift, lockVolunteer, type ShiftRow } from '../policy.ts'
import { callOff } from '../service.ts'
import { setTurns } from '../turns/index.ts'

/** Ends what somebody who died was still to do, and calls off what was to be done for them. What they served stays to be confirmed. */
export async function endWithLife(ctx: Ctx, personId: string): Promise<void> {
  const death = await lockVolunteer(ctx, personId)
  if (!death) return
  const promised = await promisedBy(ctx, personId)
  const ended = promised.filter(({ from }) => Date.parse(from) > ctx.now.getTime() || hadDied(death, from))
  await setTurns(
    ctx,
    ended.map(({ id }) => id),
    { status: 'cancelled', ended_at: ctx.now.toISOString() },
  )
  await endSwaps(ctx, personId)
  for (const shift of await toBeDoneFor(ctx, personId)) await callOff(ctx, shift, '服务对象离世')
}

/** Turns nobody has begun. Their places are offered to who waits where the sign-ups end. */
async function promisedBy(ctx: Ctx, personId: string): Promise<{ id: string; from: string }[]> {
  return ctx.db
    .selectFrom('shift_turn')
    .select(['id', sql<string>`lower(during)`.as('from')])
    .where('county', '=', ctx.actor.county)
    .where('person_id', '=', personId)
    .where('status', 'in', ['claimed', 'waiting'])
    .execute()
}

/** Nobody waits for the word of the dead: who had offered them a turn asks somebody else. */
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
