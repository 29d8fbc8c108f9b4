import { getRouteApi } from '@tanstack/react-router'
import { tasks } from '#modules/volunteering/shifts/tasks/index.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { useNamesOf } from '../../../ui/language/names-of.ts'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { useRecordsWords } from '../words.ts'

const route = getRouteApi('/shell/service/records')

export function RecordFilters() {
  const words = useRecordsWords()
  const namesOf = useNamesOf()
  const { search, change, clear } = useAddress(route.useSearch(), route.useNavigate())
  const standings = (['valid', 'asked', 'reversed', 'late'] as const).map((value) => ({
    value,
    label: words.standings[value],
  }))
  return (
    <FilterBar onClear={clear}>
      <SearchInput label={words.search} value={search.q ?? ''} onSearch={(q) => change({ q: q || undefined })} />
      <DayInput label={words.from} value={search.from} onChange={(from) => change({ from })} />
      <DayInput label={words.to} value={search.to} onChange={(to) => change({ to })} />
      <PlainSelect
        label={words.task}
        any={words.anyTask}
        options={namesOf(tasks)}
        value={search.task}
        onChange={(task) => change({ task })}
      />
      <PlainSelect
        label={words.standing}
        any={words.anyStanding}
        options={standings}
        value={search.standing}
        onChange={(standing) => change({ standing })}
      />
    </FilterBar>
  )
}
