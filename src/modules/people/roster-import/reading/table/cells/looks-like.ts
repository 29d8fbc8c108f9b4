import { fold, squeeze } from '../../clean/text.ts'
import { type Cell, cellText, isDateCell, isNumberCell } from '../../file/book.ts'

/** Quick guesses at what a cell holds, for finding headers, people and slid rows. Reading proper is done elsewhere. */

const DATE =
  /^(1[89]|20)\d\d([.\-/年]\d{1,2}|\d{2}(\d{2})?$|年)|^\d{2}[.\-/年]\d{1,2}([.\-/月]|$)|^[一二][〇○零一二三四五六七八九]{3}年/

export function looksLikeId(cell: Cell | undefined): boolean {
  if (isNumberCell(cell)) return cell.value > 1e13
  if (typeof cell !== 'string' || cell.length < 11) return false
  return /^(\d{14,19}|\d{16,18}[xX×]|\d(\.\d+)?E\+1[3-9])$/.test(fold(cell).replace(/[\s'"“”’`=]/g, ''))
}

const EXTENSION = /((?:^|\D)(?:0\d{2,3}-?)?[2-9]\d{6,7})\s*-\s*\d{1,6}(?!\d)/

export function looksLikePhone(cell: Cell | undefined): boolean {
  const text = cellText(cell)
  if (text.length < 7 || text.length > 80 || isDateCell(cell)) return false
  const bare = fold(text)
    .replace(EXTENSION, '$1')
    .replace(/[\s()-]/g, '')
  return (
    /(^|\D)(\+?86)?0?1[3-9]\d{9}($|\D)|(^|\D)(0\d{2,3})?[2-9]\d{6,7}($|[^\d.年])/.test(bare) && !/\d{14}/.test(bare)
  )
}

/** Years (and years with months behind the point), years with months, and whole days, written as numbers. */
const NUMERIC_DATES: [number, number][] = [
  [1880, 2100],
  [188_001, 210_001],
  [18_800_101, 21_000_101],
]

export function looksLikeDate(cell: Cell | undefined): boolean {
  if (cell === undefined) return false
  if (isDateCell(cell)) return true
  if (isNumberCell(cell)) return NUMERIC_DATES.some(([from, to]) => cell.value >= from && cell.value < to)
  return DATE.test(squeeze(cell))
}

/** A Chinese name as it stands in a cell: two to four ideographs, perhaps spaced, marked or with a bracket. */
export function looksLikeName(text: string): boolean {
  const bare = squeeze(text).replace(/[(（].*[)）]?$|^[(（].*?[)）]|^\*|\*$|同志$/g, '')
  return /^[\p{Script=Han}\p{Co}·□?\ufffd]{2,5}$/u.test(bare)
}

/** Numbers, dates and the like: nothing that stands in a header. */
export function looksLikeContent(cell: Cell | undefined): boolean {
  if (cell === undefined) return false
  if (typeof cell !== 'string') return true
  const bare = squeeze(cell).replace(/[(（].*?[)）]/g, '')
  return /\d{5}|^\d+([.\-/]\d+)*$/.test(bare) || looksLikeDate(bare)
}
