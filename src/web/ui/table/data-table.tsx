import type { ReactNode } from 'react'
import { useKitWords } from '../language/words.ts'
import { EmptyState } from '../page/empty-state.tsx'
import type { Column, Selection, Sorting } from './column.ts'
import css from './data-table.module.css'
import { HeadCell } from './head-cell.tsx'
import { Row } from './row.tsx'

type DataTableProps<T> = {
  /** What the list is of; read out by screen readers. */
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  /** A row's name in words, for its checkbox. */
  rowName?: (row: T) => string
  sorting?: Sorting
  onSort?: (sorting: Sorting) => void
  selection?: Selection
  empty?: ReactNode
  /** Fades the rows while newer ones are on their way. */
  stale?: boolean
}

/** A list as a table; under 768 px each row becomes a card. It scrolls sideways inside itself, never the page. */
export function DataTable<T>(props: DataTableProps<T>) {
  const words = useKitWords()
  const { columns, rows, selection } = props
  if (!rows.length) return <>{props.empty ?? <EmptyState title={words.noneMatch} hint={words.noneMatchHint} />}</>
  const keys = rows.map(props.rowKey)
  const isAll = selection !== undefined && keys.every((key) => selection.keys.has(key))
  const others = [...(selection?.keys ?? [])].filter((key) => !keys.includes(key))
  const toggleAll = () => selection?.onChange(new Set(isAll ? others : [...others, ...keys]))
  return (
    // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the region scrolls and has no focusable child of its own
    <div className={css.scroll} role="group" aria-label={`${props.label} · ${words.table}`} tabIndex={0}>
      <table className={`${css.table} ${props.stale ? css.stale : ''}`}>
        <caption className="visually-hidden">{props.label}</caption>
        <thead>
          <tr>
            {selection ? (
              <th className={css.check} scope="col">
                <input type="checkbox" aria-label={words.selectAll} checked={isAll} onChange={toggleAll} />
              </th>
            ) : null}
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sorting={props.sorting} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row
              key={keys[index]}
              row={row}
              id={keys[index] ?? ''}
              name={props.rowName?.(row) ?? ''}
              columns={columns}
              selection={selection}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
