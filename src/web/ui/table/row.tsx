import { useKitWords } from '../language/words.ts'
import type { Column, Selection } from './column.ts'
import css from './data-table.module.css'

type RowProps<T> = {
  row: T
  id: string
  name: string
  columns: readonly Column<T>[]
  selection?: Selection | undefined
}

export function Row<T>({ row, id, name, columns, selection }: RowProps<T>) {
  const words = useKitWords()
  const isSelected = selection?.keys.has(id) ?? false
  const toggle = () => {
    const keys = new Set(selection?.keys)
    if (!keys.delete(id)) keys.add(id)
    selection?.onChange(keys)
  }
  return (
    <tr className={isSelected ? css.selected : undefined}>
      {selection ? (
        <td className={css.check}>
          <input type="checkbox" aria-label={words.selectRow(name)} checked={isSelected} onChange={toggle} />
        </td>
      ) : null}
      {columns.map((column, index) => {
        const value = column.render(row)
        const isEmpty = value === null || value === undefined || value === ''
        return (
          <td
            key={column.key}
            data-label={column.title}
            className={index === 0 ? css.lead : isEmpty ? css.nothing : undefined}
            style={{ textAlign: column.align ?? 'left', whiteSpace: column.align === 'right' ? 'nowrap' : undefined }}
          >
            {/* One child, so that the card of a phone sets it beside its label as a whole. */}
            <div>{isEmpty ? words.nothing : value}</div>
          </td>
        )
      })}
    </tr>
  )
}
