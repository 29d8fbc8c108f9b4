/** A row as JSON has it. */
export type Row = Record<string, unknown>
type When = { at: string; on: string }

/** A column of some room's table that says whose a row is, and what becomes of the row when two records of that person become one. */
export type PersonTie = {
  table: string
  column: string
  /** Why rows stay with the absorbed record, which can still be read and points to the kept one. Without it they go over. */
  stays?: string
  only?: (row: Row) => boolean
  /** The rest of the primary key, beside county and person. */
  key?: readonly string[]
  /** Columns sealed with the person's secret. */
  sealed?: readonly string[]
  /** Rows that hang on this one by its id, and on those by theirs: all go where it goes, or none does. */
  along?: readonly { table: string; column: string; key: string; via: string }[]
  /** A query over `kept (county, id)`, with rows where the kept record would have more than it may. */
  refuses?: string
  /** Both cannot be the same person's: they hold one place, or one time. Read where the table's own constraint refuses a row. */
  rivals?: (one: Row, other: Row) => boolean
  /** Of two rivals the lower one stands. Without it the kept record's does. */
  rank?: (row: Row) => number
  /** What ends the other rival, which stays where it is; null where it is over anyway. */
  ends?: (row: Row, when: When) => Row | null
  /** A row of another table that ends with it. */
  endsAlso?: { table: string; by: string; ends: (row: Row, when: When) => Row | null }
  /** Or what the two rivals exchange, so that what stands is the kept record's and nothing is lost. */
  swaps?: readonly string[]
}

/** What was done to a row, so that just this is taken back. */
export type Carried =
  | { did: 'moved'; table: string; column: string; key: Row; sealed: readonly string[] }
  | { did: 'set'; table: string; key: Row; before: Row; after: Row }
