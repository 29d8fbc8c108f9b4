import { sql } from 'kysely'
import { balanceOf, reverse } from '#modules/ledger/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { joinWallets } from '../estates/joining.ts'
import { backToStock } from './ending.ts'
import { type RedemptionRow, writeRedemption } from './row.ts'
import * as no from './words.ts'

export type Reversing = { reason: string; isReturned: boolean; approvedBy?: string | undefined }

/** Gives points of a locked redemption back to the same wallet. What a statement says is to be paid stays covered, unless the partner disputes it. */
export async function reverseHanded(
  ctx: Ctx,
  row: RedemptionRow,
  { reason, isReturned, approvedBy }: Reversing,
): Promise<void> {
  ensure(row.status === 'handed_over' && row.settle_id, no.notHandedOver)
  await ensureCovered(ctx, row)
  await writeRedemption(ctx, row.id, {
    status: 'reversed',
    ended_at: ctx.now.toISOString(),
    ended_by: ctx.actor.accountId,
    reason,
  })
  if (isReturned) await backToStock(ctx, row)
  await reverse(ctx, { id: newId(), transferId: row.settle_id, reason, approvedBy })
  await joinWallets(ctx, row.person_id, { kind: 'redemption', id: row.id })
  ctx.emit({ type: 'bank.reversed', data: { id: row.id, personId: row.person_id } })
}

async function ensureCovered(ctx: Ctx, { partner_id, points }: RedemptionRow): Promise<void> {
  // Statements of one partner are drafted and paid under the same lock.
  await lockPartner(ctx, partner_id)
  const { total } = await balanceOf(ctx, 'points', { kind: 'payable', owner: partner_id })
  const { rows } = await sql<{ due: number }>`
    select coalesce(sum(due_of(s)), 0)::int as due from bank_settlement s
     where s.county = ${ctx.actor.county} and s.partner_id = ${partner_id} and s.status not in ('paid', 'disputed')`.execute(
    ctx.db,
  )
  ensure(total - (rows[0]?.due ?? 0) >= points, no.inSettlement)
}

/** One after another where sums of a partner are drawn up, paid or reversed. */
export async function lockPartner(ctx: Ctx, partnerId: string): Promise<void> {
  await ctx.db
    .selectFrom('bank_partner')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where('id', '=', partnerId)
    .forNoKeyUpdate()
    .execute()
}
