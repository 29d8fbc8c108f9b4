import type { Book } from '../book.ts'
import { headLine } from '../captions.ts'
import { lineHeight, NATURAL_LINE, PAD, RULE, type Sheet, sheets, TIGHT } from '../pages/paper.ts'
import { type Page, planPages, type Row } from '../pages/plan.ts'

const INK = '#1f1b16'
const LINE = '#8a8378'
/** The watermark is small enough to stand in the margin. */
const SMALL = 6
const FILL = { entry: null, group: '#f1ece3', total: '#faf7f1' }

/** The whole book as pdfmake wants it: one table a page, already divided, so that nothing is left to break. */
export function documentOf(book: Book): Record<string, unknown> {
  const sheet = sheets[book.paper]
  const { header, pages } = planPages(book)
  return {
    pageSize: { width: sheet.width, height: sheet.height },
    pageMargins: [sheet.side, sheet.top, sheet.side, sheet.bottom],
    defaultStyle: { font: 'serif', fontSize: sheet.font, color: INK },
    info: { title: book.title, author: book.organisation, creator: '桑榆 Sangyu', producer: '桑榆 Sangyu' },
    content: pages.map((page, at) => pageOf(book, { ...page, rows: [header, ...page.rows] }, at > 0)),
    header: { text: book.mark, alignment: 'right', fontSize: SMALL, margin: [sheet.side, SMALL, sheet.side, 0] },
    footer: (current: number) => ({
      columns: [
        { text: book.mark, fontSize: SMALL, width: '*' },
        { text: `— ${current} —`, alignment: 'center', width: 'auto' },
        { text: '', width: '*' },
      ],
      margin: [sheet.side, 8, sheet.side, 0],
    }),
  }
}

function pageOf(book: Book, page: Page, isLater: boolean): Record<string, unknown> {
  const sheet = sheets[book.paper]
  const [left, middle, right] = headLine(book)
  const head = [
    { text: left, alignment: 'left', noWrap: true },
    { text: middle, alignment: 'center', noWrap: true },
    { text: right, alignment: 'right', noWrap: true },
  ]
  return {
    stack: [
      { text: book.title, bold: true, fontSize: sheet.title, alignment: 'center' },
      { columns: head, margin: [0, 1, 0, 4] },
      tableOf(book, page.rows, sheet),
    ],
    ...(isLater ? { pageBreak: 'before' } : {}),
  }
}

function tableOf(book: Book, rows: readonly Row[], sheet: Sheet): Record<string, unknown> {
  const { columns } = book
  const body = rows.map((row) => {
    const isAcross = row.cells.length === 1
    const cells = row.cells.map((lines, at) =>
      cellOf(row, { lines, isCentred: !isAcross && (row.kind === 'group' || columns[at]?.isCentred === true) }, sheet),
    )
    return isAcross
      ? [{ ...cells[0], colSpan: columns.length }, ...Array.from({ length: columns.length - 1 }, () => '')]
      : cells
  })
  return {
    table: {
      widths: columns.map((one) => one.width),
      heights: rows.map((row) => row.height),
      body,
    },
    layout,
  }
}

type Cell = { lines: string[]; isCentred: boolean }

/** Lines are broken already; a margin puts them in the middle of the row. */
function cellOf(row: Row, { lines, isCentred }: Cell, sheet: Sheet): Record<string, unknown> {
  const above = (row.height - lines.length * lineHeight(sheet.font)) / 2
  // The typeface sits high in a line set this close.
  const sink = (sheet.font * NATURAL_LINE * (1 - TIGHT)) / 4
  return {
    text: lines.join('\n'),
    lineHeight: TIGHT,
    bold: row.kind !== 'entry',
    fillColor: FILL[row.kind],
    alignment: isCentred ? 'center' : 'left',
    margin: [0, Math.max(0, above - sink), 0, 0],
  }
}

const layout = {
  hLineWidth: () => RULE,
  vLineWidth: () => RULE,
  hLineColor: () => LINE,
  vLineColor: () => LINE,
  paddingLeft: () => PAD,
  paddingRight: () => PAD,
  paddingTop: () => 0,
  paddingBottom: () => 0,
}
