import type { Cell, Merge, Row, Sheet } from '../../file/book.ts'

export type Covered = { column: number; cell: Cell; merge: Merge }
export type Coverings = Map<number, Covered[]>

const MOST = 2_000_000
/** Merges over one row; more are overlapping nonsense. */
const MOST_AT_ONCE = 1_000
const WIDEST = 1_000

function covers(merge: Merge, row: Row, cell: Cell): Covered[] {
  const found: Covered[] = []
  for (let column = merge.left; column <= Math.min(merge.right, merge.left + WIDEST); column++) {
    const isCorner = row.number === merge.top && column === merge.left
    if (!isCorner && row.cells[column] === undefined) found.push({ column, cell, merge })
  }
  return found
}

/** For every row the cells that a merge fills. Walks rows and merges once, both from the top. */
export function coverings(sheet: Sheet): Coverings {
  const filled: Coverings = new Map()
  if (sheet.merges.length === 0) return filled
  const waiting = sheet.merges.toSorted((a, b) => a.top - b.top)
  let active: { merge: Merge; cell: Cell }[] = []
  let next = 0
  let total = 0
  for (const row of sheet.rows) {
    for (let merge = waiting[next]; merge && merge.top <= row.number; merge = waiting[++next]) {
      const cell = merge.top === row.number ? row.cells[merge.left] : undefined
      if (cell !== undefined) active.push({ merge, cell })
    }
    active = active.filter(({ merge }) => merge.bottom >= row.number).slice(-MOST_AT_ONCE)
    const covered = active.flatMap(({ merge, cell }) => covers(merge, row, cell))
    total += covered.length
    if (total > MOST) break
    if (covered.length > 0) filled.set(row.number, covered)
  }
  return filled
}

export function filledCells(row: Row, filled: Coverings): (Cell | undefined)[] {
  const covered = filled.get(row.number)
  if (!covered) return row.cells
  const cells = [...row.cells]
  for (const { column, cell } of covered) {
    while (cells.length <= column) cells.push(undefined)
    cells[column] = cell
  }
  return cells
}
