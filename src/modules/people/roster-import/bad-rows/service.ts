import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fileName } from '#platform/files.ts'
import { ensure } from '#platform/refuse.ts'
import { type Sheet, writeWorkbook } from '#platform/spreadsheet/workbook.ts'
import type { contract } from '../contract.ts'
import { isBringer, loadBatch } from '../policy.ts'
import { cellsOf, type StoredRow, tablesOf } from '../stored/index.ts'
import { ownFileOnly, wordsOf } from '../words.ts'

type Table = { sheet: string; headerRows: number[]; columns: { index: number; header: string }[] }

/** The rows that did not go in, as a spreadsheet like the one they came from with a reason column in front: correct, and import again. */
export async function downloadBadRows(
  ctx: Ctx,
  input: Input<(typeof contract)['downloadBadRows']>,
): Promise<Output<(typeof contract)['downloadBadRows']>> {
  const batch = await loadBatch(ctx, input.id)
  ensure(isBringer(ctx, batch), ownFileOnly)
  const rows = await ctx.db
    .selectFrom('import_row')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('batch_id', '=', batch.id)
    .where('plan', 'in', ['doubtful', 'refused', 'duplicate'])
    .where((eb) => eb.or([eb('done', 'is', null), eb('done', '=', 'left')]))
    .orderBy('seq')
    .execute()
  const tables = tablesOf<Table>(ctx.vault, batch)
  const groups = Map.groupBy(rows, (row) => tableOf(tables, row))
  const sheets = [...groups].map(([table, members], at) => sheetOf(ctx, { table, members, at }))
  const bytes = await writeWorkbook(
    sheets.length ? sheets : [{ name: '没有问题行', header: ['没有需要更正的行'], rows: [] }],
  )
  const name = fileName(ctx, `${batch.file_name.replace(/\.[^.]+$/, '')}-待更正`, 'xlsx')
  return { name, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes }
}

function tableOf(tables: readonly Table[], row: StoredRow): Table | undefined {
  return tables.filter((table) => table.sheet === row.sheet && (table.headerRows[0] ?? 0) < row.row_no).at(-1)
}

function sheetOf(
  ctx: Ctx,
  { table, members, at }: { table: Table | undefined; members: readonly StoredRow[]; at: number },
): Sheet {
  const lines = members.map((row) => ({ row, cells: cellsOf(ctx.vault, row) }))
  const width = Math.max(0, ...lines.map((line) => line.cells.length))
  const headers = new Map(table?.columns.map((column) => [column.index, column.header]))
  const header = ['问题说明', '原行号', ...Array.from({ length: width }, (_, index) => headers.get(index) ?? '')]
  const rows = lines.map(({ row, cells }) => [
    row.reasons.map((code) => wordsOf(code).zh).join('；') || '与前面的行重复',
    row.row_no,
    ...Array.from({ length: width }, (_, index) => cells[index] ?? ''),
  ])
  return { name: `${at + 1} ${table?.sheet || 'CSV'}`.replace(/[\\/*?:[\]]/g, ' '), header, rows }
}
