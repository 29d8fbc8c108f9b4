import FilterOutlined from '@ant-design/icons/FilterOutlined'
import { Button } from 'antd'
import { useState } from 'react'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { useMay } from '../../shell/session/me.ts'
import { ExportPeople } from '../bulk/export-people.tsx'
import { ColumnChoice } from '../columns/column-choice.tsx'
import type { PeopleColumns } from '../columns/use-people-columns.tsx'
import { ConditionDialog } from '../filter/condition-dialog.tsx'
import { isNarrowed, questionOf } from '../people-search.ts'
import { ViewsMenu } from '../views/views-menu.tsx'
import { usePeopleWords } from '../words.ts'
import { QuickFilters } from './quick-filters.tsx'
import { useListAddress } from './use-list-address.ts'

type PeopleFiltersProps = { columns: PeopleColumns; total: number | undefined }

/** One box, the questions asked most, the builder for the rest; all of it lives in the address. */
export function PeopleFilters({ columns, total }: PeopleFiltersProps) {
  const words = usePeopleWords()
  const may = useMay()
  const { search, change, open } = useListAddress()
  const [dialog, setDialog] = useState<'conditions' | 'export' | null>(null)
  const close = () => setDialog(null)
  const { sort, descending, limit, columns: chosen } = search
  const clear = () => open({ sort, descending, limit, columns: chosen })
  const tools = (
    <>
      <ViewsMenu columns={columns} />
      <ColumnChoice columns={columns} />
      {may('people.export') && total ? <Button onClick={() => setDialog('export')}>{words.exportAll}</Button> : null}
    </>
  )
  return (
    <>
      <FilterBar onClear={isNarrowed(search) ? clear : undefined} tools={tools}>
        <SearchInput
          label={words.search}
          value={search.q ?? ''}
          width={330}
          onSearch={(q) => change({ q: q || undefined })}
        />
        <Button icon={<FilterOutlined aria-hidden />} onClick={() => setDialog('conditions')}>
          {words.moreConditions}
        </Button>
      </FilterBar>
      <QuickFilters total={total} />
      {dialog === 'conditions' ? <ConditionDialog onClose={close} /> : null}
      {dialog === 'export' && total ? (
        <ExportPeople chosen={{ question: questionOf(search) }} count={total} columns={columns} onClose={close} />
      ) : null}
    </>
  )
}
