import { type Cell, type Merge, type Row, serialDate } from '../book.ts'
import { LIMITS } from '../limits.ts'
import { refuseFile } from '../refusal.ts'
import { type Look, type Looks, lookOf } from './looks.ts'
import { type BiffRecord, type Coding, lettersAt, RECORD } from './records.ts'

/** What cells are read with; `cells` counts over the whole workbook. */
export type CellSource = {
  view: DataView
  coding: Coding
  looks: Looks
  texts: string[]
  base1904: boolean
  spent: { cells: number }
}

export type SheetReading = {
  source: CellSource
  rows: Map<number, Row>
  merges: Merge[]
  /** A formula whose result is text: the text follows in a record of its own. */
  awaiting: { row: number; column: number; style: number } | undefined
}

type Place = { row: number; column: number; style: number }

function numberCell(value: number, look: Look, base1904: boolean): Cell {
  const { grain } = look.format
  const isDay = grain !== null && value >= 1 && value < 80_000
  return isDay ? { date: serialDate(value, base1904), grain } : { value, format: look.format }
}

function put(reading: SheetReading, place: Place, value: string | number): void {
  const { source } = reading
  if (value === '' || (typeof value === 'number' && !Number.isFinite(value))) return
  if (++source.spent.cells > LIMITS.cells) refuseFile('FILE_TOO_LARGE')
  const row = reading.rows.get(place.row) ?? { number: place.row + 1, cells: [] }
  const look = lookOf(source.looks, place.style)
  while (row.cells.length <= place.column) row.cells.push(undefined)
  row.cells[place.column] = typeof value === 'string' ? value : numberCell(value, look, source.base1904)
  if (look.mark) {
    row.marks ??= []
    row.marks[place.column] = look.mark
  }
  reading.rows.set(place.row, row)
}

/** Thirty bits of a number: whole or the upper half of a double, perhaps times a hundred. */
export function rkNumber(raw: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setUint32(4, raw & 0xfffffffc, true)
  const value = raw & 2 ? raw >> 2 : view.getFloat64(0, true)
  return raw & 1 ? value / 100 : value
}

function placeOf(view: DataView, { at }: BiffRecord): Place {
  return { row: view.getUint16(at, true), column: view.getUint16(at + 2, true), style: view.getUint16(at + 4, true) }
}

function readManyRk(reading: SheetReading, record: BiffRecord): void {
  const { view } = reading.source
  const { row, column } = placeOf(view, record)
  const count = Math.min(256, Math.floor((record.length - 6) / 6))
  for (let index = 0; index < count; index++) {
    const at = record.at + 4 + index * 6
    put(
      reading,
      { row, column: column + index, style: view.getUint16(at, true) },
      rkNumber(view.getInt32(at + 2, true)),
    )
  }
}

/** A formula counts with its stored result: a number, or a mark that tells text, truth or an error. */
function readFormula(reading: SheetReading, record: BiffRecord): void {
  const { view } = reading.source
  const place = placeOf(view, record)
  if (view.getUint16(record.at + 12, true) !== 0xffff) return put(reading, place, view.getFloat64(record.at + 6, true))
  const kind = view.getUint8(record.at + 6)
  if (kind === 0) reading.awaiting = place
  if (kind === 1) put(reading, place, view.getUint8(record.at + 8) ? 'TRUE' : 'FALSE')
}

function textIn(record: BiffRecord, from: number, { view, coding }: CellSource): string {
  if (record.length < from + 2) return ''
  const count = view.getUint16(record.at + from, true)
  return lettersAt(view, { at: record.at + from + 2, count, end: record.at + record.length }, coding)
}

function readMerges(reading: SheetReading, record: BiffRecord, view: DataView): void {
  for (let at = record.at + 2; at + 8 <= record.at + record.length; at += 8) {
    const [top = 0, bottom = 0, left = 0, right = 0] = [0, 2, 4, 6].map((offset) => view.getUint16(at + offset, true))
    reading.merges.push({ top: top + 1, bottom: bottom + 1, left, right })
  }
}

const SHORTEST: Record<number, number> = {
  [RECORD.STRING_CELL]: 10,
  [RECORD.LABEL]: 8,
  [RECORD.RICH_LABEL]: 8,
  [RECORD.NUMBER]: 14,
  [RECORD.RK]: 10,
  [RECORD.BOOL_ERROR]: 8,
  [RECORD.FORMULA]: 14,
  [RECORD.MUL_RK]: 12,
}

/** Takes one record of a sheet. What is too short to be what it claims is passed over. */
export function readCellRecord(reading: SheetReading, record: BiffRecord): void {
  const { source } = reading
  const { view } = source
  if (record.type === RECORD.MERGE_CELLS) return readMerges(reading, record, view)
  if (record.type === RECORD.FORMULA_STRING && reading.awaiting) {
    put(reading, reading.awaiting, textIn(record, 0, source))
    reading.awaiting = undefined
    return
  }
  if (record.length < (SHORTEST[record.type] ?? Number.POSITIVE_INFINITY)) return
  const place = placeOf(view, record)
  switch (record.type) {
    case RECORD.STRING_CELL:
      return put(reading, place, source.texts[view.getUint32(record.at + 6, true)] ?? '')
    case RECORD.LABEL:
    case RECORD.RICH_LABEL:
      return put(reading, place, textIn(record, 6, source))
    case RECORD.NUMBER:
      return put(reading, place, view.getFloat64(record.at + 6, true))
    case RECORD.RK:
      return put(reading, place, rkNumber(view.getInt32(record.at + 6, true)))
    case RECORD.BOOL_ERROR:
      return view.getUint8(record.at + 7)
        ? undefined
        : put(reading, place, view.getUint8(record.at + 6) ? 'TRUE' : 'FALSE')
    case RECORD.MUL_RK:
      return readManyRk(reading, record)
    default:
      return readFormula(reading, record)
  }
}
