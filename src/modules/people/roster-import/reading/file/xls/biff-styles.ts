import type { Mark, NumberFormat } from '../book.ts'
import { builtInFormat, numberFormat } from '../number-format.ts'
import { refuseFile } from '../refusal.ts'

/** Record numbers of BIFF8 ([MS-XLS] 2.3). */
const BOF = 0x809
const BOUND_SHEET = 0x85
const FILE_PASS = 0x2f
const FONT = 0x31
const FORMAT = 0x41e
const XF = 0xe0
const MUL_RK = 0xbd
const ONE_CELL = new Set([0x06, 0x203, 0x204, 0x205, 0x27e, 0xfd, 0xd6])

export type OldStyle = { format: NumberFormat; mark: Mark | undefined }
/** Style of a cell, by sheet number, row and column, all from 0. */
export type OldStyles = (sheet: number, row: number, column: number) => OldStyle | undefined

type Scan = {
  view: DataView
  struck: boolean[]
  formats: Map<number, NumberFormat>
  styles: OldStyle[]
  sheetStarts: number[]
  /** Style number by cell; the key packs sheet, row and column. */
  cells: Map<number, number>
  sheet: number
}

const keyOf = (sheet: number, row: number, column: number) => (sheet * 65_536 + row) * 256 + column

/** Text of a FORMAT record: its length, a flag byte, then one or two bytes a letter. */
function formatText({ view }: Scan, { at, length }: { at: number; length: number }): string {
  const wide = view.getUint8(at + 4) & 1
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 5, Math.max(0, length - 5))
  return new TextDecoder(wide ? 'utf-16le' : 'latin1').decode(bytes)
}

function readStyle(scan: Scan, at: number): void {
  const { view } = scan
  const font = view.getUint16(at, true)
  const format = view.getUint16(at + 2, true)
  const pattern = view.getUint32(at + 14, true) >>> 26
  const colour = view.getUint16(at + 18, true) & 0x7f
  // The font numbered 4 does not exist: numbers above it are one too high.
  const struck = scan.struck[font > 4 ? font - 1 : font] ?? false
  const fill = pattern === 0 || colour === 1 || colour === 9 || colour >= 64 ? null : `indexed ${colour}`
  scan.styles.push({
    format: scan.formats.get(format) ?? builtInFormat(format),
    mark: struck || fill !== null ? { struck, fill } : undefined,
  })
}

function readCells(scan: Scan, type: number, place: { at: number; length: number }): void {
  const { view } = scan
  const row = view.getUint16(place.at, true)
  const column = view.getUint16(place.at + 2, true)
  if (ONE_CELL.has(type)) scan.cells.set(keyOf(scan.sheet, row, column), view.getUint16(place.at + 4, true))
  if (type !== MUL_RK) return
  const count = Math.floor((place.length - 6) / 6)
  for (let index = 0; index < count; index++) {
    scan.cells.set(keyOf(scan.sheet, row, column + index), view.getUint16(place.at + 4 + index * 6, true))
  }
}

function readRecord(scan: Scan, type: number, place: { at: number; length: number }): void {
  const { view } = scan
  const { at } = place
  if (type === FILE_PASS) refuseFile('FILE_ENCRYPTED')
  if (type === BOUND_SHEET) scan.sheetStarts.push(view.getUint32(at, true))
  else if (type === BOF) scan.sheet = scan.sheetStarts.indexOf(at - 4)
  else if (type === FONT) scan.struck.push((view.getUint16(at + 2, true) & 8) !== 0)
  else if (type === FORMAT && place.length > 5)
    scan.formats.set(view.getUint16(at, true), numberFormat(formatText(scan, place)))
  else if (type === XF && place.length >= 20) readStyle(scan, at)
  else if (scan.sheet >= 0 && place.length >= 6) readCells(scan, type, place)
}

/** Workbooks before Excel 97 lay their records out otherwise; their looks are left alone. */
function isOlder(view: DataView, at: number): boolean {
  return view.getUint16(at, true) === BOF && at + 6 <= view.byteLength && view.getUint16(at + 4, true) !== 0x600
}

/** Reads what the library throws away: number formats by their built-in number, strike-through and fills. Refuses passwords. */
export function readOldStyles(stream: Uint8Array): OldStyles {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const scan: Scan = { view, struck: [], formats: new Map(), styles: [], sheetStarts: [], cells: new Map(), sheet: -1 }
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    if (at + 4 + length > stream.length || isOlder(view, at)) break
    readRecord(scan, type, { at: at + 4, length })
    at += 4 + length
  }
  return (sheet, row, column) => scan.styles[scan.cells.get(keyOf(sheet, row, column)) ?? -1]
}
