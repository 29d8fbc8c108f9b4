import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Job } from '#platform/house/jobs.ts'
import { bringInStep } from '../../affiliations/index.ts'
import { changeFields, requiredFields } from '../../book/index.ts'
import { loadPerson } from '../../policy.ts'
import type { Before } from '../applying/update/index.ts'
import { loadBatch } from '../policy.ts'
import type { StoredRow } from '../stored/index.ts'
import { takeBackHome } from './home/index.ts'

const CHUNK = 500

/** Takes a batch back, last row first. Each row is restored and ticked off in one transaction; the raw rows are kept for ever. */
export const undoJob: Job = {
  task: 'import.undo',
  run: async (house, payload) => {
    const [county, id] = [Number(payload.county), String(payload.batch)]
    let left = 1
    while (left > 0) left = await house.act({ system: county }, { readOnly: false }, (ctx) => undoChunk(ctx, id))
  },
}

async function undoChunk(ctx: Ctx, id: string): Promise<number> {
  const batch = await loadBatch(ctx, id, true)
  if (batch.status !== 'undoing') return 0
  const rows = await ctx.db
    .selectFrom('import_row')
    .selectAll()
    .where('county', '=', batch.county)
    .where('batch_id', '=', id)
    .where('done', 'in', ['created', 'updated'])
    .orderBy('seq', 'desc')
    .limit(CHUNK)
    .execute()
  for (const row of rows) if (row.done === 'updated') await restore(ctx, row)
  await remove(
    ctx,
    id,
    rows.filter((row) => row.done === 'created'),
  )
  const set = rows.length ? { done_count: batch.done_count + rows.length } : { status: 'undone' }
  await ctx.db.updateTable('import_batch').set(set).where('county', '=', batch.county).where('id', '=', id).execute()
  if (!rows.length) ctx.note({ action: 'import.undone', subject: id })
  return rows.length
}

async function restore(ctx: Ctx, row: StoredRow): Promise<void> {
  if (!row.person_id || !row.before_sealed) return
  const before = JSON.parse(ctx.vault.open(row.before_sealed)) as Before // sealed by updateRow
  const person = await loadPerson(ctx, row.person_id, true)
  await changeFields(ctx, person, {
    values: before.values,
    required: await requiredFields(ctx),
    cause: `undo:${row.batch_id}`,
  })
  if (before.phones.length)
    await ctx.db
      .deleteFrom('person_phone')
      .where('county', '=', row.county)
      .where('person_id', '=', person.id)
      .where('position', 'in', before.phones)
      .execute()
  if (before.affiliationId)
    await sql`delete from affiliation where county = ${row.county} and id = ${before.affiliationId}::uuid`.execute(
      ctx.db,
    )
  if (before.hasMoved) await takeBackHome(ctx, person.id, row.batch_id)
  await bringInStep(ctx, [person.id])
  await ctx.db
    .updateTable('import_row')
    .set({ done: 'undone' })
    .where('county', '=', row.county)
    .where('batch_id', '=', row.batch_id)
    .where('seq', '=', row.seq)
    .execute()
}

const dependents = ['person_phone', 'person_contact', 'affiliation', 'person_event', 'person_change'] as const

/** People this batch made, and nobody has built on, go with everything that hangs on them. */
async function remove(ctx: Ctx, batch: string, rows: readonly StoredRow[]): Promise<void> {
  const ids = rows.flatMap((row) => row.person_id ?? [])
  if (!ids.length) return
  const { county } = ctx.actor
  for (const table of dependents)
    await sql`delete from ${sql.table(table)} where county = ${county} and person_id = any(${ids}::uuid[])`.execute(
      ctx.db,
    )
  await sql`delete from family_member where county = ${county} and (person_id = any(${ids}::uuid[]) or linked_person_id = any(${ids}::uuid[]))`.execute(
    ctx.db,
  )
  await sql`delete from duplicate_pair where county = ${county} and (first_id = any(${ids}::uuid[]) or second_id = any(${ids}::uuid[]))`.execute(
    ctx.db,
  )
  await sql`update import_row set done = 'undone', person_id = null where county = ${county} and batch_id = ${batch} and person_id = any(${ids}::uuid[])`.execute(
    ctx.db,
  )
  await sql`update import_row set match_id = null where county = ${county} and match_id = any(${ids}::uuid[])`.execute(
    ctx.db,
  )
  await sql`delete from person where county = ${county} and id = any(${ids}::uuid[])`.execute(ctx.db)
}
