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

/** Number and telephone stand in each other's column. Gives the cells put right, or undefined when they are not. */
export function unswapped(cells: (Cell | undefined)[], table: Table): (Cell | undefined)[] | undefined {
  const id = table.byField.get('id')?.[0]?.index
  if (id === undefined) return undefined
  const inIdColumn = cells[id]
  const isFree =
    inIdColumn === undefined ||
    isNothing(cellText(inIdColumn)) ||
    (looksLikePhone(inIdColumn) && !looksLikeId(inIdColumn))
  const phone = table.byField.get('phone')?.find(({ index }) => isNumberOfPerson(cells[index]))?.index
  if (!isFree || phone === undefined) return undefined
  const right = [...cells]
  right[id] = cells[phone]
  right[phone] = inIdColumn
  return right
}
