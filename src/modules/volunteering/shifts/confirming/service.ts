import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { writeRecords } from '../../service-record/writing/index.ts'
import { beside, type Locked, lockToKeep, lockTurn, lockTurns } from '../policy.ts'
import { setTurn, setTurns } from '../turns/index.ts'
import type { contract } from './contract.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Judged = { rating: number | null; minutes?: number | undefined; way: 'served' | 'clerk' }

async function confirmTurn(ctx: Ctx, { id, ...judged }: Input<Doors['confirmTurn']>): Promise<{ recordId: string }> {
  const [recordId = ''] = await confirm(ctx, [await lockToKeep(ctx, id, 'confirm')], judged)
  return { recordId }
}

/** By the word of whom it was done for, on their own page or their family’s; whose word it is, is known from whose affairs are being done. */
export async function confirmAsServed(
  ctx: Ctx,
  { turnId, rating }: { turnId: string; rating: number | null },
): Promise<{ recordId: string; needId: string | null }> {
  const both = await lockTurn(await withHelper(ctx, turnId), turnId, 'confirm')
  const [recordId = ''] = await confirm(ctx, [both], { rating, way: 'served' })
  return { recordId, needId: both.shift.needId }
}

/** The volunteer of the turn comes into scope for as long as this act: nobody but whom they served has their row opened by this. */
async function withHelper(ctx: Ctx, turnId: string): Promise<Ctx> {
  const { rows } = await sql<{ helper: string | null }>`select open_helper(${turnId}::uuid) as helper`.execute(ctx.db)
  const helper = rows[0]?.helper
  ensure(helper, notFound)
  return beside(ctx, helper)
}

/** As many turns as there are, with one number of statements; answers a record for each. */
async function confirm(ctx: Ctx, all: readonly Locked[], { minutes, rating, way }: Judged): Promise<string[]> {
  const services = all.map(({ turn, shift }) => {
    const checked = turn.minutes ?? 0
    ensure((minutes ?? checked) <= checked, () => no.tooMany({ minutes: checked }))
    return { turn, shift, minutes: minutes ?? checked, way, rating }
  })
  const turns = all.map(({ turn }) => turn.id)
  await setTurns(ctx, turns, { status: 'confirmed', ...(minutes === undefined ? {} : { minutes }) })
  const records = await writeRecords(ctx, services)
  for (const [at, { turn, shift }] of all.entries()) {
    const data = { turnId: turn.id, shiftId: shift.id, recordId: records[at], personId: turn.person_id }
    ctx.emit({ type: 'shifts.confirmed', data })
  }
  return records
}

/** All or none; in one order, so that two clerks with the same list do not wait for each other and a day's cap is met by the same turn. */
async function confirmTurns(
  ctx: Ctx,
  { turns, rating }: Input<Doors['confirmTurns']>,
): Promise<Output<Doors['confirmTurns']>> {
  const ids = [...new Set(turns)].toSorted()
  await confirm(ctx, await lockTurns(ctx, ids, { act: 'confirm', by: 'keeper' }), { rating, way: 'clerk' })
  // Whoever asks the trail about one turn finds it, in whatever bundle it was confirmed.
  for (const id of ids) ctx.note({ action: 'confirmTurn', kind: 'turns', subject: id })
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
