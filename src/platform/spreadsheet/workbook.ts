import { type CellStyle, type CellValue, writeXlsx } from 'hucre'

/** A printed table: optional title and note lines, one header row repeated on every page, rows as text and numbers. */
export type Sheet = {
  name: string
  title?: string
  note?: string | null
  header: readonly string[]
  rows: readonly (readonly (string | number | null)[])[]
  /** Rows (0-based, within `rows`) printed as group headings or totals; one of a single cell reaches across the table. */
  strong?: ReadonlySet<number>
  widths?: readonly number[]
  /** Points of each of `rows`; programs that open the file need not reckon wrapped lines themselves. */
  heights?: readonly number[]
  centred?: ReadonlySet<number>
  paper?: 'A4' | 'A3'
  banner?: string
  footer?: string
}

const thin = { style: 'thin', color: { rgb: 'B8B2A7' } } as const
const border = { top: thin, bottom: thin, left: thin, right: thin }
const styles = {
  title: { font: { bold: true, size: 16 }, alignment: { horizontal: 'center', vertical: 'center' } },
  note: { font: { size: 9, color: { rgb: '6B6459' } }, alignment: { wrapText: true, vertical: 'center' } },
  header: {
    font: { bold: true, size: 10 },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F1ECE3' } },
    border,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  cell: { font: { size: 10 }, border, alignment: { vertical: 'center', wrapText: true } },
  centred: { font: { size: 10 }, border, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
  strong: { font: { bold: true, size: 10 }, border, alignment: { vertical: 'center', wrapText: true } },
} satisfies Record<string, CellStyle>

/** Excel repairs a file, and people then trust no cell of it, when a cell is longer. */
const LONGEST_CELL = 32_767
// What XML cannot carry: control characters but tab and line ends, halves of a character.
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu

/** Text that a spreadsheet program could take for a formula is kept text, also when the sheet is saved as CSV later. Full-width signs count on Chinese machines. */
export function formulaSafe(value: string): string {
  const text = value.slice(0, LONGEST_CELL - 1).replace(UNPRINTABLE, '')
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?[\d\s-]+$/.test(text) ? `'${text}` : text
}

/** Writes .xlsx. Every text is a text cell, so an 18-digit number stays what it is. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names: string[] = []
  for (const sheet of sheets) names.push(sheetName(sheet.name, names))
  const laidOut = sheets.map((sheet, at) => ({ ...layOut(sheet), name: names[at] ?? '' }))
  return writeXlsx({
    defaultFont: { name: '宋体', size: 10 },
    sheets: laidOut,
    namedRanges: laidOut.map(({ name, freezePane }) => titlesOf(name, freezePane.rows)),
  })
}

/** The header row is printed on every page. Written out here because the name of a sheet stands in quotes, or Excel calls the file broken. */
function titlesOf(sheet: string, row: number) {
  return { name: '_xlnm.Print_Titles', scope: sheet, range: `'${sheet.replaceAll("'", "''")}'!$${row}:$${row}` }
}

const LONGEST_NAME = 31

/** As near to what was wished as Excel allows: no signs of paths, 31 characters, each name once. */
function sheetName(wish: string, taken: readonly string[]): string {
  const plain =
    wish
      .replace(UNPRINTABLE, '')
      .replace(/[[\]:*?/\\]/g, '-')
      .replace(/^'+|'+$/g, '')
      .trim() || '表'
  const isTaken = (name: string) => taken.some((one) => one.toLowerCase() === name.toLowerCase())
  const cut = (end: string) =>
    plain
      .slice(0, LONGEST_NAME - end.length)
      .replace(UNPRINTABLE, '')
      .concat(end)
  let name = cut('')
  for (let number = 2; isTaken(name); number++) name = cut(` ${number}`)
  return name
}

function layOut(sheet: Sheet) {
  const lead = [sheet.title, sheet.note].filter((line): line is string => Boolean(line))
  const head = lead.length
  const width = sheet.header.length
  const cells = new Map<string, { style: CellStyle }>()
  const paint = (row: number, style: CellStyle) => {
    for (let column = 0; column < width; column++) cells.set(`${row},${column}`, { style })
  }
  for (const [row, line] of lead.entries()) paint(row, line === sheet.title ? styles.title : styles.note)
  paint(head, styles.header)
  for (const row of sheet.rows.keys()) {
    paint(head + 1 + row, sheet.strong?.has(row) ? styles.strong : styles.cell)
    if (sheet.strong?.has(row)) continue
    for (const column of sheet.centred ?? []) cells.set(`${head + 1 + row},${column}`, { style: styles.centred })
  }
  const across = [...(sheet.strong ?? [])].filter((row) => sheet.rows[row]?.length === 1).map((row) => head + 1 + row)
  // A merge of one cell with itself is an error to Excel.
  const merged = width > 1 ? [...lead.keys(), ...across] : []
  const rows: CellValue[][] = [
    ...lead.map((line) => [formulaSafe(line)]),
    sheet.header.map(formulaSafe),
    ...sheet.rows.map((row) => row.map((value) => (typeof value === 'string' ? formulaSafe(value) : value))),
  ]
  return {
    rows,
    cells,
    columns: sheet.header.map((text, at) => ({ width: sheet.widths?.[at] ?? widthOf(sheet, text, at) })),
    merges: merged.map((row) => ({ startRow: row, endRow: row, startCol: 0, endCol: width - 1 })),
    rowDefs: new Map((sheet.heights ?? []).map((height, row) => [head + 1 + row, { height }])),
    freezePane: { rows: head + 1 },
    pageSetup: {
      paperSize: sheet.paper === 'A3' ? ('a3' as const) : ('a4' as const),
      orientation: 'landscape' as const,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      ...(sheet.banner ? { oddHeader: `&R${printed(sheet.banner)}` } : {}),
      oddFooter: `&L${printed(sheet.footer ?? '')}&C— &P / &N —`,
    },
  }
}

/** Of a header, `&` begins a code, and Excel takes no more than 255 characters. */
function printed(text: string): string {
  return text.replace(UNPRINTABLE, '').slice(0, 120).replaceAll('&', '&&')
}

const SAMPLE = 200
const WIDEST = 36

/** As wide as its longest text among the first rows; a Chinese character takes two. */
function widthOf(sheet: Sheet, header: string, column: number): number {
  const rows = sheet.rows.filter((row) => row.length > 1).slice(0, SAMPLE)
  const texts = [header, ...rows.map((row) => String(row[column] ?? ''))]
  const longest = Math.max(...texts.map((text) => [...text].reduce((sum, char) => sum + (char > '\u00ff' ? 2 : 1), 0)))
  return Math.min(WIDEST, Math.max(6, longest + 2))
}
