import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { storeFile } from '#platform/files.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { type contract, plans } from '../contract.ts'
import { isBringer, loadBatch, seesEveryBatch } from '../policy.ts'
import { tablesOf } from '../stored/index.ts'
import { emptyFile, notPlanned, wordsOf } from '../words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>
type BatchOut = Awaited<Out<'listImports'>>['items'][number]
type TableOut = Awaited<Out<'readImport'>>['tables'][number]

/** Takes a roster in. Reading it is a job: the page shows its progress and may be left. */
export async function uploadRoster(ctx: Ctx, input: In<'uploadRoster'>): Out<'uploadRoster'> {
  const id = await receiveRoster(ctx, input)
  ctx.enqueue({ task: 'import.read', payload: { batch: id }, key: `read:${id}` })
  return { id }
}

export async function receiveRoster(
  ctx: Ctx,
  file: { name: string; bytes: Uint8Array; asOf?: string | undefined },
): Promise<string> {
  ensure(file.bytes.byteLength > 0, emptyFile)
  const id = newId(ctx.now.getTime())
  const fileId = await storeFile(ctx, { name: file.name, mediaType: 'application/octet-stream', bytes: file.bytes })
  const row = {
    county: ctx.actor.county,
    id,
    file_id: fileId,
    file_name: file.name,
    as_of: file.asOf ?? officeDay(ctx.now),
    status: 'reading',
  }
  await ctx.db
    .insertInto('import_batch')
    .values({ ...row, created_by: ctx.actor.accountId, created_at: ctx.now.toISOString() })
    .execute()
  return id
}

export async function listImports(ctx: Ctx, input: In<'listImports'>): Out<'listImports'> {
  const base = ctx.db.selectFrom('import_batch').where('county', '=', ctx.actor.county)
  const mine = seesEveryBatch(ctx) ? base : base.where('created_by', '=', ctx.actor.accountId)
  const rows = await mine
    .select('id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit)
    .offset(input.offset)
    .execute()
  const total = await mine.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const items: BatchOut[] = []
  for (const row of rows) items.push(await describe(ctx, row.id))
  return { items, total: total.total }
}

export async function readImport(ctx: Ctx, input: In<'readImport'>): Out<'readImport'> {
  const batch = await loadBatch(ctx, input.id)
  const tables = tablesOf<TableOut>(ctx.vault, batch)
  return { ...(await describe(ctx, input.id)), tables: isBringer(ctx, batch) ? tables : tables.map(withoutSamples) }
}

/** The columns by their headers alone: samples are cells of the file. */
function withoutSamples(table: TableOut): TableOut {
  return { ...table, columns: table.columns.map((column) => ({ ...column, samples: [] })) }
}

async function describe(ctx: Ctx, id: string): Promise<BatchOut> {
  const batch = await loadBatch(ctx, id)
  const by = batch.created_by
    ? await ctx.db
        .selectFrom('account')
        .select('name')
        .where('county', '=', batch.county)
        .where('id', '=', batch.created_by)
        .executeTakeFirst()
    : { name: '命令行' }
  const mayApply = ctx.actor.permissions.has('import.apply')
  return {
    id: batch.id,
    fileName: batch.file_name,
    asOf: batch.as_of,
    status: batch.status as BatchOut['status'], // the column's check is the contract's list
    refusal: batch.refusal as unknown as BatchOut['refusal'], // written by the reading job
    rowCount: batch.row_count,
    doneCount: batch.done_count,
    ...(await countsOf(ctx, id)),
    createdBy: by?.name ?? '',
    createdAt: batch.created_at,
    appliedAt: batch.applied_at,
    undoneAt: batch.undone_at,
    can: {
      apply: mayApply && batch.status === 'planned',
      undo: mayApply && batch.status === 'applied',
      remap: batch.status === 'planned',
      correct: isBringer(ctx, batch),
      discard: batch.status === 'planned' || batch.status === 'refused' || batch.status === 'failed',
    },
  }
}

async function countsOf(ctx: Ctx, id: string): Promise<Pick<BatchOut, 'counts' | 'reasons'>> {
  const { county } = ctx.actor
  const counted = await sql<{
    plan: string
    count: number
  }>`select plan, count(*)::int as count from import_row where county = ${county} and batch_id = ${id} group by plan`.execute(
    ctx.db,
  )
  const reasons = await sql<{ code: string; count: number }>`
    select code, count(*)::int as count from import_row, unnest(reasons) code where county = ${county} and batch_id = ${id} group by code order by count desc`.execute(
    ctx.db,
  )
  const byPlan = new Map(counted.rows.map((row) => [row.plan, row.count]))
  const counts = Object.fromEntries(plans.map((plan) => [plan, byPlan.get(plan) ?? 0])) as BatchOut['counts'] // one entry for each plan
  return { counts, reasons: reasons.rows.map((row) => ({ ...row, words: wordsOf(row.code) })) }
}

/** Takes the user's word on columns, remembers it for this bureau's next files, and reads the file again. */
export async function remapImport(ctx: Ctx, input: In<'remapImport'>): Out<'remapImport'> {
  const batch = await loadBatch(ctx, input.id, true)
  ensure(batch.status === 'planned', () => notPlanned({ status: batch.status }))
  const tables = tablesOf<TableOut>(ctx.vault, batch)
  const columns = input.columns.map((column) => ({ ...column, ...headerOf(tables, column) }))
  await ctx.db
    .updateTable('import_batch')
    .set({ status: 'reading', done_count: 0, mapping: JSON.stringify({ columns }) })
    .where('county', '=', batch.county)
    .where('id', '=', batch.id)
    .execute()
  if (input.remember)
    for (const column of columns)
      if (column.header && column.field)
        await ctx.db
          .insertInto('import_synonym')
          .values({ county: batch.county, header: column.header, field: column.field, used_at: ctx.now.toISOString() })
          .onConflict((conflict) =>
            conflict
              .columns(['county', 'header'])
              .doUpdateSet({ field: column.field ?? '', used_at: ctx.now.toISOString() }),
          )
          .execute()
  ctx.enqueue({ task: 'import.read', payload: { batch: batch.id }, key: `read:${batch.id}` })
  return { ok: true }
}

function headerOf(
  tables: readonly TableOut[],
  at: { sheet: string; table: number; index: number },
): { header: string; headerRow: number | null } {
  const table = tables.find((one) => one.sheet === at.sheet && one.table === at.table)
  const header = table?.columns.find((column) => column.index === at.index)?.header ?? ''
  return { header, headerRow: table?.headerRows[0] ?? null }
}

/** Throws a batch away that has changed nothing. Its file has lost its purpose and goes; the audit trail tells who brought it. */
export async function discardImport(ctx: Ctx, input: In<'discardImport'>): Out<'discardImport'> {
  const batch = await loadBatch(ctx, input.id, true)
  ensure(['planned', 'refused', 'failed'].includes(batch.status), () => notPlanned({ status: batch.status }))
  await ctx.db.deleteFrom('import_row').where('county', '=', batch.county).where('batch_id', '=', batch.id).execute()
  await ctx.db.deleteFrom('import_batch').where('county', '=', batch.county).where('id', '=', batch.id).execute()
  await ctx.db.deleteFrom('stored_file').where('county', '=', batch.county).where('id', '=', batch.file_id).execute()
  return { ok: true }
}
