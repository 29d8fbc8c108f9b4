import type { Book, Row, Sheet } from '../book.ts'
import { wholePart } from '../zip/inflate.ts'
import { entryNamed, openZip } from '../zip/zip.ts'
import { readComments } from './comments.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readSheet } from './sheet.ts'
import { readStyles } from './styles.ts'
import { readWorkbook } from './workbook.ts'

function attachNotes(rows: Row[], notes: Map<number, string[]>): void {
  if (notes.size === 0) return
  for (const row of rows) {
    const own = notes.get(row.number)
    if (own) row.notes = own
  }
}

export async function openXlsx(bytes: Uint8Array): Promise<Book> {
  const zip = openZip(bytes)
  const parts = await readWorkbook(zip)
  const style = readStyles(parts.styles === undefined ? undefined : await wholePart(zip, parts.styles))
  const strings = await readSharedStrings(zip, parts.strings)
  const spent = { rows: 0, cells: 0, emptiness: 0 }
  const sheets: Sheet[] = []
  for (const { name, hidden, part } of parts.sheets) {
    const entry = entryNamed(zip, part)
    if (!entry) continue
    const { rows, merges } = await readSheet(zip, entry, { strings, style, base1904: parts.base1904, spent })
    attachNotes(rows, await readComments(zip, part))
    sheets.push({ name, hidden, rows, merges })
  }
  return { sheets, base1904: parts.base1904, isText: false }
}
