import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { earn } from '../../bank/earning/index.ts'
import { needServed } from '../../needs/index.ts'

type Served = {
  turn: { id: string; person_id: string; during: string; from: string; late_by: string | null }
  shift: {
    id: string
    needId: string | null
    teamId: string | null
    organiserId: string | null
    title: string
    task: string
    placeCode: string
    address: string | null
  }
  minutes: number
  way: 'served' | 'clerk'
  rating: number | null
}

/** One confirmed turn makes one record (志愿服务记录), and in the same transaction what it earns: neither stands without the other. */
export async function writeRecord(ctx: Ctx, { turn, shift, minutes, way, rating }: Served): Promise<string> {
  const id = newId(ctx.now.getTime())
  const servedOn = officeDay(new Date(turn.from))
  const { needId, teamId, organiserId, title, task, placeCode, address } = shift
  const who = { county: ctx.actor.county, id, turn_id: turn.id, person_id: turn.person_id, shift_id: shift.id }
  const what = {
    need_id: needId,
    team_id: teamId,
    organiser_id: organiserId,
    title,
    task,
    place_code: placeCode,
    address,
  }
  const judged = {
    minutes,
    is_late: turn.late_by !== null,
    confirmed_way: way,
    confirmed_by: ctx.actor.accountId,
    rating,
  }
  await ctx.db
    .insertInto('service_record')
    .values({
      ...who,
      ...what,
      ...judged,
      during: turn.during,
      served_on: servedOn,
      recorded_at: ctx.now.toISOString(),
    })
    .execute()
  await earn(ctx, [{ id, personId: turn.person_id, kind: task, minutes, servedOn, teamId }])
  if (needId) await needServed(ctx, { needId })
  return id
}
