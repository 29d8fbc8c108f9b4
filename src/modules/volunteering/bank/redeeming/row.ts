import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { BankRedemption } from '#platform/db/tables.ts'
import { ensure, notFound } from '#platform/refuse.ts'

export type RedemptionRow = Selectable<BankRedemption>

/** One redemption, locked: of hand-over, undo and expiry the first counts. */
export async function lockRedemption(ctx: Ctx, id: string): Promise<RedemptionRow> {
  const row = await ctx.db
    .selectFrom('bank_redemption')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  ensure(row, notFound)
  return row
}

export type Change = Partial<
  Pick<
    RedemptionRow,
    | 'status'
    | 'code_index'
    | 'expires_at'
    | 'handed_over_at'
    | 'handed_over_by'
    | 'confirm_key'
    | 'settle_id'
    | 'ended_at'
    | 'ended_by'
    | 'reason'
  >
>

export async function writeRedemption(ctx: Ctx, id: string, change: Change): Promise<void> {
  await ctx.db
    .updateTable('bank_redemption')
    .set(change)
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}
