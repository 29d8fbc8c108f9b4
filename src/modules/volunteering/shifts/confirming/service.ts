import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { writeRecord } from '../../service-record/writing/index.ts'
import { lockToKeep, lockTurn, type ShiftRow, type TurnRow } from '../policy.ts'
import { setTurn } from '../turns/index.ts'
import type { contract } from './contract.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Judged = { rating: number | null; minutes?: number | undefined; way: 'served' | 'clerk' }

async function confirmTurn(ctx: Ctx, { id, ...judged }: Input<Doors['confirmTurn']>): Promise<{ recordId: string }> {
  const both = await lockToKeep(ctx, id, 'confirm')
  return { recordId: await confirm(ctx, both, judged) }
}

/** By the word of whom it was done for, on their own page or their family’s: `servedId` is whose word it is. */
export async function confirmAsServed(
  ctx: Ctx,
  { turnId, servedId, rating }: { turnId: string; servedId: string; rating: number | null },
): Promise<{ recordId: string }> {
  const { turn, shift } = await lockTurn(ctx, turnId, 'confirm')
  ensure(turn.person_id !== servedId, no.notByVolunteer)
  ensure(servedId === (await servedOf(ctx, shift)), notFound)
  return { recordId: await confirm(ctx, { turn, shift }, { rating, way: 'served' }) }
}

/** Whom a shift is done for: who was named, or whose need it is. */
async function servedOf(ctx: Ctx, { servedPersonId, needId }: ShiftRow): Promise<string | null> {
  if (servedPersonId || !needId) return servedPersonId
  const need = ctx.db.selectFrom('need').select('person_id').where('county', '=', ctx.actor.county)
  return (await need.where('id', '=', needId).executeTakeFirst())?.person_id ?? null
}

async function confirm(ctx: Ctx, both: { turn: TurnRow; shift: ShiftRow }, judged: Judged): Promise<string> {
  const { turn, shift } = both
  const checked = turn.minutes ?? 0
  const minutes = judged.minutes ?? checked
  ensure(minutes <= checked, () => no.tooMany({ minutes: checked }))
  await setTurn(ctx, turn.id, { status: 'confirmed', minutes })
  const recordId = await writeRecord(ctx, { turn, shift, minutes, way: judged.way, rating: judged.rating })
  ctx.emit({
    type: 'shifts.confirmed',
    data: { turnId: turn.id, shiftId: shift.id, recordId, personId: turn.person_id },
  })
  return recordId
}

/** All or none; one after another in one order, so that two clerks with the same list do not wait for each other. */
async function confirmTurns(
  ctx: Ctx,
  { turns, rating }: Input<Doors['confirmTurns']>,
): Promise<Output<Doors['confirmTurns']>> {
  const ids = [...new Set(turns)].toSorted()
  for (const id of ids) await confirmTurn(ctx, { id, rating, way: 'clerk' })
  return { confirmed: ids.length }
}

async function refuseTurn(ctx: Ctx, { id, reason }: Input<Doors['refuseTurn']>): Promise<{ ok: true }> {
  const { turn, shift } = await lockToKeep(ctx, id, 'refuse')
  const ended = { ended_by: ctx.actor.accountId, ended_at: ctx.now.toISOString() }
  await setTurn(ctx, id, { status: 'refused', refused_reason: reason, ...ended })
  ctx.emit({ type: 'shifts.refused', data: { turnId: id, shiftId: shift.id, personId: turn.person_id } })
  return { ok: true }
}

export const service: Service<Doors> = { confirmTurn, confirmTurns, refuseTurn }
