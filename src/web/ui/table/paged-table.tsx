import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Answer } from '../feedback/answer.tsx'
import type { Column } from './column.ts'
import { DataTable } from './data-table.tsx'
import { Pager } from './pager.tsx'

type PagedTableProps<T> = {
  label: string
  query: UseQueryResult<{ items: T[]; total: number }>
  columns: readonly Column<T>[]
  rowKey: (row: T) => string
  empty: ReactNode
  page: { offset: number; limit: number; onTurn: (offset: number) => void }
}

/** A list that comes page by page: asked for, shown, counted, turned. */
export function PagedTable<T>({ label, query, columns, rowKey, empty, page }: PagedTableProps<T>) {
  return (
    <Answer query={query} lines={5}>
      {({ items, total }) => (
        <>
          <DataTable
            label={label}
            columns={columns}
            rows={items}
            rowKey={rowKey}
            stale={query.isPlaceholderData}
            empty={empty}
          />
          {total ? <Pager total={total} {...page} /> : null}
        </>
      )}
    </Answer>
  )
}
