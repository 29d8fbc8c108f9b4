import type { UseQueryResult } from '@tanstack/react-query'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { Answer } from '../feedback/answer.tsx'
import type { Column } from './column.ts'
import { DataTable } from './data-table.tsx'
import { Pager } from './pager.tsx'

type PagedTableProps<T> = {
  label: string
  query: UseQueryResult<{ items: T[]; total: number }>
  columns: readonly Column<T>[]
  rowKey: (row: T) => string
  /** Said where there is nothing; else that nothing fits. */
  empty?: ReactNode
  /** Left out where all of it comes at once. */
  page?: { offset: number; limit: number; onTurn: (offset: number) => void }
  /** Grey lines while it is asked. */
  lines?: number
}

/** A list that comes page by page: asked for, shown, counted, turned; one that comes at once turns here. */
export function PagedTable<T>({ label, query, columns, rowKey, empty, page, lines = 5 }: PagedTableProps<T>) {
  const table = { label, columns, rowKey, stale: query.isPlaceholderData, empty }
  return (
    <Answer query={query} lines={lines}>
      {({ items, total }) =>
        page ? (
          <>
            <DataTable {...table} rows={items} />
            <Pager total={total} {...page} />
          </>
        ) : (
          <LongTable {...table} rows={items} limit={50} isCounted />
        )
      }
    </Answer>
  )
}

type LongTableProps<T> = ComponentProps<typeof DataTable<T>> & { limit?: number; isCounted?: boolean }

/** Rows that came all at once, shown a page at a time: a phone is not asked to scroll through a year. */
export function LongTable<T>({ rows, limit = 20, isCounted = false, ...rest }: LongTableProps<T>) {
  const [turned, setTurned] = useState(0)
  const offset = turned < rows.length ? turned : 0
  return (
    <>
      <DataTable {...rest} rows={rows.slice(offset, offset + limit)} />
      {isCounted || rows.length > limit ? (
        <Pager total={rows.length} offset={offset} limit={limit} onTurn={setTurned} />
      ) : null}
    </>
  )
}
