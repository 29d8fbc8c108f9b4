import type { ReactNode } from 'react'

/** One column of a list. The first one names the row: it heads the card on a narrow screen and the checkbox of the row. */
export type Column<T> = {
  key: string
  title: string
  render: (row: T) => ReactNode
  /** The sort key of the server, where the column can be sorted by. */
  sort?: string
  /** What is shown rises while what is sorted by falls, as an age does with the day of birth. */
  sortsBackwards?: boolean
  align?: 'left' | 'right' | 'center'
  /** Lowest width in px. */
  width?: number
  /** Left out until somebody chooses it. */
  hidden?: boolean
  /** Cannot be switched off. */
  fixed?: boolean
}

export type Sorting = { sort: string; descending: boolean }

export type Selection = { keys: ReadonlySet<string>; onChange: (keys: ReadonlySet<string>) => void }
