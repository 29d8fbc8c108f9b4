import { type CellObject, read as readWorkbook, set_cptable as setCodePages, type WorkSheet } from '@e965/xlsx'
import { type Book, type Cell, type Mark, type Row, type Sheet, serialDate } from '../book.ts'
import { LIMITS } from '../limits.ts'
import { numberFormat } from '../number-format.ts'
import { RefusedFile, refuseFile } from '../refusal.ts'
import { sniff } from '../sniff.ts'
import { type OldStyles, readOldStyles } from './biff-styles.ts'
import { workbookStream } from './ole.ts'

/** Code pages are only needed, and only loaded, for workbooks older than Excel 97. */
async function loadCodePages(): Promise<void> {
  setCodePages(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
}

/** Everything the library may throw on a hostile or broken file means the same to the office. */
function parse(bytes: Uint8Array): ReturnType<typeof readWorkbook> {
  try {
    return readWorkbook(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellFormula: false,
      cellHTML: false,
    })
  } catch (cause) {
    throw new RefusedFile(cause instanceof Error && /password/i.test(cause.message) ? 'FILE_ENCRYPTED' : 'FILE_DAMAGED')
  }
}

type Place = { sheet: number; row: number; styles: OldStyles; base1904: boolean }

function cellOf(old: CellObject, column: number, place: Place): Cell | undefined {
  if (old.t === 's') return old.v === '' ? undefined : String(old.v)
  if (old.t === 'b') return old.v ? 'TRUE' : 'FALSE'
  if (old.t !== 'n' || typeof old.v !== 'number') return undefined
  const format = place.styles(place.sheet, place.row, column)?.format ?? numberFormat(String(old.z ?? 'General'))
  return format.grain !== null && old.v >= 1 && old.v < 80_000
    ? { date: serialDate(old.v, place.base1904), grain: format.grain }
    : { value: old.v, format }
}

function rowOf(olds: (CellObject | undefined)[], place: Place): Row | undefined {
  const cells: (Cell | undefined)[] = []
  const marks: (Mark | undefined)[] = []
  const notes: string[] = []
  for (const [column, old] of olds.entries()) {
    const cell = old && cellOf(old, column, place)
    const mark = cell === undefined ? undefined : place.styles(place.sheet, place.row, column)?.mark
    cells.push(cell)
    if (mark) marks[column] = mark
    for (const comment of old?.c ?? []) if (comment.t) notes.push(comment.t.trim())
  }
  if (cells.every((cell) => cell === undefined) && notes.length === 0) return undefined
  const row: Row = { number: place.row + 1, cells }
  if (marks.length > 0) row.marks = marks
  if (notes.length > 0) row.notes = notes
  return row
}

function sheetOf(old: WorkSheet, named: Pick<Sheet, 'name' | 'hidden'>, place: Omit<Place, 'row'>): Sheet {
  const rows: Row[] = []
  for (const [row, olds] of (old['!data'] ?? []).entries()) {
    const filled = olds && rowOf(olds, { ...place, row })
    if (filled) rows.push(filled)
  }
  const merges = (old['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c }))
  return { ...named, rows, merges }
}

/** Opens a workbook of Excel 97–2003 or an .et of WPS, which is the same container. */
export async function openXls(bytes: Uint8Array): Promise<Book> {
  if (bytes.length > LIMITS.wholeFile) refuseFile('FILE_TOO_LARGE')
  const stream = sniff(bytes) === 'ole' ? workbookStream(bytes) : { content: bytes, isCoded: true }
  const styles = readOldStyles(stream.content)
  if (stream.isCoded) await loadCodePages()
  const old = parse(bytes)
  if (old.SheetNames.length > LIMITS.sheets) refuseFile('FILE_TOO_MANY_SHEETS')
  const base1904 = old.Workbook?.WBProps?.date1904 === true
  const sheets = old.SheetNames.flatMap((name, sheet) => {
    const content = old.Sheets[name]
    const hidden = (old.Workbook?.Sheets?.[sheet]?.Hidden ?? 0) !== 0
    return content ? [sheetOf(content, { name, hidden }, { sheet, styles, base1904 })] : []
  })
  return { sheets, base1904, isText: false }
}
