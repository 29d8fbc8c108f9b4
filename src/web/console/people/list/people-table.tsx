import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import type { PeopleSelection } from '../bulk/use-people-selection.ts'
import type { PeopleColumns } from '../columns/use-people-columns.tsx'
import { isNarrowed, sortKeys } from '../people-search.ts'
import type { PersonLine } from '../queries.ts'
import { usePeopleWords } from '../words.ts'
import { useListAddress } from './use-list-address.ts'

type PeopleTableProps = {
  items: PersonLine[]
  columns: PeopleColumns
  selection: PeopleSelection
  isStale: boolean
}

export function PeopleTable({ items, columns, selection, isStale }: PeopleTableProps) {
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
      selection={{
        keys: selection.isAll ? new Set(items.map(({ id }) => id)) : selection.keys,
        onChange: selection.tick,
      }}
      sorting={{ sort: search.sort ?? 'birthOn', descending: search.descending ?? false }}
      onSort={({ sort, descending }) =>
        change({ sort: sortKeys.find((key) => key === sort), descending: descending || undefined })
      }
      {...(isNarrowed(search) ? {} : { empty: <EmptyState title={words.none} hint={words.noneHint} /> })}
    />
  )
}
