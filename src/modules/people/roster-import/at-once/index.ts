import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { House } from '#platform/house/house.ts'
import type { Bilingual } from '#platform/words.ts'
import { applyJob } from '../applying/jobs.ts'
import { receiveRoster } from '../batches/service.ts'
import { readJob } from '../planning/jobs.ts'
import { loadBatch } from '../policy.ts'

/** Reads and applies a roster without a queue, for the command line. Doubtful and refused rows wait in the batch. */
export async function importFileNow(
  house: House,
  county: number,
  file: { name: string; bytes: Uint8Array; asOf?: string | undefined },
): Promise<Bilingual & { ok: boolean }> {
  const system = { system: county }
  const id = await house.act(system, { readOnly: false }, async (ctx) => {
    const batch = await receiveRoster(ctx, file)
    queue(ctx, 'read', batch)
    return batch
  })
  await readJob.run(house, { county, batch: id })
  const read = await house.act(system, { readOnly: true }, (ctx) => loadBatch(ctx, id))
  const refusal = read.refusal as unknown as Bilingual // the reading job writes both sentences
  if (read.status === 'refused') return { ok: false, ...refusal }
  await house.act(system, { readOnly: false }, async (ctx) => {
    const set = { status: 'applying', applied_at: ctx.now.toISOString(), done_count: 0 }
    await ctx.db.updateTable('import_batch').set(set).where('county', '=', county).where('id', '=', id).execute()
    queue(ctx, 'apply', id)
  })
  await applyJob.run(house, { county, batch: id })
  return house.act(system, { readOnly: true }, async (ctx) => {
    const { rows } = await sql<{ created: number; updated: number; waiting: number; refused: number }>`
      select count(*) filter (where done = 'created')::int as created, count(*) filter (where done = 'updated')::int as updated,
             count(*) filter (where plan in ('doubtful', 'duplicate') and done = 'left')::int as waiting, count(*) filter (where plan = 'refused')::int as refused
        from import_row where county = ${county} and batch_id = ${id}`.execute(ctx.db)
    const sum = rows[0] ?? { created: 0, updated: 0, waiting: 0, refused: 0 }
    return {
      ok: true,
      zh: `新增 ${sum.created} 人，更新 ${sum.updated} 人，待核实 ${sum.waiting} 行，拒绝 ${sum.refused} 行。`,
      en: `${sum.created} new, ${sum.updated} updated, ${sum.waiting} rows to be looked at, ${sum.refused} refused.`,
    }
  })
}

/** The same work is asked of the queue: if this process is killed, the next start goes on; otherwise it finds nothing left to do. */
function queue(ctx: Ctx, step: 'read' | 'apply', batch: string): void {
  ctx.enqueue({ task: `import.${step}`, payload: { batch }, key: `${step}:${batch}` })
}
