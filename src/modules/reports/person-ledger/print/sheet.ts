import { type Sheet, writeWorkbook } from '#platform/spreadsheet/workbook.ts'
import type { Book, Line } from './book.ts'
import { grandLine, headLine, totalLine } from './captions.ts'

type Rows = (string | number | null)[][]

/** The book as one sheet: a strong row over each group, its subtotal under it, the grand total at the end. Counts stay numbers. */
export async function writeSheet(book: Book): Promise<Uint8Array> {
  const rows: Rows = []
  const strong = new Set<number>()
  const across = (text: string) => {
    strong.add(rows.length)
    rows.push([text])
  }
  const isDivided = book.groups.length > 1
  for (const group of book.groups) {
    if (isDivided) across(group.name)
    rows.push(...group.lines.map((line) => cellsOf(line, book)))
    if (isDivided) across(totalLine('group', group.totals, book.lang))
  }
  across(grandLine(book.totals, book.lang))
  const sheet: Sheet = {
    name: book.lang === 'zh' ? '台账' : 'Ledger',
    title: book.title,
    note: headLine(book).join('　　'),
    header: book.columns.map((one) => one.name),
    rows,
    strong,
    paper: book.paper,
    footer: `${book.madeBy} ${book.asOf}`,
  }
  return writeWorkbook([sheet])
}

const NUMBERS: readonly string[] = ['no', 'age']

function cellsOf({ cells }: Line, { columns }: Book): (string | number | null)[] {
  return cells.map((text, at) => {
    if (text === '') return null
    return NUMBERS.includes(columns[at]?.key ?? '') ? Number(text) : text
  })
}
