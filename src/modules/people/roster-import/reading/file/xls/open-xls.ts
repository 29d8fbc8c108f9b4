import type { Book, Row, Sheet } from '../book.ts'
import { LIMITS } from '../limits.ts'
import { refuseFile } from '../refusal.ts'
import { sniff } from '../sniff.ts'
import { gatherLooks, type Looks } from './looks.ts'
import { workbookStream } from './ole.ts'
import { type BiffRecord, type Coding, lettersAt, RECORD, recordsOf } from './records.ts'
import { gatherRemarks, noRemarks, type Remarks } from './remarks.ts'
import { sharedTexts } from './shared-texts.ts'
import { type CellSource, readCellRecord, type SheetReading } from './sheet-cells.ts'

type Named = { name: string; hidden: boolean; start: number }
type Open = {
  view: DataView
  coding: Coding
  looks: Looks
  sheets: Named[]
  base1904: boolean
  stringParts: BiffRecord[]
  readings: Map<number, SheetReading & { remarks: Remarks }>
}

const EXCEL_97 = 0x600
const EXCEL_5 = 0x500

function readSheetName(open: Open, record: BiffRecord): void {
  const { view, coding } = open
  if (record.length < 8) return
  const count = view.getUint8(record.at + 6)
  const name = lettersAt(view, { at: record.at + 7, count, end: record.at + record.length }, coding)
  const isSheet = view.getUint8(record.at + 5) === 0
  if (isSheet)
    open.sheets.push({ name, hidden: (view.getUint8(record.at + 4) & 3) !== 0, start: view.getUint32(record.at, true) })
  if (open.sheets.length > LIMITS.sheets) refuseFile('FILE_TOO_MANY_SHEETS')
}

function readVersion(open: Open, record: BiffRecord): void {
  const version = record.length < 4 ? 0 : open.view.getUint16(record.at, true)
  if (version !== EXCEL_97 && version !== EXCEL_5) refuseFile('FILE_OTHER_FORMAT')
  open.coding.isUnicode = version === EXCEL_97
}

function readGlobal(open: Open, record: BiffRecord, before: BiffRecord | undefined): void {
  const { view } = open
  if (record.type === RECORD.FILE_PASS) refuseFile('FILE_ENCRYPTED')
  else if (record.type === RECORD.CODE_PAGE && record.length >= 2)
    open.coding.codePage = view.getUint16(record.at, true)
  else if (record.type === RECORD.DATE_MODE && record.length >= 2) open.base1904 = view.getUint16(record.at, true) === 1
  else if (record.type === RECORD.BOUND_SHEET) readSheetName(open, record)
  else if (record.type === RECORD.STRINGS) open.stringParts.push(record)
  else if (record.type === RECORD.CONTINUE && before === open.stringParts.at(-1)) open.stringParts.push(record)
  else gatherLooks(open.looks, record, open)
}

function sourceOf(open: Open): CellSource {
  return { ...open, texts: sharedTexts(open.view, open.stringParts), spent: { cells: 0 } }
}

/** Parts follow each other, each between its own begin and end; charts stand inside sheets and are passed over. */
function readParts(open: Open): void {
  let depth = 0
  let reading: (SheetReading & { remarks: Remarks }) | undefined
  let source: CellSource | undefined
  let before: BiffRecord | undefined
  for (const record of recordsOf(open.view)) {
    if (record.type === RECORD.BOF && depth++ === 0) {
      if (open.readings.size === 0 && open.sheets.length === 0) readVersion(open, record)
      if (open.sheets.length > 0) source ??= sourceOf(open)
      reading = source && { source, rows: new Map(), merges: [], awaiting: undefined, remarks: noRemarks() }
      if (reading) open.readings.set(record.at - 4, reading)
    } else if (record.type === RECORD.EOF) depth = Math.max(0, depth - 1)
    else if (depth === 1 && reading) {
      readCellRecord(reading, record)
      gatherRemarks(reading.remarks, record, open.view)
    } else if (depth === 1) readGlobal(open, record, before)
    before = record
  }
}

function sheetOf({ name, hidden, start }: Named, open: Open): Sheet {
  const reading = open.readings.get(start)
  const rows: Row[] = [...(reading?.rows.values() ?? [])].sort((a, b) => a.number - b.number)
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  for (const { row, object } of reading?.remarks.rows ?? []) {
    const noted = byNumber.get(row + 1)
    const text = reading?.remarks.texts.get(object)?.trim()
    if (noted && text) noted.notes = [...(noted.notes ?? []), text]
  }
  return { name, hidden, rows, merges: reading?.merges ?? [] }
}

/** Opens a workbook of Excel 5 to 2003 or an .et of WPS, which is the same container. */
export function openXls(bytes: Uint8Array): Book {
  if (bytes.length > LIMITS.wholeFile) refuseFile('FILE_TOO_LARGE')
  const content = sniff(bytes) === 'ole' ? workbookStream(bytes) : bytes
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const looks: Looks = { struck: [], formats: new Map(), styles: [] }
  const coding: Coding = { isUnicode: true, codePage: 936 }
  const open: Open = { view, coding, looks, sheets: [], base1904: false, stringParts: [], readings: new Map() }
  readParts(open)
  if (open.sheets.length === 0) refuseFile('FILE_DAMAGED')
  return { sheets: open.sheets.map((sheet) => sheetOf(sheet, open)), base1904: open.base1904, isText: false }
}
