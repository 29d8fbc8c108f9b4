import type { Book, Row } from '../book.ts'
import { LIMITS } from '../limits.ts'
import { refuseFile } from '../refusal.ts'
import { decodeText, isReadable } from './decode.ts'
import { delimiterOf, recordsOf } from './records.ts'

/** A table kept as text. The sheet has no name, and a row's number is that of its record, blank records counted. */
export function openCsv(bytes: Uint8Array): Book {
  if (bytes.length > LIMITS.wholeFile) refuseFile('FILE_TOO_LARGE')
  const text = decodeText(bytes).replace(/^\ufeff/, '')
  if (text.trim() === '') refuseFile('FILE_EMPTY')
  if (!isReadable(text)) refuseFile('FILE_NOT_A_SPREADSHEET')
  const rows: Row[] = []
  let cells = 0
  let number = 0
  for (const fields of recordsOf(text, delimiterOf(text))) {
    number++
    if (fields.every((field) => field.trim() === '')) continue
    rows.push({ number, cells: fields.map((field) => (field === '' ? undefined : field)) })
    cells += fields.length
    if (rows.length > LIMITS.rows || cells > LIMITS.cells) refuseFile('FILE_TOO_LARGE')
  }
  return { sheets: [{ name: '', hidden: false, rows, merges: [] }], base1904: false, isText: true }
}
