import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { earn } from '../../bank/earning/index.ts'
import { needsServed } from '../../needs/index.ts'

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

/** Each confirmed turn makes one record (志愿服务记录), and in the same transaction what it earns: neither stands without the other. */
export async function writeRecords(ctx: Ctx, services: readonly Served[]): Promise<string[]> {
  const records = services.map((service) => ({ ...rowOf(service), id: newId(ctx.now.getTime()) }))
  const needs = services.flatMap(({ shift }) => shift.needId ?? [])
  await insert(ctx, records)
  await needsServed(ctx, [...new Set(needs)])
  // The books come last: all of the county wait for their head until this act has ended.
  await earn(
    ctx,
    records.map(({ id, person_id, task, minutes, served_on, team_id }) => ({
      id,
      personId: person_id,
      kind: task,
      minutes,
      servedOn: served_on,
      teamId: team_id,
    })),
  )
  return records.map(({ id }) => id)
}

function rowOf({ turn, shift, minutes, way, rating }: Served) {
  return {
    turn_id: turn.id,
    person_id: turn.person_id,
    shift_id: shift.id,
    need_id: shift.needId,
    team_id: shift.teamId,
    organiser_id: shift.organiserId,
    title: shift.title,
    task: shift.task,
    place_code: shift.placeCode,
    address: shift.address,
    during: turn.during,
    served_on: officeDay(new Date(turn.from)),
    minutes,
    is_late: turn.late_by !== null,
    confirmed_way: way,
    rating,
  }
}

async function insert(ctx: Ctx, records: readonly object[]): Promise<void> {
  const { county, accountId } = ctx.actor
  await sql`
    insert into service_record (county, id, turn_id, person_id, shift_id, need_id, team_id, organiser_id, title, task, place_code, address, during,
                                served_on, minutes, is_late, confirmed_way, rating, confirmed_by, recorded_at)
    select ${county}, r.*, ${accountId}::uuid, ${ctx.now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
        as r(id uuid, turn_id uuid, person_id uuid, shift_id uuid, need_id uuid, team_id uuid, organiser_id uuid, title text, task text,
             place_code bigint, address text, during tstzrange, served_on date, minutes int, is_late boolean, confirmed_way text, rating smallint)`.execute(
    ctx.db,
  )
}
