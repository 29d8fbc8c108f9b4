import { sql } from 'kysely'
import { signUps } from '#modules/gatherings/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Listener } from '#platform/house/outbox.ts'
import { isBegun, lockShift, type ShiftRow } from '../policy.ts'
import { callOff } from '../service.ts'
import { setTurns } from '../turns/index.ts'

/** Why a shift is called off when its need goes another way; what stands here is told to who had a place in it. */
const REASONS: Readonly<Record<string, string>> = {
  withdraw: '需求已撤回',
  release: '需求另行安排',
  resume: '需求另行安排',
  close: '需求已办结',
}

/** Nobody comes for what is no longer asked for: the shifts made for a need go with it, and whoever had a place is told by the calendar. */
export const shiftsFollowNeeds: Listener = {
  name: 'shifts.follow_needs',
  hears: 'needs.moved',
  hear: async (ctx, { data }) => {
    const { act, shiftId } = data
    const reason = typeof act === 'string' ? REASONS[act] : undefined
    if (!reason || typeof shiftId !== 'string') return
    for (const id of await madeWith(ctx, { shiftId, isAlone: act === 'close' })) {
      const shift = await lockShift(ctx, id)
      if (shift.status !== 'planned') continue
      if (await isBegun(ctx, id)) await endOpenTurns(ctx, shift)
      else await callOff(ctx, shift, reason)
    }
  },
}

/** What was published in one act for the need and is still to come; a need closed after the first of a series leaves the others standing. */
async function madeWith(ctx: Ctx, { shiftId, isAlone }: { shiftId: string; isAlone: boolean }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from shift f
      join gathering o on o.county = f.county and o.id = f.gathering_id
      join shift s on s.county = f.county and s.need_id = f.need_id
      join gathering g on g.county = s.county and g.id = s.gathering_id and (g.id = o.id or g.series_id = o.series_id and ${!isAlone})
     where f.county = ${ctx.actor.county} and f.id = ${shiftId} and g.status = 'planned' and upper(g.during) > ${ctx.now.toISOString()}
     order by g.id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

/** Who is there serves to the end; who was still to come, or waits, need not. Those who wait go first, so that no place is offered to them. */
async function endOpenTurns(ctx: Ctx, shift: ShiftRow): Promise<void> {
  const open = await ctx.db
    .selectFrom('shift_turn')
    .select(['id', 'sign_up_id'])
    .where('county', '=', ctx.actor.county)
    .where('shift_id', '=', shift.id)
    .where('status', 'in', ['claimed', 'waiting'])
    .orderBy(sql`status = 'claimed'`)
    .execute()
  await setTurns(
    ctx,
    open.map(({ id }) => id),
    { status: 'cancelled', ended_at: ctx.now.toISOString() },
  )
  for (const { sign_up_id } of open)
    if (sign_up_id) await signUps.cancelSignUp(ctx, { id: shift.gatheringId, signUpId: sign_up_id, onBehalf: 'clerk' })
}
