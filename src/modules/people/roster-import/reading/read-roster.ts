import { isMarked } from '#platform/secrecy/index.ts'
import type { Directory } from './directory/directory.ts'
import { lookUps } from './directory/look-ups.ts'
import { type Book, cellText, type Row, type Sheet } from './file/book.ts'
import { openBook } from './file/open.ts'
import { type FileRefusal, fileRefusal, RefusedFile, refuseFile } from './file/refusal.ts'
import { judgeRow } from './judge/judge-row.ts'
import type { Judged } from './judge/judged.ts'
import type { Office } from './judge/row/row-view.ts'
import { judgeDuplicates } from './judge/sheet/duplicates.ts'
import { judgeMarks } from './judge/sheet/marks.ts'
import type { RosterRow, RowClass } from './shapes.ts'
import type { MappingOverrides } from './table/header/columns.ts'
import type { Column } from './table/header/fields.ts'
import { layOut } from './table/rows/lay-out.ts'
import { findTables, type SheetTables } from './table/tables.ts'

export type ReadTable = { headerRows: number[]; columns: Column[] }
export type ReadSheet = { name: string; hidden: boolean; tables: ReadTable[] }
export type RosterReading = { file: string; sheets: ReadSheet[]; rows: RosterRow[]; refusal?: FileRefusal }
export type RosterInput = {
  file: string
  bytes: Uint8Array
  /** The day the roster speaks of, ISO: ages are reckoned at it. */
  asOf: string
  directory: Directory
  mapping?: MappingOverrides
  onProgress?: (done: number, total: number) => void
}

/** Rows judged before the event loop gets a turn, so that a server answers others meanwhile. */
const TURN = 1_000
/** Blank rows between two rows are listed up to this many; a gap of thousands is nothing to look at. */
const LONGEST_GAP = 500

const pause = () => new Promise<void>((resolve) => setImmediate(resolve))

function classOf(judged: Judged): RowClass {
  if (judged.why) return 'not-a-person'
  if (judged.refused) return 'refused'
  if (judged.isDuplicate) return 'duplicate'
  return judged.reasons.length > 0 ? 'doubtful' : 'ok'
}

/** Widths that only hold blanks at the end are cut; everything else stays as the file has it. */
function rawCells(row: Row | undefined): string[] {
  return row ? Array.from(row.cells, cellText) : []
}

function rosterRow(judged: Judged): RosterRow {
  const row: RosterRow = {
    sheet: judged.sheet,
    row: judged.row,
    class: classOf(judged),
    reasons: [...new Set(judged.reasons)],
    cells: rawCells(judged.source),
  }
  if (judged.person !== undefined) row.person = judged.person
  if (judged.why) row.why = judged.why
  if (judged.duplicateOf) row.duplicate_of = judged.duplicateOf
  if (judged.relatedTo) row.related_to = judged.relatedTo
  if (judged.record && !judged.refused) row.record = judged.record
  return row
}

type Work = { office: Office; input: RosterInput; done: number; total: number; all: Judged[] }

function blanksBefore(row: Row, last: number, sheet: Sheet): Judged[] {
  const gap = row.number - last - 1
  if (gap <= 0 || gap > LONGEST_GAP) return []
  return Array.from({ length: gap }, (_, at) => ({
    sheet: sheet.name,
    row: last + 1 + at,
    order: 0,
    source: undefined,
    why: 'blank',
    reasons: [],
  }))
}

/** A survivor belongs to the nearest person above who is none. */
function relate(judged: Judged, survivor: string | undefined, cadre: Judged | undefined): void {
  if (cadre && survivor !== undefined) judged.relatedTo = { sheet: cadre.sheet, row: cadre.row }
}

async function judgeSheet(found: SheetTables, work: Work): Promise<void> {
  const { sheet } = found
  const people: { judged: Judged; nameColumn: number }[] = []
  let cadre: Judged | undefined
  let last = 0
  for (const laid of layOut(found, work.office.directory)) {
    work.all.push(...blanksBefore(laid.row, last, sheet))
    last = laid.row.number
    const verdicts = 'why' in laid ? [{ why: laid.why, reasons: [] }] : judgeRow(laid, work.office)
    for (const { survivor, ...verdict } of verdicts.map((one) => ({ survivor: undefined, ...one }))) {
      const judged: Judged = { sheet: sheet.name, row: last, order: work.all.length, source: laid.row, ...verdict }
      work.all.push(judged)
      if (judged.why || 'why' in laid) continue
      relate(judged, survivor, cadre)
      if (survivor === undefined && !judged.refused) cadre = judged
      people.push({ judged, nameColumn: laid.table.name })
    }
    if (++work.done % TURN === 0) {
      work.input.onProgress?.(work.done, work.total)
      await pause()
    }
  }
  if (sheet.hidden) for (const { judged } of people) if (!judged.refused) judged.reasons.push('HIDDEN_SHEET')
  judgeMarks(people)
}

async function judgeBook(book: Book, input: RosterInput): Promise<RosterReading> {
  const directory = lookUps(input.directory)
  const office: Office = { directory, asOf: input.asOf, base1904: book.base1904 }
  const total = book.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  const work: Work = { office, input, done: 0, total, all: [] }
  const sheets: ReadSheet[] = []
  for (const sheet of book.sheets) {
    const found = findTables(sheet, directory, input.mapping)
    sheets.push({
      name: sheet.name,
      hidden: sheet.hidden,
      tables: found.tables.map(({ headerRows, columns }) => ({ headerRows, columns })),
    })
    await judgeSheet(found, work)
  }
  judgeDuplicates(work.all, directory)
  input.onProgress?.(total, total)
  const reading: RosterReading = { file: input.file, sheets, rows: work.all.map(rosterRow) }
  const hasTable = sheets.some((sheet) => sheet.tables.length > 0)
  return hasTable ? reading : { ...reading, refusal: fileRefusal('FILE_NO_ROSTER') }
}

/** The marking of a state secret, in the name of the file, of a sheet, or in any cell (保守国家秘密法 第二十二条). */
function isSecret(book: Book, file: string): boolean {
  const inCells = (row: Row) => row.cells.some((cell) => typeof cell === 'string' && isMarked(cell))
  return isMarked(file) || book.sheets.some((sheet) => isMarked(sheet.name) || sheet.rows.some(inCells))
}

/** Reads a roster file and says of every row what a careful reader makes of it. A file that cannot be read says why. */
export async function readRoster(input: RosterInput): Promise<RosterReading> {
  try {
    const book = await openBook(input.bytes)
    if (isSecret(book, input.file)) refuseFile('FILE_SECRET')
    return await judgeBook(book, input)
  } catch (cause) {
    if (!(cause instanceof RefusedFile)) throw cause
    return { file: input.file, sheets: [], rows: [], refusal: fileRefusal(cause.code) }
  }
}
