import { type Sheet, writeWorkbook } from '#platform/spreadsheet/workbook.ts'
import type { Book, Line } from './book.ts'
import { grandLine, headLine, totalLine } from './captions.ts'
import { PAD, sheets } from './pages/paper.ts'
import { wrap } from './pages/wrap.ts'

/** Points of a column set in 10 points, as spreadsheets count: in digits of the standard typeface. */
const DIGIT = 5.25
const FONT = 10

/** The widths of the printed page; a spreadsheet is set in 10 points and shrunk to the width of the paper. */
function charactersOf(width: number, paper: Book['paper']): number {
  return Number((((width + 2 * PAD) * FONT) / sheets[paper].font / DIGIT).toFixed(1))
}

type Rows = (string | number | null)[][]

/** The book as one sheet: a strong row over each group, its subtotal under it, the grand total at the end. Counts stay numbers. */
export async function writeSheet(book: Book): Promise<Uint8Array> {
  const rows: Rows = []
  const heights: number[] = []
  const strong = new Set<number>()
  const across = (text: string) => {
    strong.add(rows.length)
    rows.push([text])
    heights.push(heightOf(1))
  }
  const isDivided = book.groups.length > 1
  for (const group of book.groups) {
    if (isDivided) across(group.name)
    rows.push(...group.lines.map((line) => cellsOf(line, book)))
    heights.push(...group.lines.map((line) => heightOf(linesOf(line, book))))
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
    centred: new Set(book.columns.flatMap((one, at) => (one.isCentred ? [at] : []))),
    heights,
    widths: book.columns.map((one) => charactersOf(one.width, book.paper)),
    paper: book.paper,
    banner: book.mark,
    footer: book.mark,
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

function linesOf({ cells }: Line, { columns, paper }: Book): number {
  return Math.max(...cells.map((text, at) => wrap(text, (columns[at]?.width ?? 0) / sheets[paper].font).length))
}

const LINE = 13
const LEAST = 20

function heightOf(lines: number): number {
  return Math.max(LEAST, lines * LINE + 4)
}
