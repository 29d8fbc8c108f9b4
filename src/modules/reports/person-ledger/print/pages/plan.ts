import { type Tally, tallyOf } from '../../rules.ts'
import type { Book, Line } from '../book.ts'
import { grandLine, totalLine } from '../captions.ts'
import { headHeight, PAD, RULE, rowHeight, type Sheet, sheets } from './paper.ts'
import { wrap } from './wrap.ts'

export type Row = { kind: 'entry' | 'group' | 'total'; height: number; cells: string[][] }
export type Page = { rows: Row[]; tally: Tally }
export type Plan = { header: Row; pages: Page[] }

type Piece = { rows: Row[]; lines: Line[] /** The heading to repeat where a group goes on overleaf. */; goesOn?: Row }

/** A group's name stays with its first entry, its subtotal with its last; every page has room for its total and repeats the name of a group that goes on. */
export function planPages(book: Book): Plan {
  const sheet = sheets[book.paper]
  const header = headerRow(book, sheet)
  const foot = 2 * (sheet.row + RULE)
  const room = sheet.height - sheet.top - sheet.bottom - headHeight(sheet) - header.height - 2 * RULE - foot - SLACK
  const pages = fill(piecesOf(book, sheet), room)
  return { header, pages: footed(book, pages, sheet) }
}

/** Rounding must never push a row over the edge. */
const SLACK = 3

function headerRow({ columns }: Book, sheet: Sheet): Row {
  return tableRow(
    'group',
    columns.map((one) => wrap(one.name, one.width / sheet.font)),
    sheet,
  )
}

function tableRow(kind: Row['kind'], cells: string[][], sheet: Sheet): Row {
  return { kind, cells, height: rowHeight(sheet, Math.max(...cells.map((lines) => lines.length))) }
}

function acrossRow(kind: Row['kind'], text: string, sheet: Sheet): Row {
  const ems = (sheet.width - 2 * sheet.side - 2 * PAD) / sheet.font
  return tableRow(kind, [wrap(text, ems)], sheet)
}

/** What is never torn apart: an entry, with the heading before the first and the subtotal behind the last of a group. */
function piecesOf({ columns, groups, lang }: Book, sheet: Sheet): Piece[] {
  const isDivided = groups.length > 1
  return groups.flatMap(({ name, totals, lines }) => {
    const goesOn = acrossRow('group', `${name}${lang === 'zh' ? '（续）' : ' (continued)'}`, sheet)
    return lines.map((line, at) => {
      const cells = columns.map((one, column) => wrap(line.cells[column] ?? '', one.width / sheet.font))
      const rows = [tableRow('entry', cells, sheet)]
      if (isDivided && at === 0) rows.unshift(acrossRow('group', name, sheet))
      if (isDivided && at === lines.length - 1) rows.push(acrossRow('total', totalLine('group', totals, lang), sheet))
      return { rows, lines: [line], ...(isDivided && at > 0 ? { goesOn } : {}) }
    })
  })
}

const heightOf = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.height + RULE, 0)

function fill(pieces: readonly Piece[], room: number): Piece[] {
  const pages: Piece[] = [{ rows: [], lines: [] }]
  let left = room
  for (const piece of pieces) {
    if (heightOf(piece.rows) > left && left < room) {
      const rows = piece.goesOn ? [piece.goesOn] : []
      pages.push({ rows, lines: [] })
      left = room - heightOf(rows)
    }
    pages.at(-1)?.rows.push(...piece.rows)
    pages.at(-1)?.lines.push(...piece.lines)
    left -= heightOf(piece.rows)
  }
  return pages
}

function footed(book: Book, pages: readonly Piece[], sheet: Sheet): Page[] {
  let before = 0
  return pages.map(({ rows, lines }, at) => {
    const tally = tallyOf(lines)
    before += tally.people
    const soFar = book.lang === 'zh' ? `　　累计：${before} 人` : `   so far: ${before}`
    const foot = [acrossRow('total', totalLine('page', tally, book.lang) + soFar, sheet)]
    if (at === pages.length - 1) foot.push(acrossRow('total', grandLine(book.totals, book.lang), sheet))
    return { rows: [...rows, ...foot], tally }
  })
}
