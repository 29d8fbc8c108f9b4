import { Button } from 'antd'
import { useState } from 'react'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { ColumnChooser } from '../../../ui/table/column-chooser.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { ConditionDialog } from '../filter/condition-dialog.tsx'
import { isNarrowed } from '../people-search.ts'
import { usePeopleWords } from '../words.ts'
import { QuickFilters } from './quick-filters.tsx'
import { useListAddress } from './use-list-address.ts'
import type { usePeopleColumns } from './use-people-columns.tsx'

/** One box, the questions asked most, the builder for the rest; all of it lives in the address. */
export function PeopleFilters({ columns }: { columns: ReturnType<typeof usePeopleColumns> }) {
  const words = usePeopleWords()
  const { search, change, open } = useListAddress()
  const [isBuilding, setBuilding] = useState(false)
  const clear = () => open({ sort: search.sort, descending: search.descending, limit: search.limit })
  return (
    <>
      <FilterBar
        onClear={isNarrowed(search) ? clear : undefined}
        tools={<ColumnChooser columns={columns.all} choice={columns} />}
      >
        <SearchInput
          label={words.search}
          value={search.q ?? ''}
          width={320}
          onSearch={(q) => change({ q: q || undefined })}
        />
        <QuickFilters />
        <Button onClick={() => setBuilding(true)}>{words.moreConditions}</Button>
      </FilterBar>
      {isBuilding ? <ConditionDialog onClose={() => setBuilding(false)} /> : null}
    </>
  )
}
