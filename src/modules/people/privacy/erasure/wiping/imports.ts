import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { emptyFile } from '#platform/files.ts'
import { cellsOf } from '../../../roster-import/stored/index.ts'
import type { Marks } from './marks.ts'

type Row = { batch_id: string; seq: number; name: string | null; raw_sealed: Buffer; is_tied: boolean }

/** A roster that is not settled and holds the person: erasing them now would bring them back when it is applied. */
export async function openRosterOf(ctx: Ctx, people: readonly string[], marks: Marks): Promise<string | null> {
  const rows = await rowsAbout(ctx, people, marks)
  const batches = [...new Set(rows.map((row) => row.batch_id))]
  if (!batches.length) return null
  const open = await ctx.db
    .selectFrom('import_batch')
    .select('file_name')
    .where('county', '=', ctx.actor.county)
    .where('id', 'in', batches)
    .where('status', 'in', ['reading', 'planned', 'applying', 'undoing'])
    .executeTakeFirst()
  return open?.file_name ?? null
}

/** Rows that became the person, and rows of the same name and number that somebody left lying. */
async function rowsAbout(ctx: Ctx, people: readonly string[], marks: Marks): Promise<Row[]> {
  const found = await sql<Row>`
    select batch_id, seq, name, raw_sealed, (person_id = any(${people}::uuid[]) or match_id = any(${people}::uuid[])) is true as is_tied
      from import_row
     where county = ${ctx.actor.county}
       and (person_id = any(${people}::uuid[]) or match_id = any(${people}::uuid[]) or name = any(${marks.names}::text[]))`.execute(
    ctx.db,
  )
  return found.rows.filter((row) => row.is_tied || isSame(ctx, row, marks))
}

/** The same name alone may be somebody else; with the number, a telephone or the year of birth beside it it is not. */
function isSame(ctx: Ctx, row: Row, { idNumbers, births, phones }: Marks): boolean {
  const text = cellsOf(ctx.vault, row).join('\n')
  const isWritten = (part: string) => part.length >= 4 && text.includes(part)
  return [...idNumbers, ...phones].some(isWritten) || births.map((birth) => birth.slice(0, 4)).some(isWritten)
}

/** Empties the rows, and the files they came from: a file cannot forget one of its lines. The other rows keep what they hold. */
export async function wipeImports(ctx: Ctx, people: readonly string[], marks: Marks): Promise<void> {
  const rows = await rowsAbout(ctx, people, marks)
  const { county } = ctx.actor
  const nothing = ctx.vault.seal('[]')
  for (const { batch_id: batch, seq } of rows)
    await sql`update import_row set name = null, raw_sealed = ${nothing}, record_sealed = null, before_sealed = null, changes = '[]',
                     person_id = null, match_id = null, decision = 'skip', done = case when done is null then null else 'left' end
               where county = ${county} and batch_id = ${batch}::uuid and seq = ${seq}`.execute(ctx.db)
  for (const batch of new Set(rows.map((row) => row.batch_id))) await emptyBatch(ctx, batch)
}

async function emptyBatch(ctx: Ctx, id: string): Promise<void> {
  const { county } = ctx.actor
  const batch = await ctx.db
    .selectFrom('import_batch')
    .select(['file_id', 'tables_sealed'])
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await emptyFile(ctx, batch.file_id)
  const tables: unknown = batch.tables_sealed ? JSON.parse(ctx.vault.open(batch.tables_sealed)) : []
  await ctx.db
    .updateTable('import_batch')
    .set({ file_name: '（原文件已销毁）', tables_sealed: ctx.vault.seal(JSON.stringify(withoutSamples(tables))) })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute()
}

/** The examples of each column are values of people. */
function withoutSamples(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSamples)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === 'samples' ? [] : withoutSamples(part)]),
  )
}
