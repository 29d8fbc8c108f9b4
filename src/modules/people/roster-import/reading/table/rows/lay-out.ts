import { readLevel } from '../../clean/office/post.ts'
import { isDitto, isNothing } from '../../clean/text.ts'
import type { LookUps } from '../../directory/look-ups.ts'
import { type Cell, cellText, type Row } from '../../file/book.ts'
import type { NoPerson } from '../../shapes.ts'
import { fits, PERSONAL } from '../cells/cell-types.ts'
import { filledCells } from '../cells/merges.ts'
import type { SheetTables, Table } from '../tables.ts'
import { type Context, contextIn, contextOfSheet, numberingStyle } from './context.ts'
import { noPersonIn, rowOutside } from './row-kinds.ts'

/** A row that may hold somebody, with merges and ditto marks filled in. */
export type CandidateRow = { row: Row; cells: (Cell | undefined)[]; table: Table; context: Context; personal: number }
export type LaidOutRow = { row: Row; why: NoPerson } | CandidateRow

type State = {
  table: Table | undefined
  context: Context
  base: Context
  setBy: Partial<Record<keyof Context, string>>
  above: (Cell | undefined)[]
}

function withoutDitto(cells: (Cell | undefined)[], above: (Cell | undefined)[]): (Cell | undefined)[] {
  if (!cells.some((cell) => typeof cell === 'string' && isDitto(cell))) return cells
  return cells.map((cell, index) => (typeof cell === 'string' && isDitto(cell) ? above[index] : cell))
}

function personalCells(cells: (Cell | undefined)[], table: Table): number {
  let personal = 0
  for (const { index, field } of table.columns) {
    const cell = cells[index]
    if (field && PERSONAL.has(field) && cell !== undefined && fits(field, cell)) personal++
  }
  return personal
}

const TITLE = /花名册|名册|登记表|一览表|统计表|情况表|信息表|台账|名单/

/** A new section takes back what one of the same numbering said, then says its own. */
function hear(state: State, row: Row, directory: LookUps): void {
  const texts = row.cells.filter((cell) => cell !== undefined).map(cellText)
  const style = numberingStyle(texts[0] ?? '')
  if (style === '' && TITLE.test(texts[0] ?? '')) [state.context, state.setBy] = [{ ...state.base }, {}]
  for (const part of ['unit', 'place', 'kind'] as const) {
    if (style !== '' && state.setBy[part] === style) delete state.context[part]
  }
  const labelled = texts.length > 1 ? [...texts, texts.slice(0, 2).join('')] : texts
  for (const text of labelled) {
    const said = contextIn(text, directory)
    state.context = { ...state.context, ...said }
    for (const part of ['unit', 'place', 'kind'] as const) if (said[part]) state.setBy[part] = style
  }
}

const HEARD: ReadonlySet<NoPerson> = new Set<NoPerson>(['title', 'section', 'note', 'list'])

/** No cell of a roster needs more to be understood; the raw row keeps all of it. */
const LONGEST_CELL = 300

function shortened(cell: Cell | undefined): Cell | undefined {
  return typeof cell === 'string' && cell.length > LONGEST_CELL ? cell.slice(0, LONGEST_CELL) : cell
}

/** A lone text that names a unit, a place, a kind or a level heads the rows below it, even where names stand. */
function isHeading(row: Row, directory: LookUps): boolean {
  const texts = row.cells.filter((cell) => cell !== undefined).map(cellText)
  const [text = ''] = texts
  if (texts.length !== 1) return false
  const said = contextIn(text, directory)
  return Boolean(said.unit ?? said.place ?? said.kind ?? readLevel(text)) || directory.units.find(text).is === 'many'
}

function layOutRow(row: Row, state: State, found: SheetTables & { directory: LookUps }): LaidOutRow {
  const { table } = state
  if (!table) return { row, why: rowOutside(row, row === found.sheet.rows[0]) }
  const cells = withoutDitto(filledCells(row, found.filled).map(shortened), state.above)
  const personal = personalCells(cells, table)
  const why = noPersonIn({ row, name: row.cells[table.name], personal })
  if (why) return { row, why }
  if (personal === 0 && isHeading(row, found.directory)) return { row, why: 'section' }
  const isNamed = !isNothing(cellText(cells[table.name]))
  if (!isNamed && personal < 2 && row.cells.filter((cell) => cell !== undefined).length < 4)
    return { row, why: 'blank' }
  state.above = cells
  return { row, cells, table, context: { ...state.context }, personal }
}

/** Goes through a sheet from the top: headers, people, and everything that is neither. */
export function* layOut(found: SheetTables, directory: LookUps): Generator<LaidOutRow> {
  const base = contextOfSheet(found.sheet.name, directory)
  const state: State = { table: undefined, context: { ...base }, base, setBy: {}, above: [] }
  const hasTables = found.tables.length > 0
  let headerEnd = -1
  for (const [at, row] of found.sheet.rows.entries()) {
    const header = found.headers.get(at)
    if (header) {
      state.table = header.table
      headerEnd = header.last
    }
    if (at <= headerEnd) {
      yield { row, why: 'header' }
      continue
    }
    const laid = layOutRow(row, state, { ...found, directory })
    if ('why' in laid && HEARD.has(laid.why)) hear(state, row, directory)
    yield 'why' in laid && !hasTables && laid.why === 'note' && at > 0 ? { row, why: 'list' } : laid
  }
}
