import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import type { contract } from '../contract.ts'
import { loadBatch } from '../policy.ts'
import { notPlanned } from '../words.ts'

export async function applyImport(
  ctx: Ctx,
  input: Input<(typeof contract)['applyImport']>,
): Promise<Output<(typeof contract)['applyImport']>> {
  const batch = await loadBatch(ctx, input.id, true)
  ensure(batch.status === 'planned', () => notPlanned({ status: batch.status }))
  await ctx.db
    .updateTable('import_batch')
    .set({ status: 'applying', applied_by: ctx.actor.accountId, applied_at: ctx.now.toISOString(), done_count: 0 })
    .where('county', '=', batch.county)
    .where('id', '=', batch.id)
    .execute()
  ctx.enqueue({ task: 'import.apply', payload: { batch: batch.id }, key: `apply:${batch.id}` })
  return { ok: true }
}
