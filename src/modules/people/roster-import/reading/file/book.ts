import type { DatePrecision } from '../shapes.ts'

/** How a number is shown: as a date known to `grain`, or with so many decimals (null: as the program likes). */
export type NumberFormat = { grain: DatePrecision | null; decimals: number | null }
export type NumberCell = { value: number; format: NumberFormat }
export type DateCell = { date: string; grain: DatePrecision }
export type Cell = string | NumberCell | DateCell

/** What a person sees of a cell without reading it. */
export type Mark = { struck: boolean; fill: string | null }

/** A row with something in it. Numbers are 1-based, columns 0-based. */
export type Row = { number: number; cells: (Cell | undefined)[]; marks?: (Mark | undefined)[]; notes?: string[] }
export type Merge = { top: number; bottom: number; left: number; right: number }
export type Sheet = { name: string; hidden: boolean; rows: Row[]; merges: Merge[] }
export type Book = { sheets: Sheet[]; base1904: boolean; isText: boolean }

export function isDateCell(cell: Cell | undefined): cell is DateCell {
  return typeof cell === 'object' && 'date' in cell
}

export function isNumberCell(cell: Cell | undefined): cell is NumberCell {
  return typeof cell === 'object' && 'value' in cell
}

/** The cell as the spreadsheet shows it; whole numbers in full, because 3.71E+17 helps nobody. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if ('date' in cell) return cell.date
  const { value, format } = cell
  if (format.decimals !== null && Math.abs(value) < 1e21) return value.toFixed(format.decimals)
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(11)))
}

/** Day of a spreadsheet's serial number, ISO. The 1900 count has a 29 February 1900 that never was. */
export function serialDate(serial: number, base1904: boolean): string {
  const whole = Math.floor(serial)
  const from1900 = base1904 ? whole + 1462 : whole
  const days = from1900 < 60 ? from1900 + 1 : from1900
  return new Date((days - 25569) * 86_400_000).toISOString().slice(0, 10)
}
