import { sql } from 'kysely'
import type { Input } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { lockTurn, mayKeep } from '../../policy.ts'
import { mayUndoCheckIn } from '../../rules.ts'
import { outsideArea } from '../../words.ts'
import type { contract } from '../contract.ts'
import { reasonNeeded } from '../words.ts'

type Asked = Input<(typeof contract)['takeBackCheckIn']>

/** The wrong person was checked in: they stand as before, with nothing served, and what was taken back stays to be read. */
export async function takeBackCheckIn(ctx: Ctx, { id, reason }: Asked): Promise<{ ok: true }> {
  const { turn, shift } = await lockTurn(ctx, id, 'takeBack')
  const { accountId } = ctx.actor
  const isUndo = mayUndoCheckIn({ inAt: turn.in_at ?? '', isOwn: turn.in_by === accountId }, ctx.now)
  ensure(isUndo || mayKeep(ctx.actor, shift.placeCode), outsideArea)
  ensure(isUndo || reason, reasonNeeded)
  const was = { inAt: turn.in_at, inWay: turn.in_way, inBy: turn.in_by }
  const trace = JSON.stringify([{ ...was, at: ctx.now.toISOString(), by: accountId, reason }])
  await sql`
    update shift_turn set status = 'claimed', in_at = null, in_way = null, in_by = null, taken_back = taken_back || ${trace}::jsonb
     where county = ${ctx.actor.county} and id = ${id}`.execute(ctx.db)
  ctx.emit({
    type: 'shifts.check_in_taken_back',
    data: { turnId: id, shiftId: shift.id, personId: turn.person_id },
  })
  return { ok: true }
}
