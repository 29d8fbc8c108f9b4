import type { Cell, Mark, Merge, Row } from '../book.ts'
import { LIMITS } from '../limits.ts'
import { refuseFile } from '../refusal.ts'
import type { Zip, ZipEntry } from '../zip/zip.ts'
import { type CellTables, cellsOf, columnOf } from './cells.ts'
import { attribute, tagsOf, wholeElements } from './xml.ts'

export type SheetContent = { rows: Row[]; merges: Merge[] }
/** Runs through the whole workbook, so that many small sheets cannot do what one large one may not. */
export type Spent = { rows: number; cells: number; emptiness: number }
export type SheetTables = CellTables & { spent: Spent }
type Reading = SheetTables & { progress: { last: number; hasName: boolean } }

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

/** A sheet that never mentions a name in its first thousands of rows is read no further, though its size still counts. */
function keep(row: Row, rows: Row[], { progress }: Reading): void {
  if (!progress.hasName && rows.length >= LIMITS.rowsWithoutName) return
  progress.hasName ||= row.cells.some(
    (cell) => typeof cell === 'string' && cell.length < 40 && /名|老干部|老同志/.test(cell),
  )
  rows.push(row)
}

function rowNumber(attributes: string, last: number): number {
  const said = Number(attribute(attributes, 'r'))
  return Number.isInteger(said) && said > 0 ? said : last + 1
}

/** Tells cheaply whether a stretch of XML holds any value: asked of ever later stretches, it searches each byte once. */
function valueFinder(xml: string): (from: number, to: number) => boolean {
  const next = { '<v': -1, '<is': -1 }
  return (from, to) => {
    for (const mark of ['<v', '<is'] as const) {
      if (next[mark] < from) {
        const found = xml.indexOf(mark, from)
        next[mark] = found < 0 ? xml.length : found
      }
    }
    return next['<v'] < to || next['<is'] < to
  }
}

/** Adds the rows of one piece of sheet XML. Rows that do not say their number follow the one before. */
function readRows(xml: string, rows: Row[], tables: Reading): void {
  const hasValue = valueFinder(xml)
  for (let at = xml.indexOf('<row'); at >= 0; at = xml.indexOf('<row', at + 4)) {
    const tagEnd = xml.indexOf('>', at)
    if (tagEnd < 0) break
    const attributes = xml.slice(at + 4, tagEnd)
    if (attributes !== '' && !/^[\s/]/.test(attributes)) continue
    tables.progress.last = rowNumber(attributes, tables.progress.last)
    const close = attributes.endsWith('/') ? tagEnd : xml.indexOf('</row>', tagEnd)
    const end = close < 0 ? xml.length : close
    const found = hasValue(tagEnd + 1, end) ? cellsOf(xml.slice(tagEnd + 1, end), tables) : []
    spend(tables.spent, found.length, end - at)
    if (found.length > 0) keep(rowOf(tables.progress.last, found), rows, tables)
    at = end - 4
  }
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
  const progress = { last: 0, hasName: false }
  for await (const xml of wholeElements(zip, entry, 'row')) {
    readRows(xml, content.rows, { ...tables, progress })
    const from = xml.indexOf('<mergeCells')
    if (from < 0) continue
    const to = xml.indexOf('</mergeCells>', from)
    content.merges = mergesOf(xml.slice(from, to < 0 ? xml.length : to))
  }
  content.rows.sort((a, b) => a.number - b.number)
  return content
}
