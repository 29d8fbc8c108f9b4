import { sql } from 'kysely'
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

/** By the word of whom it was done for, on their own page or their family’s; whose word it is, is known from whose affairs are being done. */
export async function confirmAsServed(
  ctx: Ctx,
  { turnId, rating }: { turnId: string; rating: number | null },
): Promise<{ recordId: string; needId: string | null }> {
  const both = await lockTurn(await withHelper(ctx, turnId), turnId, 'confirm')
  return { recordId: await confirm(ctx, both, { rating, way: 'served' }), needId: both.shift.needId }
}

/** The volunteer of the turn comes into scope for as long as this act: nobody but whom they served has their row opened by this. */
async function withHelper(ctx: Ctx, turnId: string): Promise<Ctx> {
  const { rows } = await sql<{ helper: string | null }>`select open_helper(${turnId}::uuid) as helper`.execute(ctx.db)
  const helper = rows[0]?.helper
  ensure(helper, notFound)
  const { actor } = ctx
  return { ...ctx, actor: { ...actor, scope: { ...actor.scope, people: [...(actor.scope.people ?? []), helper] } } }
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
  for (const id of ids) {
    await confirmTurn(ctx, { id, rating, way: 'clerk' })
    // Whoever asks the trail about one turn finds it, in whatever bundle it was confirmed.
    ctx.note({ action: 'confirmTurn', kind: 'turns', subject: id })
  }
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
