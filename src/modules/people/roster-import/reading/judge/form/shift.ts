import { isDitto, isNothing } from '../../clean/text.ts'
import type { Cell } from '../../file/book.ts'
import { cellText } from '../../file/book.ts'
import { fits } from '../../table/cells/cell-types.ts'
import type { Field } from '../../table/header/fields.ts'
import type { Table } from '../../table/tables.ts'

/** Two dates beside each other prove nothing: the cell must fit its neighbour's column and not its own. */
function belongsTo(field: Field | null | undefined, cell: Cell): boolean {
  return field != null && fits(field, cell) === true
}

type Standing = { index: number; cell: Cell; fitsHere: boolean; isHeaded: boolean }

function written(cells: (Cell | undefined)[], table: Table): { standing: Standing[]; outOfPlace: number } {
  const standing: Standing[] = []
  let outOfPlace = 0
  for (const [index, cell] of cells.entries()) {
    const text = cellText(cell)
    if (cell === undefined || isNothing(text) || isDitto(text)) continue
    const column = table.columns[index]
    const fitting = column?.field ? fits(column.field, cell) : undefined
    if (fitting === false) outOfPlace++
    standing.push({ index, cell, fitsHere: fitting === true, isHeaded: column !== undefined && column.header !== '' })
  }
  return { standing, outOfPlace }
}

/** One column off from some column on: nothing in the row can be trusted. A cell pushed out behind the last header is out of place too. */
export function isShifted(cells: (Cell | undefined)[], table: Table): boolean {
  const { standing, outOfPlace } = written(cells, table)
  if (outOfPlace === 0 || outOfPlace + standing.filter((one) => !one.isHeaded).length < 2) return false
  return [1, -1].some((by) => {
    const atHome = standing.filter((one) => !one.fitsHere && belongsTo(table.columns[one.index - by]?.field, one.cell))
    const pushedOut = atHome.filter((one) => !one.isHeaded).length
    return outOfPlace + pushedOut >= 2 && atHome.length >= 2
  })
}
