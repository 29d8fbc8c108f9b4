import type { Paper } from '../columns.ts'

/** Points. Row heights hold for one line of text; the table header is repeated on every page. */
export type Sheet = {
  width: number
  height: number
  side: number
  top: number
  bottom: number
  font: number
  title: number
  row: number
}

export const sheets: Record<Paper, Sheet> = {
  A4: { width: 841.89, height: 595.28, side: 24, top: 24, bottom: 32, font: 8, title: 15, row: 17 },
  A3: { width: 1190.55, height: 841.89, side: 30, top: 30, bottom: 36, font: 9, title: 18, row: 20 },
}

export const PAD = 2
export const LEAD = 2.5
export const RULE = 0.5
/** Noto Serif SC needs 1.437 em a line; ledgers are set closer. */
export const NATURAL_LINE = 1.437
export const TIGHT = 0.86

export function lineHeight(font: number): number {
  return font * NATURAL_LINE * TIGHT
}

export function rowHeight(sheet: Sheet, lines: number): number {
  return Math.max(sheet.row, lines * lineHeight(sheet.font) + 2 * LEAD)
}

export function headHeight(sheet: Sheet): number {
  return sheet.title * NATURAL_LINE + sheet.font * NATURAL_LINE + 6
}
