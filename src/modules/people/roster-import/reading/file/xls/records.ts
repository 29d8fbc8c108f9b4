/** One record of a binary workbook ([MS-XLS] 2.1.4): its number and where its content stands. */
export type BiffRecord = { type: number; at: number; length: number }

export const RECORD = {
  FORMULA: 0x06,
  EOF: 0x0a,
  NOTE: 0x1c,
  DATE_MODE: 0x22,
  FILE_PASS: 0x2f,
  FONT: 0x31,
  CONTINUE: 0x3c,
  CODE_PAGE: 0x42,
  OBJECT: 0x5d,
  BOUND_SHEET: 0x85,
  MUL_RK: 0xbd,
  RICH_LABEL: 0xd6,
  XF: 0xe0,
  MERGE_CELLS: 0xe5,
  STRINGS: 0xfc,
  STRING_CELL: 0xfd,
  OBJECT_TEXT: 0x1b6,
  NUMBER: 0x203,
  LABEL: 0x204,
  BOOL_ERROR: 0x205,
  FORMULA_STRING: 0x207,
  RK: 0x27e,
  FORMAT: 0x41e,
  BOF: 0x809,
} as const

/** Goes through the records of a stream. A record that would leave the stream ends it. */
export function* recordsOf(view: DataView): Generator<BiffRecord> {
  let at = 0
  while (at + 4 <= view.byteLength) {
    const type = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    at += 4
    if (at + length > view.byteLength) return
    yield { type, at, length }
    at += length
  }
}

/** Text before Excel 97 is kept in the code page of the office that wrote it; 936 is GBK. */
const CODE_PAGES: Record<number, string> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
}

export type Coding = { isUnicode: boolean; codePage: number }

function bytesAt(view: DataView, from: number, to: number): Uint8Array {
  const end = Math.min(to, view.byteLength)
  return new Uint8Array(view.buffer, view.byteOffset + Math.min(from, end), Math.max(0, end - from))
}

/** So many letters from `at`: after a flag byte since Excel 97, in the code page before. */
export function lettersAt(view: DataView, place: { at: number; count: number; end: number }, coding: Coding): string {
  if (!coding.isUnicode) {
    const bytes = bytesAt(view, place.at, Math.min(place.at + place.count, place.end))
    return new TextDecoder(CODE_PAGES[coding.codePage] ?? 'windows-1252').decode(bytes)
  }
  if (place.at >= place.end) return ''
  const isWide = (view.getUint8(place.at) & 1) === 1
  const bytes = bytesAt(view, place.at + 1, Math.min(place.at + 1 + place.count * (isWide ? 2 : 1), place.end))
  return new TextDecoder(isWide ? 'utf-16le' : 'latin1').decode(bytes)
}
