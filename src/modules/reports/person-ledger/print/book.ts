import type { Lang } from '#platform/words.ts'
import type { Totals } from '../contract.ts'
import type { Column, Paper } from './columns.ts'

export type Line = { kind: string | null; cells: string[] }

/** Everything a printed book needs; what its reader may not see is already cut. It travels to the printing thread as it is. */
export type Book = {
  title: string
  organisation: string
  madeBy: string
  /** Who took it, and when: over and under every page. */
  mark: string
  asOf: string
  isWhole: boolean
  paper: Paper
  lang: Lang
  columns: Column[]
  groups: { name: string; totals: Totals; lines: Line[] }[]
  totals: Totals
}
