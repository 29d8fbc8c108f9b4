import { readIdNumber } from '../../clean/identity/id-number.ts'
import { isNothing } from '../../clean/text.ts'
import type { Cell } from '../../file/book.ts'
import { cellText } from '../../file/book.ts'
import { looksLikeId, looksLikePhone } from '../../table/cells/looks-like.ts'
import type { Table } from '../../table/tables.ts'

function isNumberOfPerson(cell: Cell | undefined): boolean {
  const { status } = readIdNumber(cell)
  return status === 'valid' || status === 'converted15' || looksLikeId(cell)
}

export type Swap = { cells: (Cell | undefined)[]; isMutual: boolean }

/** Number and telephone in each other's column, put right; undefined when they are not. With nothing where the number belongs the row may as well have slid. */
export function unswapped(cells: (Cell | undefined)[], table: Table): Swap | undefined {
  const id = table.byField.get('id')?.[0]?.index
  if (id === undefined) return undefined
  const inIdColumn = cells[id]
  const isMutual = looksLikePhone(inIdColumn) && !looksLikeId(inIdColumn)
  const isFree = isMutual || isNothing(cellText(inIdColumn))
  const phone = table.byField.get('phone')?.find(({ index }) => isNumberOfPerson(cells[index]))?.index
  if (!isFree || phone === undefined) return undefined
  const right = [...cells]
  right[id] = cells[phone]
  right[phone] = inIdColumn
  return { cells: right, isMutual }
}
