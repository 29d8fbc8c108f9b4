import { isNothing } from '../../clean/text.ts'
import type { LookUps } from '../../directory/look-ups.ts'
import { type Cell, cellText } from '../../file/book.ts'
import type { Column, Field } from '../../table/header/fields.ts'
import type { Context } from '../../table/rows/context.ts'
import type { Table } from '../../table/tables.ts'

/** The day the roster speaks of, and everything a row is judged by. */
export type Office = { directory: LookUps; asOf: string; base1904: boolean }

/** One person's row, asked by field. */
export type RowView = { cells: (Cell | undefined)[]; table: Table; context: Context; notes: string[] }

export function columnsOf(view: RowView, field: Field): Column[] {
  return view.table.byField.get(field) ?? []
}

export function cellOf(view: RowView, field: Field): Cell | undefined {
  for (const { index } of columnsOf(view, field)) {
    const cell = view.cells[index]
    if (cell !== undefined && !isNothing(cellText(cell))) return cell
  }
  return undefined
}

export function textOf(view: RowView, field: Field): string {
  return cellText(cellOf(view, field))
}

export function hasColumn(view: RowView, field: Field): boolean {
  return view.table.byField.has(field)
}

export function remarksOf(view: RowView): string[] {
  const written = columnsOf(view, 'remark').map(({ index }) => cellText(view.cells[index]))
  return [...written, ...view.notes].filter((text) => !isNothing(text))
}
