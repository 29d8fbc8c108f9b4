import { squeeze } from '../../clean/text.ts'
import { type Cell, cellText, type Row } from '../../file/book.ts'
import { looksLikeContent, looksLikeName } from '../cells/looks-like.ts'
import { type Coverings, filledCells } from '../cells/merges.ts'
import { saysTotal } from '../rows/row-kinds.ts'
import type { Column } from './fields.ts'
import { guessHeader, type HeaderGuess } from './header-words.ts'

/** Rows of a sheet that together are one header. `first` and `last` are places in the list of rows. */
export type HeaderBlock = { first: number; last: number; columns: Column[] }
export type HeaderSheet = { rows: Row[]; filled: Coverings; guess: (texts: string[]) => HeaderGuess | undefined }

const MOST_ROWS = 3
/** More headed columns than any form has. */
const MOST_COLUMNS = 300
const OUTSIDE = /^(填报|填表|制表|统计(时间|日期|人)|截至|截止|报送|(注|说明)[:：\d])|\d+人$/
const NAME_WORD = /名|老干部|老同志|^姓$/

/** Whether any cell could be the header of a name column: asked of every row, so it must be cheap. */
function mentionsName(row: Row | undefined): boolean {
  return row?.cells.some((cell) => typeof cell === 'string' && cell.length <= 24 && NAME_WORD.test(cell)) ?? false
}

export function isHeaderLike(row: Row): boolean {
  const texts = row.cells.filter((cell): cell is Cell => cell !== undefined)
  if (texts.length === 0 || texts.length > MOST_COLUMNS) return false
  return !texts.some((cell) => cellText(cell).length > 60 || looksLikeContent(cell))
}

/** A line such as 填报单位：…  or a title stands above a header but is no part of it. */
function isContextLine(row: Row): boolean {
  const texts = row.cells.flatMap((cell) => (typeof cell === 'string' ? [squeeze(cell)] : []))
  return texts.length < 2 || texts.some((text) => /[:：]./.test(text) || OUTSIDE.test(text) || saysTotal(text))
}

/** Texts over one column from the top down; a group's text holds for the columns it spans. */
function pathOf(grid: string[][], column: number): string[] {
  const path: string[] = []
  for (const texts of grid) {
    const text = texts[column] ?? ''
    if (text !== '' && path.at(-1) !== text) path.push(text)
  }
  return path
}

/** Without merges a group's name stands over its first column only, and holds as long as there is a header below. */
function spreadGroups(grid: string[][]): void {
  const leaves = grid.at(-1) ?? []
  for (const texts of grid.slice(0, -1)) {
    for (let column = 1; column < leaves.length; column++) {
      const hasChildren = (leaves[column] ?? '') !== '' && (leaves[column - 1] ?? '') !== ''
      if ((texts[column] ?? '') === '' && hasChildren) texts[column] = texts[column - 1] ?? ''
    }
  }
}

function gridOf(sheet: HeaderSheet, first: number, last: number): string[][] {
  const rows = sheet.rows.slice(first, last + 1)
  const grid = rows.map((row) => Array.from(filledCells(row, sheet.filled), (cell) => squeeze(cellText(cell))))
  const isMerged = rows.some((row) => sheet.filled.has(row.number))
  if (grid.length > 1 && !isMerged) spreadGroups(grid)
  return grid
}

function columnsOf(sheet: HeaderSheet, first: number, last: number): Column[] {
  const grid = gridOf(sheet, first, last)
  const width = Math.max(...grid.map((texts) => texts.length))
  return Array.from({ length: width }, (_, index) => {
    const path = pathOf(grid, index)
    const found = sheet.guess(path)
    return { index, header: path.join('／'), field: found?.field ?? null, confidence: found?.confidence ?? 0 }
  })
}

/** A header names the people and at least two other things about them. */
function score(columns: Column[]): number {
  if (!columns.some((column) => column.field === 'name')) return 0
  const known = new Set(columns.filter((column) => column.field !== null).map((column) => column.header))
  const filled = columns.filter((column) => column.header !== '').length
  return known.size >= 3 || (known.size === 2 && filled === 2) ? known.size : 0
}

/** A person's row that stands right above a header must not become a group of it: groups span columns, people do not. */
function isPersonAbove(sheet: HeaderSheet, block: HeaderBlock): boolean {
  const name = block.columns.find((column) => column.field === 'name')?.index ?? 0
  return sheet.rows.slice(block.first, block.last).some((row) => {
    const own = cellText(row.cells[name])
    const beside = cellText(row.cells[name + 1] ?? row.cells[name - 1])
    const isHeader = guessHeader(own) !== undefined || guessHeader(beside) !== undefined
    return looksLikeName(own) && beside !== '' && !isHeader
  })
}

/** How far vertical merges that begin in the header reach below it. */
function mergedDownTo(sheet: HeaderSheet, block: HeaderBlock): number {
  let last = block.last
  for (let at = block.first + 1; at < block.first + MOST_ROWS + 1; at++) {
    const row = sheet.rows[at]
    const top = sheet.rows[block.first]?.number ?? 0
    if (!row || at > last + 1) break
    const isCovered = sheet.filled
      .get(row.number)
      ?.some(({ merge }) => merge.top >= top && merge.top < row.number && merge.bottom >= row.number)
    if (isCovered && isHeaderLike(row)) last = Math.max(last, at)
  }
  return last
}

/** A row of column numbers, 1 2 3 … or 甲 乙 1 2 …, belongs to the header above it. */
function isNumbering(row: Row | undefined): boolean {
  const texts = row?.cells.filter((cell) => cell !== undefined).map((cell) => squeeze(cellText(cell))) ?? []
  const numbers = texts.filter((text) => /^\d{1,2}$/.test(text)).map(Number)
  const others = texts.filter((text) => !/^\d{1,2}$/.test(text))
  const isCounting = numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1)
  return numbers.length >= 3 && isCounting && others.every((text) => /^[甲乙丙丁戊栏次]+$/.test(text))
}

function best(sheet: HeaderSheet, first: number): HeaderBlock | undefined {
  let found: HeaderBlock | undefined
  let highest = 0
  for (let last = first; last < first + MOST_ROWS; last++) {
    const row = sheet.rows[last]
    const isNext = last === first || row?.number === (sheet.rows[last - 1]?.number ?? 0) + 1
    if (!row || !isNext || !isHeaderLike(row)) break
    const columns = columnsOf(sheet, first, last)
    const points = score(columns)
    if (points > highest && !isPersonAbove(sheet, { first, last, columns }))
      [found, highest] = [{ first, last, columns }, points]
  }
  return found
}

/** The header that begins at a row, if one does: one to three rows, merged or not. */
export function headerAt(sheet: HeaderSheet, first: number): HeaderBlock | undefined {
  const row = sheet.rows[first]
  if (!row || ![0, 1, 2].some((below) => mentionsName(sheet.rows[first + below]))) return undefined
  if (!isHeaderLike(row) || isContextLine(row)) return undefined
  const block = best(sheet, first)
  if (!block) return undefined
  const reach = mergedDownTo(sheet, block)
  const last = isNumbering(sheet.rows[reach + 1]) ? reach + 1 : reach
  return reach > block.last ? { first, last, columns: columnsOf(sheet, first, reach) } : { ...block, last }
}
