import { getRouteApi } from '@tanstack/react-router'
import { type Task, tasks } from '#modules/volunteering/shifts/tasks/index.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import type { RecordSearch } from '../routes.ts'
import { useRecordsWords } from '../words.ts'

const route = getRouteApi('/shell/service/records')

export function RecordFilters() {
  const words = useRecordsWords()
  const say = useSay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: RecordSearch) => {
    navigate({ search: (old) => ({ ...old, ...part, offset: undefined }), replace: true }).catch(() => undefined)
  }
  const clear = () => {
    navigate({ search: {}, replace: true }).catch(() => undefined)
  }
  const isFiltered = Object.values(search).some((value) => value !== undefined)
  const kinds = Object.entries(tasks).map(([value, name]) => ({ value: value as Task, label: say(name) })) // the record's own keys
  const standings = (['valid', 'asked', 'reversed', 'late'] as const).map((value) => ({
    value,
    label: words.standings[value],
  }))
  return (
    <FilterBar onClear={isFiltered ? clear : undefined}>
      <SearchInput label={words.search} value={search.q ?? ''} onSearch={(q) => change({ q: q || undefined })} />
      <DayInput label={words.from} value={search.from} onChange={(from) => change({ from })} />
      <DayInput label={words.to} value={search.to} onChange={(to) => change({ to })} />
      <PlainSelect
        label={words.task}
        any={words.anyTask}
        options={kinds}
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
