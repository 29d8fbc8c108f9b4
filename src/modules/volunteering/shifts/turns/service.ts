import { sql } from 'kysely'
import { notYet, signUps } from '#modules/gatherings/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { beside, lockShift, lockToKeep, lockTurn, lockVolunteer, type ShiftRow } from '../policy.ts'
import { mayServe, type Span } from '../rules.ts'
import * as no from '../words.ts'
import type { contract } from './contract.ts'

type Doors = typeof contract

/** Somebody takes a turn, themselves or through family or a clerk. Clashes and strength are judged where every sign-up is. */
export async function claimTurn(ctx: Ctx, asked: Input<Doors['claimTurn']>): Promise<Output<Doors['claimTurn']>> {
  const { id, personId, ...how } = asked
  await lockVolunteer(ctx, personId)
  const shift = await lockShift(ctx, id)
  ensure(shift.status !== 'planned' || Date.parse(shift.from) >= ctx.now.getTime(), no.begun)
  await ensureServes(ctx, shift, personId)
  await ensureNoOther(ctx, personId, shift)
  const signedUp = await signUps.signUp(ctx, { id: shift.gatheringId, personId, ...how })
  const status = signedUp.status === 'in' ? 'claimed' : 'waiting'
  const turnId = await enterTurn(ctx, shift, { personId, status, signUpId: signedUp.signUpId, onBehalf: how.onBehalf })
  ctx.emit({ type: 'shifts.claimed', data: { shiftId: id, turnId, personId, status } })
  return { turnId, status }
}

type NewTurn = {
  personId: string
  status: 'claimed' | 'waiting'
  signUpId: string | null
  onBehalf: 'self' | 'family' | 'clerk'
}

export async function enterTurn(ctx: Ctx, shift: ShiftRow, turn: NewTurn): Promise<string> {
  const id = newId(ctx.now.getTime())
  const row = { county: ctx.actor.county, id, shift_id: shift.id, person_id: turn.personId, sign_up_id: turn.signUpId }
  const claim = { on_behalf: turn.onBehalf, claimed_by: ctx.actor.accountId, claimed_at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('shift_turn')
    .values({ ...row, ...claim, during: `[${shift.from},${shift.to})`, status: turn.status })
    .execute()
  return id
}

/** Refuses whoever the shift is not open to, and somebody who would serve themselves. */
export async function ensureServes(ctx: Ctx, shift: ShiftRow, personId: string): Promise<void> {
  ensure(shift.servedPersonId !== personId, no.notOwnServed)
  // Who has left or died since was a volunteer then: what they did is entered all the same.
  const hasEnded = Date.parse(shift.to) <= ctx.now.getTime()
  const { rows } = await sql<{ isVolunteer: boolean; isMember: boolean; isInvited: boolean }>`
    select exists (select from volunteer v where v.county = ${ctx.actor.county} and v.person_id = ${personId}
                      and (v.left_on is null or ${hasEnded} and v.left_on >= (${shift.from}::timestamptz at time zone 'Asia/Shanghai')::date)) as "isVolunteer",
           exists (select from team_member m where m.county = ${ctx.actor.county} and m.team_id = ${shift.teamId}::uuid and m.person_id = ${personId}
                      and m.during @> (${shift.from}::timestamptz at time zone 'Asia/Shanghai')::date) as "isMember",
           exists (select from gathering_sign_up s where s.county = ${ctx.actor.county} and s.gathering_id = ${shift.gatheringId}
                      and s.person_id = ${personId} and s.status = 'invited') as "isInvited"`.execute(ctx.db)
  const [is] = rows
  ensure(is && mayServe(shift.openTo, is), () => no.notOpenTo({ openTo: shift.openTo }))
}

/** Nobody has two turns at once; of two claims at the same moment the second waits for the first to be written. */
export async function ensureNoOther(ctx: Ctx, personId: string, span: Span & { id: string }): Promise<void> {
  const { rows } = await sql<{ title: string; from: string }>`
    select g.title, to_char(lower(t.during) at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as from
      from shift_turn t
      join shift s on s.county = t.county and s.id = t.shift_id
      join gathering g on g.county = s.county and g.id = s.gathering_id
     where t.county = ${ctx.actor.county} and t.person_id = ${personId} and t.shift_id <> ${span.id}
       and t.status in ('claimed', 'started', 'late', 'served', 'confirmed')
       and t.during && tstzrange(${span.from}::timestamptz, ${span.to}::timestamptz) limit 1`.execute(ctx.db)
  const [other] = rows
  if (other) throw no.overlap(other)
}

export async function takePlace(ctx: Ctx, { turnId, onBehalf }: Input<Doors['takePlace']>): Promise<{ ok: true }> {
  const { turn, shift } = await lockTurn(ctx, turnId, 'cancel')
  ensure(turn.status === 'waiting' && turn.sign_up_id, () => no.wrongState({ status: turn.status }))
  await ensureServes(ctx, shift, turn.person_id)
  await ensureNoOther(ctx, turn.person_id, shift)
  await signUps.takeOffer(beside(ctx, turn.person_id), { id: shift.gatheringId, signUpId: turn.sign_up_id, onBehalf })
  await setTurn(ctx, turnId, { status: 'claimed' })
  return { ok: true }
}

export async function giveUpTurn(ctx: Ctx, { turnId, onBehalf }: Input<Doors['giveUpTurn']>): Promise<{ ok: true }> {
  const { turn, shift } = await lockTurn(ctx, turnId, 'cancel')
  await endTurn(ctx, turnId, 'cancelled')
  const theirs = beside(ctx, turn.person_id)
  const signUpId = turn.sign_up_id
  if (signUpId) await signUps.cancelSignUp(theirs, { id: shift.gatheringId, signUpId, onBehalf })
  ctx.emit({ type: 'shifts.given_up', data: { shiftId: shift.id, turnId, personId: turn.person_id } })
  return { ok: true }
}

async function missTurn(ctx: Ctx, { turnId }: Input<Doors['missTurn']>): Promise<{ ok: true }> {
  const { shift } = await lockToKeep(ctx, turnId, 'miss')
  ensure(Date.parse(shift.from) < ctx.now.getTime(), notYet)
  await endTurn(ctx, turnId, 'missed')
  return { ok: true }
}

export async function endTurn(ctx: Ctx, id: string, status: 'cancelled' | 'missed' | 'reversed'): Promise<void> {
  await setTurn(ctx, id, { status, ended_by: ctx.actor.accountId, ended_at: ctx.now.toISOString() })
}

type TurnChanges = {
  status?: string
  person_id?: string
  sign_up_id?: string
  during?: string
  in_at?: string
  in_way?: string
  in_by?: string | null
  out_at?: string
  out_way?: string
  out_by?: string | null
  minutes?: number
  approved_by?: string | null
  approved_at?: string
  refused_reason?: string
  ended_by?: string | null
  ended_at?: string
}

export function setTurn(ctx: Ctx, id: string, changes: TurnChanges): Promise<void> {
  return setTurns(ctx, [id], changes)
}

export async function setTurns(ctx: Ctx, ids: readonly string[], changes: TurnChanges): Promise<void> {
  await ctx.db
    .updateTable('shift_turn')
    .set(changes)
    .where('county', '=', ctx.actor.county)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
}

export const service: Service<Doors> = { claimTurn, takePlace, giveUpTurn, missTurn }
