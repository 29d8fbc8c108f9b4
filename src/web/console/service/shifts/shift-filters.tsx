import { getRouteApi } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import type { ShiftSearch } from '../routes.ts'
import { useShiftsWords } from '../words.ts'

const route = getRouteApi('/shell/shifts')

export function ShiftFilters() {
  const words = useShiftsWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: ShiftSearch) => {
    navigate({ search: (old) => ({ ...old, ...part }), replace: true }).catch(() => undefined)
  }
  const clear = () => {
    navigate({ search: (old) => ({ day: old.day }), replace: true }).catch(() => undefined)
  }
  const { day: _day, ...filters } = search
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  const states = (['planned', 'held', 'cancelled'] as const).map((value) => ({ value, label: words.statuses[value] }))
  return (
    <FilterBar onClear={isFiltered ? clear : undefined}>
      <SearchInput label={words.search} value={search.q ?? ''} onSearch={(q) => change({ q: q || undefined })} />
      <PlainSelect
        label={words.status}
        any={words.anyStatus}
        options={states}
        value={search.status}
        onChange={(status) => change({ status })}
      />
      <Checkbox
        checked={search.isFree === true}
        onChange={(event) => change({ isFree: event.target.checked || undefined })}
      >
        {words.free}
      </Checkbox>
    </FilterBar>
  )
}
