import { useKitWords } from '../language/words.ts'
import type { Column, Sorting } from './column.ts'
import css from './data-table.module.css'

type HeadCellProps<T> = {
  column: Column<T>
  sorting?: Sorting | undefined
  onSort?: ((sorting: Sorting) => void) | undefined
}

export function HeadCell<T>({ column, sorting, onSort }: HeadCellProps<T>) {
  const words = useKitWords()
  const isSorted = column.sort !== undefined && sorting?.sort === column.sort
  const falls = Boolean(sorting?.descending) !== Boolean(column.sortsBackwards)
  const direction = !isSorted ? 'none' : falls ? 'descending' : 'ascending'
  const style = { textAlign: column.align ?? 'left', minWidth: column.width } as const
  const { sort } = column
  if (!sort || !onSort)
    return (
      <th scope="col" style={style}>
        {column.title}
      </th>
    )
  return (
    <th scope="col" style={style} aria-sort={direction}>
      <button
        type="button"
        className={css.sort}
        aria-label={words.sortBy(column.title)}
        onClick={() => onSort({ sort, descending: isSorted && !sorting?.descending })}
      >
        {column.title}
        <span aria-hidden="true" className={isSorted ? css.arrowOn : css.arrow}>
          {direction === 'descending' ? '↓' : '↑'}
        </span>
      </button>
    </th>
  )
}
