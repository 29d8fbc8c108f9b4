import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import type { contract } from '../contract.ts'
import { loadBatch } from '../policy.ts'
import { builtUpon, notApplied } from '../words.ts'

const EXAMPLES = 5

/** Orders a batch to be taken back, unless somebody has built on its rows since: then it says on whose and with what. */
export async function undoImport(
  ctx: Ctx,
  input: Input<(typeof contract)['undoImport']>,
): Promise<Output<(typeof contract)['undoImport']>> {
  const batch = await loadBatch(ctx, input.id, true)
  ensure(batch.status === 'applied', notApplied)
  const obstacles = await obstaclesTo(ctx, batch.id)
  if (obstacles.length)
    throw builtUpon({
      count: new Set(obstacles.map((one) => one.id)).size,
      examples: obstacles.slice(0, EXAMPLES).map(({ name, what, at }) => ({ name, what, at })),
    })
  await ctx.db
    .updateTable('import_batch')
    .set({ status: 'undoing', undone_by: ctx.actor.accountId, undone_at: ctx.now.toISOString(), done_count: 0 })
    .where('county', '=', batch.county)
    .where('id', '=', batch.id)
    .execute()
  ctx.enqueue({ task: 'import.undo', payload: { batch: batch.id }, key: `undo:${batch.id}` })
  return { ok: true }
}

type Obstacle = { id: string; name: string; what: string; at: string }

/** Whatever was done to the batch's people after it: corrections, events, units, family, merges, later rosters. */
async function obstaclesTo(ctx: Ctx, batch: string): Promise<Obstacle[]> {
  const cause = `import:${batch}`
  const found = await sql<Obstacle>`
    with mine as (
      select r.person_id as id, min(p.name) as name, bool_or(r.done = 'created') as created, max(b.applied_at) as applied_at
        from import_row r join import_batch b on b.county = r.county and b.id = r.batch_id join person p on p.county = r.county and p.id = r.person_id
       where r.county = ${ctx.actor.county} and r.batch_id = ${batch} and r.done in ('created', 'updated') group by r.person_id
    )
    select m.id, m.name, '资料更正' as what, c.at::text from mine m join person_change c on c.county = ${ctx.actor.county} and c.person_id = m.id and c.cause <> ${cause} and c.at >= m.applied_at
    union all
    select m.id, m.name, '登记了新情况', e.at::text from mine m join person_event e on e.county = ${ctx.actor.county} and e.person_id = m.id and e.kind not in ('recorded', 'moved_home', 'unit_changed') and e.at >= m.applied_at
    union all
    select m.id, m.name, '合并了重复记录', g.merged_at::text from mine m join person_merge g on g.county = ${ctx.actor.county} and m.id in (g.kept_id, g.absorbed_id) and g.undone_at is null and g.merged_at >= m.applied_at
    union all
    select m.id, m.name, '关联了家庭成员', '' from mine m join family_member f on f.county = ${ctx.actor.county} and m.created
       and (f.person_id = m.id or f.linked_person_id = m.id)
       and not exists (select from import_row s join import_row c on c.county = s.county and c.batch_id = s.batch_id and c.seq = s.related_seq
                        where s.county = ${ctx.actor.county} and s.batch_id = ${batch} and s.person_id = f.linked_person_id and c.person_id = f.person_id)
    union all
    select m.id, m.name, '后来的花名册又更新过', b.applied_at::text from mine m join import_row r on r.county = ${ctx.actor.county} and r.person_id = m.id and r.batch_id <> ${batch} and r.done = 'updated'
       join import_batch b on b.county = r.county and b.id = r.batch_id and b.applied_at >= m.applied_at`.execute(
    ctx.db,
  )
  return found.rows
}
