import { EmptyState } from '../../../ui/page/empty-state.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { isNarrowed, sortKeys } from '../people-search.ts'
import type { PersonLine } from '../queries.ts'
import { usePeopleWords } from '../words.ts'
import { useListAddress } from './use-list-address.ts'

type PeopleTableProps = {
  items: PersonLine[]
  total: number
  columns: { shown: Column<PersonLine>[] }
  isStale: boolean
}

export function PeopleTable({ items, columns, isStale }: PeopleTableProps) {
  const words = usePeopleWords()
  const { search, change } = useListAddress()
  return (
    <DataTable
      label={words.list}
      columns={columns.shown}
      rows={items}
      rowKey={(person) => person.id}
      rowName={(person) => person.name}
      stale={isStale}
      sorting={{ sort: search.sort ?? 'birthOn', descending: search.descending ?? false }}
      onSort={({ sort, descending }) =>
        change({ sort: sortKeys.find((key) => key === sort), descending: descending || undefined })
      }
      {...(isNarrowed(search) ? {} : { empty: <EmptyState title={words.none} hint={words.noneHint} /> })}
    />
  )
}
