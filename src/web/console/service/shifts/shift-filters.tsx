import { getRouteApi } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { useShiftsWords } from '../words.ts'

const route = getRouteApi('/shell/shifts')

export function ShiftFilters() {
  const words = useShiftsWords()
  const { search, change, clear } = useAddress(route.useSearch(), route.useNavigate(), ['day'])
  const states = (['planned', 'held', 'cancelled'] as const).map((value) => ({ value, label: words.statuses[value] }))
  return (
    <FilterBar onClear={clear}>
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
