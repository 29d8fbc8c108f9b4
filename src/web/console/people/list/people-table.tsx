import { useEffect } from 'react'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { useMay } from '../../shell/session/me.ts'
import type { PeopleSelection } from '../bulk/use-people-selection.ts'
import type { PeopleColumns } from '../columns/use-people-columns.tsx'
import { rememberList } from '../last-list.ts'
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
  const may = useMay()
  useEffect(() => rememberList({ search, people: items }), [search, items])
  const mayAct = may('people.tag') || may('people.export')
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
      {...(mayAct
        ? {
            selection: {
              keys: selection.isAll ? new Set(items.map(({ id }) => id)) : selection.keys,
              onChange: selection.tick,
            },
          }
        : {})}
      {...(isNarrowed(search) ? {} : { empty: <EmptyState title={words.none} hint={words.noneHint} /> })}
    />
  )
}
