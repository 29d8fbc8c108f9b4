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

type Standing = { index: number; cell: Cell; fitsHere: boolean }

function written(cells: (Cell | undefined)[], table: Table): { standing: Standing[]; outOfPlace: number } {
  const standing: Standing[] = []
  let outOfPlace = 0
  for (const [index, cell] of cells.entries()) {
    const text = cellText(cell)
    if (cell === undefined || isNothing(text) || isDitto(text)) continue
    const field = table.columns[index]?.field
    const fitting = field ? fits(field, cell) : undefined
    if (fitting === false) outOfPlace++
    standing.push({ index, cell, fitsHere: fitting === true })
  }
  return { standing, outOfPlace }
}

/** The row's cells stand one column beside where they belong, from some column on. Nothing in it can be trusted. */
export function isShifted(cells: (Cell | undefined)[], table: Table): boolean {
  const { standing, outOfPlace } = written(cells, table)
  if (outOfPlace < 2) return false
  return [1, -1].some((by) => {
    const atHome = standing.filter(
      ({ index, cell, fitsHere }) => !fitsHere && belongsTo(table.columns[index - by]?.field, cell),
    )
    return atHome.length >= 2
  })
}
