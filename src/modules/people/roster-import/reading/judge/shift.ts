import type { Cell } from '../file/book.ts'
import { isDitto, isNothing } from '../clean/text.ts'
import { cellText } from '../file/book.ts'
import { fits } from '../table/cell-types.ts'
import type { Column, Field } from '../table/fields.ts'
import type { Table } from '../table/tables.ts'

/** Two dates beside each other prove nothing: the cell must fit its neighbour's column and not its own. */
function belongsTo(field: Field | null | undefined, cell: Cell): boolean {
  return field != null && fits(field, cell) === true
}

function isOutOfPlace(column: Column, cell: Cell): boolean {
  return column.field !== null && fits(column.field, cell) === false
}

function slid(cells: (Cell | undefined)[], table: Table, by: 1 | -1): boolean {
  let outOfPlace = 0
  let atHome = 0
  const width = Math.max(cells.length, table.columns.length)
  for (let index = 0; index < width; index++) {
    const cell = cells[index]
    const text = cellText(cell)
    if (cell === undefined || isNothing(text) || isDitto(text)) continue
    const own = table.columns[index]
    const wrong = own !== undefined && isOutOfPlace(own, cell)
    const fitsHere = own !== undefined && belongsTo(own.field, cell)
    if (wrong) outOfPlace++
    if (!fitsHere && belongsTo(table.columns[index - by]?.field, cell)) atHome++
  }
  return outOfPlace >= 2 && atHome >= 2
}

/** The row's cells stand one column beside where they belong, from some column on. Nothing in it can be trusted. */
export function isShifted(cells: (Cell | undefined)[], table: Table): boolean {
  return slid(cells, table, 1) || slid(cells, table, -1)
}
