import type { LookUps } from '../directory/look-ups.ts'
import type { Cell, Sheet } from '../file/book.ts'
import { type Coverings, coverings, filledCells } from './cells/merges.ts'
import {
  columnOfNames,
  correctColumns,
  guessPath,
  type MappingOverrides,
  settleColumns,
  type TableSample,
} from './header/columns.ts'
import type { Column, Field } from './header/fields.ts'
import { type HeaderBlock, type HeaderSheet, headerAt, isHeaderLike } from './header/header-block.ts'

/** One table: its header rows (again for each page that repeats them) and what every column holds. */
export type Table = { headerRows: number[]; columns: Column[]; byField: Map<Field, Column[]>; name: number }

export type SheetTables = {
  sheet: Sheet
  filled: Coverings
  tables: Table[]
  /** Place of a header's first row in the list of rows → its last place and its table. */
  headers: Map<number, { last: number; table: Table }>
}

const SAMPLED = 40
/** Different tables on one sheet; a roster has two or three. */
const MOST_TABLES = 500

function sampleBelow(sheet: Sheet, filled: Coverings, last: number): (index: number) => Cell[] {
  const rows = sheet.rows.slice(last + 1, last + 1 + SAMPLED).map((row) => filledCells(row, filled))
  return (index) => rows.flatMap((cells) => cells[index] ?? [])
}

function makeTable(columns: Column[]): Table | undefined {
  const byField = new Map<Field, Column[]>()
  for (const column of columns.toSorted((a, b) => b.confidence - a.confidence || a.index - b.index)) {
    if (column.field) byField.set(column.field, [...(byField.get(column.field) ?? []), column])
  }
  const name = byField.get('name')?.[0]
  return name && { headerRows: [], columns, byField, name: name.index }
}

/** 遗属姓名 beside 离休干部姓名: the row is the survivor's. */
function preferSurvivor(columns: Column[]): Column[] {
  const survivor = columns.find((column) => column.field === 'name' && /遗属|遗孀/.test(column.header))
  if (!survivor) return columns
  return columns.map((column) =>
    column.field === 'name' && column !== survivor ? { ...column, field: 'ignored' as const } : column,
  )
}

type Finding = { sheet: Sheet; directory: LookUps; mapping: MappingOverrides | undefined }

function settle(block: HeaderBlock, found: SheetTables, { sheet, directory, mapping }: Finding): Table | undefined {
  const sample: TableSample = { at: sampleBelow(sheet, found.filled, block.last), directory }
  const settled = settleColumns(preferSurvivor(block.columns), sample)
  return makeTable(
    correctColumns(settled, { sheet: sheet.name, headerRow: sheet.rows[block.first]?.number ?? 0 }, mapping),
  )
}

function sameHeader(table: Table, columns: Column[]): boolean {
  const words = (list: Column[]) =>
    list
      .map((column) => column.header)
      .join('|')
      .replace(/\|+$/, '')
  return words(table.columns) === words(columns)
}

/** Takes a header into the list; a page header that repeats an earlier one continues its table. */
function register(found: SheetTables, block: HeaderBlock, finding: Finding): boolean {
  const raw = found.tables.find((one) => sameHeader(one, block.columns))
  if (!raw && found.tables.length >= MOST_TABLES) return false
  const table = raw ?? settle(block, found, finding)
  if (!table) return false
  if (!raw) found.tables.push(table)
  for (const row of finding.sheet.rows.slice(block.first, block.last + 1)) table.headerRows.push(row.number)
  found.headers.set(block.first, { last: block.last, table })
  return true
}

/** A header that never says 姓名: enough other columns are known, and one unread column is full of names. */
function headerWithoutName(found: SheetTables, view: HeaderSheet, finding: Finding): void {
  const { sheet, directory } = finding
  for (const [first, row] of sheet.rows.slice(0, 30).entries()) {
    if (!isHeaderLike(row)) continue
    const columns = Array.from(filledCells(row, found.filled), (cell, index) => {
      const header = typeof cell === 'string' ? cell.replace(/\s/g, '') : ''
      const guess = header === '' ? undefined : view.guess([header])
      return { index, header, field: guess?.field ?? null, confidence: guess?.confidence ?? 0 }
    })
    const known = columns.filter((column) => column.field !== null).length
    const name =
      known < 3 ? undefined : columnOfNames(columns, { at: sampleBelow(sheet, found.filled, first), directory })
    if (name === undefined) continue
    const named = columns.map((column) =>
      column.index === name ? { ...column, field: 'name' as const, confidence: 0.5 } : column,
    )
    if (register(found, { first, last: first, columns: named }, finding)) return
  }
}

export function findTables(sheet: Sheet, directory: LookUps, mapping?: MappingOverrides): SheetTables {
  const filled = coverings(sheet)
  const found: SheetTables = { sheet, filled, tables: [], headers: new Map() }
  const finding: Finding = { sheet, directory, mapping }
  const view: HeaderSheet = { rows: sheet.rows, filled, guess: (path) => guessPath(path, mapping?.remembered) }
  for (let at = 0; at < sheet.rows.length; at++) {
    const block = headerAt(view, at)
    if (block && register(found, block, finding)) at = block.last
  }
  if (found.tables.length === 0) headerWithoutName(found, view, finding)
  return found
}
