import { release } from '#modules/ledger/index.ts'
import { officeTime } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { joinWallets } from '../estates/joining.ts'
import { lockRedemption, type RedemptionRow, writeRedemption } from './row.ts'
import { undoOf } from './rules.ts'
import * as no from './words.ts'

/** Taken back within ten minutes by whose points they are; taken back before, it does nothing. */
export async function undo(ctx: Ctx, { id, personId }: { id: string; personId: string }): Promise<{ ok: true }> {
  const row = await lockRedemption(ctx, id)
  ensure(row.person_id === personId, no.noSuchRedemption)
  const outcome = undoOf({ status: row.status, reservedAt: new Date(row.reserved_at) }, ctx.now)
  ensure(outcome !== 'handed_over', no.handedOver)
  ensure(outcome !== 'late', () => no.tooLate({ at: officeTime(new Date(row.expires_at)) }))
  ensure(outcome !== 'over', () => no.notWaiting({ status: row.status }))
  if (outcome === 'undo') await giveBack(ctx, row, 'undone')
  return { ok: true }
}

/** A clerk takes back what waits at the person's word, however long ago it was. */
export async function cancelForPerson(ctx: Ctx, id: string): Promise<{ ok: true }> {
  const row = await lockRedemption(ctx, id)
  ensure(row.status !== 'handed_over', no.handedOver)
  ensure(row.status === 'reserved' || row.status === 'undone', () => no.notWaiting({ status: row.status }))
  if (row.status === 'reserved') await giveBack(ctx, row, 'undone')
  return { ok: true }
}

const AT_ONCE = 100

/** Gives back points and stock of codes whose time is over; run twice, or by two at once, each is given back once. Answers how many. */
export async function expireCodes(ctx: Ctx): Promise<number> {
  const due = await ctx.db
    .selectFrom('bank_redemption')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('status', '=', 'reserved')
    .where('expires_at', '<=', ctx.now.toISOString())
    .orderBy('expires_at')
    .limit(AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const row of due) await giveBack(ctx, row, 'expired')
  return due.length
}

async function giveBack(ctx: Ctx, row: RedemptionRow, status: 'undone' | 'expired'): Promise<void> {
  await writeRedemption(ctx, row.id, { status, ended_at: ctx.now.toISOString(), ended_by: ctx.actor.accountId })
  await backToStock(ctx, row)
  await release(ctx, [{ id: newId(), holdId: row.id }])
  await joinWallets(ctx, row.person_id, { kind: 'redemption', id: row.id })
  ctx.emit({ type: `bank.${status}`, data: { id: row.id, personId: row.person_id } })
}

export async function backToStock(ctx: Ctx, { item_id, quantity }: RedemptionRow): Promise<void> {
  await ctx.db
    .updateTable('bank_item')
    .set(({ eb }) => ({ stock: eb('stock', '+', quantity), version: eb('version', '+', 1) }))
    .where('county', '=', ctx.actor.county)
    .where('id', '=', item_id)
    .execute()
}
