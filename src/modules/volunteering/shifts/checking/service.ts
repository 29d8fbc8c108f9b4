import { sql } from 'kysely'
import { enterPresence, holderOfCode } from '#modules/gatherings/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { isOneself } from '#platform/oneself.ts'
import { ensure } from '#platform/refuse.ts'
import {
  ensureLived,
  lockShift,
  lockToKeep,
  lockTurn,
  lockVolunteer,
  mayKeep,
  openVolunteers,
  type ShiftRow,
  type TurnRow,
} from '../policy.ts'
import { liesWithin, mayCheckIn, mayCheckOut, mayEnterLate, minutesOf, type Span } from '../rules.ts'
import { ensureNoOther, ensureServes, setTurn } from '../turns/index.ts'
import { outsideArea, wrongState } from '../words.ts'
import type { contract } from './contract.ts'
import { takeBackCheckIn } from './taking-back/index.ts'
import { listWaiting } from './waiting/index.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Way = 'code' | 'served_code' | 'word' | 'clerk'
type Checked = { turn: TurnRow; shift: ShiftRow }

export async function checkIn(ctx: Ctx, asked: Input<Doors['checkIn']>): Promise<Output<Doors['checkIn']>> {
  const both = await lockTurn(ctx, asked.id, 'checkIn')
  ensureShown(both.shift, asked)
  return start(ctx, both, asked.way)
}

/** Whom it is done for shows the shift's code; a word or a clerk's presence is put down as what it is. */
function ensureShown(shift: ShiftRow, { way, code }: { way: Way; code: string | null }): void {
  ensure(way !== 'served_code' || code === shift.servedCode, no.wrongCode)
}

async function start(ctx: Ctx, { turn, shift }: Checked, way: Way): Promise<{ at: string }> {
  ensure(mayCheckIn(shift, ctx.now), no.tooEarly)
  const at = ctx.now.toISOString()
  await setTurn(ctx, turn.id, { status: 'started', in_at: at, in_way: way, in_by: ctx.actor.accountId })
  ctx.emit({ type: 'shifts.checked_in', data: { turnId: turn.id, shiftId: shift.id, personId: turn.person_id } })
  return { at }
}

export async function checkOut(ctx: Ctx, asked: Input<Doors['checkOut']>): Promise<Output<Doors['checkOut']>> {
  const both = await lockTurn(ctx, asked.id, 'checkOut')
  ensureShown(both.shift, asked)
  return finish(ctx, both, asked.way)
}

async function finish(ctx: Ctx, { turn, shift }: Checked, way: Way): Promise<{ at: string; minutes: number }> {
  ensure(mayCheckOut(shift, ctx.now), no.tooLateOut)
  const at = ctx.now.toISOString()
  const span = { from: turn.in_at ?? shift.from, to: at }
  const minutes = minutesOf(shift, span, await servedOn(ctx, shift, { personId: turn.person_id, self: turn.id }))
  ensure(minutes > 0, no.nothingServed)
  const counted = { minutes, during: within(shift, span) }
  await setTurn(ctx, turn.id, { status: 'served', out_at: at, out_way: way, out_by: ctx.actor.accountId, ...counted })
  await enterPresence(ctx, { gatheringId: shift.gatheringId, personId: turn.person_id, minutes })
  ctx.emit({ type: 'shifts.served', data: { turnId: turn.id, shiftId: shift.id, personId: turn.person_id, minutes } })
  return { at, minutes }
}

/** The part of what was checked that lies in the plan: nobody's next turn is blocked by somebody who forgot to check out. */
function within(plan: Span, { from, to }: Span): string {
  const [begin, end] = [
    Math.max(Date.parse(plan.from), Date.parse(from)),
    Math.min(Date.parse(plan.to), Date.parse(to)),
  ]
  return `[${new Date(begin).toISOString()},${new Date(end).toISOString()})`
}

type Server = { personId: string; self: string | null }

/** Minutes of the person's other turns of that day that were served. The person is locked, so nobody adds to them meanwhile. */
async function servedOn(ctx: Ctx, { from }: Span, { personId, self }: Server): Promise<number> {
  const { rows } = await sql<{ minutes: number }>`
    select coalesce(sum(minutes), 0)::int as minutes from shift_turn
     where county = ${ctx.actor.county} and person_id = ${personId} and id is distinct from ${self}::uuid
       and status in ('late', 'served', 'confirmed') and (lower(during) at time zone 'Asia/Shanghai')::date = ${officeDay(new Date(from))}`.execute(
    ctx.db,
  )
  return rows[0]?.minutes ?? 0
}

async function scanCode(ctx: Ctx, { id, code }: Input<Doors['scanCode']>): Promise<Output<Doors['scanCode']>> {
  const { id: personId, name } = await holderOfCode(ctx, code)
  const turn = await ctx.db
    .selectFrom('shift_turn')
    .select(['id', 'status'])
    .where('county', '=', ctx.actor.county)
    .where('shift_id', '=', id)
    .where('person_id', '=', personId)
    .where('status', 'in', ['claimed', 'started'])
    .executeTakeFirst()
  ensure(turn, () => no.noTurn({ name }))
  const isIn = turn.status === 'started'
  const both = await lockTurn(ctx, turn.id, isIn ? 'checkOut' : 'checkIn')
  if (!isIn) return { turnId: turn.id, name, done: 'in', minutes: null, ...(await start(ctx, both, 'code')) }
  return { turnId: turn.id, name, done: 'out', ...(await finish(ctx, both, 'code')) }
}

/** Service that nobody checked in: entered by one, believed by another, and shown as such for ever. */
async function enterLate(ctx: Ctx, asked: Input<Doors['enterLate']>): Promise<Output<Doors['enterLate']>> {
  const { personId, to, reason, onBehalf } = asked
  const held = await turnIn(ctx, asked.id, personId)
  if (held) await openVolunteers(ctx, [held.id])
  const death = await lockVolunteer(ctx, personId)
  const shift = await lockShift(ctx, asked.id)
  ensure(mayKeep(ctx.actor, shift.placeCode), outsideArea)
  ensure(shift.status !== 'cancelled', () => wrongState({ status: shift.status }))
  ensure(Date.parse(shift.to) <= ctx.now.getTime(), no.notOver)
  ensure(mayEnterLate(shift, ctx.now), no.tooLongAgo)
  ensure(liesWithin(shift, asked), no.outsidePlan)
  ensureLived(death, to)
  const former = await turnIn(ctx, shift.id, personId)
  ensure(!former || former.status === 'claimed' || former.status === 'started', () =>
    wrongState({ status: former?.status ?? '' }),
  )
  if (!former) await ensureServes(ctx, shift, personId)
  // Who was checked in came then, and not before.
  const isBefore = former?.in_at && Date.parse(former.in_at) > Date.parse(asked.from)
  const from = isBefore ? (former?.in_at ?? asked.from) : asked.from
  const minutes = minutesOf(shift, { from, to }, await servedOn(ctx, shift, { personId, self: former?.id ?? null }))
  ensure(minutes > 0, no.nothingServed)
  await ensureNoOther(ctx, personId, { id: shift.id, from, to })
  const turnId = former?.id ?? newId(ctx.now.getTime())
  const span = { during: within(shift, { from, to }), minutes, status: 'late' }
  const by = ctx.actor.accountId
  const times = { in_at: from, in_way: 'late', in_by: by, out_at: to, out_way: 'late', out_by: by }
  const late = { late_reason: reason, late_by: by }
  const county = ctx.actor.county
  const claim = { on_behalf: onBehalf, claimed_by: by, claimed_at: ctx.now.toISOString() }
  if (former)
    await ctx.db
      .updateTable('shift_turn')
      .set({ ...span, ...times, ...late })
      .where('county', '=', county)
      .where('id', '=', turnId)
      .execute()
  else
    await ctx.db
      .insertInto('shift_turn')
      .values({ county, id: turnId, shift_id: shift.id, person_id: personId, ...claim, ...span, ...times, ...late })
      .execute()
  ctx.emit({ type: 'shifts.entered_late', data: { turnId, shiftId: shift.id, personId } })
  return { turnId, minutes }
}

function turnIn(ctx: Ctx, shiftId: string, personId: string) {
  return ctx.db
    .selectFrom('shift_turn')
    .select(['id', 'status', 'in_at'])
    .where('county', '=', ctx.actor.county)
    .where('shift_id', '=', shiftId)
    .where('person_id', '=', personId)
    .where('status', 'not in', ['cancelled', 'refused', 'reversed', 'missed', 'waiting'])
    .executeTakeFirst()
}

async function approveLate(ctx: Ctx, { id }: Input<Doors['approveLate']>): Promise<{ ok: true }> {
  const { turn, shift } = await lockToKeep(ctx, id, 'approve')
  ensure(!isOneself(ctx.actor, turn.late_by), no.secondPerson)
  const approval = { approved_by: ctx.actor.accountId, approved_at: ctx.now.toISOString() }
  await setTurn(ctx, id, { status: 'served', ...approval })
  await enterPresence(ctx, { gatheringId: shift.gatheringId, personId: turn.person_id, minutes: turn.minutes ?? 0 })
  return { ok: true }
}

export const service: Service<Doors> = {
  checkIn,
  takeBackCheckIn,
  checkOut,
  scanCode,
  enterLate,
  approveLate,
  listWaiting,
}
