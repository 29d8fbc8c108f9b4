import type { Cell, Mark, Merge, Row } from '../book.ts'
import { LIMITS } from '../limits.ts'
import { refuseFile } from '../refusal.ts'
import { type CellTables, cellsOf, columnOf } from './cells.ts'
import { attribute, tagsOf, wholeElements } from './xml.ts'
import type { Zip, ZipEntry } from './zip.ts'

export type SheetContent = { rows: Row[]; merges: Merge[] }
/** Runs through the whole workbook, so that many small sheets cannot do what one large one may not. */
export type Spent = { rows: number; cells: number; emptiness: number }
export type SheetTables = CellTables & { spent: Spent }

/** XML a cell with a value may take before the rest of its row counts as emptiness. */
const BYTES_PER_CELL = 400

function spend(spent: Spent, cells: number, bytes: number): void {
  spent.emptiness += Math.max(0, bytes - cells * BYTES_PER_CELL)
  spent.rows += cells > 0 ? 1 : 0
  spent.cells += cells
  if (spent.emptiness > LIMITS.emptiness) refuseFile('FILE_TOO_EMPTY')
  if (spent.rows > LIMITS.rows || spent.cells > LIMITS.cells) refuseFile('FILE_TOO_LARGE')
}

function rowOf(number: number, found: ReturnType<typeof cellsOf>): Row {
  const width = found.reduce((widest, one) => Math.max(widest, one.column + 1), 0)
  if (width > LIMITS.columns) refuseFile('FILE_TOO_WIDE')
  const cells: (Cell | undefined)[] = Array.from({ length: width })
  const marks: (Mark | undefined)[] = []
  for (const { column, cell, mark } of found) {
    cells[column] = cell
    if (mark) marks[column] = mark
  }
  return marks.length > 0 ? { number, cells, marks } : { number, cells }
}

/** Adds the rows of one piece of sheet XML; `last` is the number of the last row so far, for rows that do not say theirs. */
function readRows(xml: string, rows: Row[], tables: SheetTables & { last: number }): number {
  let last = tables.last
  for (let at = xml.indexOf('<row'); at >= 0; at = xml.indexOf('<row', at + 4)) {
    const tagEnd = xml.indexOf('>', at)
    if (tagEnd < 0) break
    const attributes = xml.slice(at + 4, tagEnd)
    if (attributes !== '' && !/^[\s/]/.test(attributes)) continue
    last = Number(attribute(attributes, 'r') ?? last + 1)
    const close = attributes.endsWith('/') ? tagEnd : xml.indexOf('</row>', tagEnd)
    const end = close < 0 ? xml.length : close
    const found = end > tagEnd + 1 ? cellsOf(xml.slice(tagEnd + 1, end), tables) : []
    spend(tables.spent, found.length, end - at)
    if (found.length > 0) rows.push(rowOf(last, found))
    at = end - 4
  }
  return last
}

function mergesOf(xml: string): Merge[] {
  const merges: Merge[] = []
  for (const tag of tagsOf(xml)) {
    const [first = '', second = first] = (attribute(tag.attributes, 'ref') ?? '').split(':')
    const [top, bottom] = [first, second].map((reference) => Number(/\d+/.exec(reference)?.[0] ?? 0))
    if (tag.name !== 'mergeCell' || !top || !bottom) continue
    merges.push({ top, bottom, left: columnOf(first), right: columnOf(second) })
  }
  return merges
}

/** Reads one sheet as it streams out of the archive. Rows without a value cost nothing but their bytes. */
export async function readSheet(zip: Zip, entry: ZipEntry, tables: SheetTables): Promise<SheetContent> {
  const content: SheetContent = { rows: [], merges: [] }
  let last = 0
  for await (const xml of wholeElements(zip, entry, 'row')) {
    last = readRows(xml, content.rows, { ...tables, last })
    const from = xml.indexOf('<mergeCells')
    if (from < 0) continue
    const to = xml.indexOf('</mergeCells>', from)
    content.merges = mergesOf(xml.slice(from, to < 0 ? xml.length : to))
  }
  content.rows.sort((a, b) => a.number - b.number)
  return content
}
