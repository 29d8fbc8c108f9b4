import { getRouteApi } from '@tanstack/react-router'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import type { AccountSearch } from '../routes.ts'
import { useAccountsWords } from '../words.ts'

const route = getRouteApi('/shell/accounts')

export function AccountFilters() {
  const words = useAccountsWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: AccountSearch) => {
    navigate({ search: (old) => ({ ...old, ...part, offset: undefined }), replace: true }).catch(() => undefined)
  }
  const isFiltered = search.q !== undefined || search.status !== undefined
  return (
    <FilterBar onClear={isFiltered ? () => change({ q: undefined, status: undefined }) : undefined}>
      <SearchInput
        label={words.searchAccounts}
        value={search.q ?? ''}
        onSearch={(q) => change({ q: q || undefined })}
      />
      <PlainSelect
        label={words.status}
        any={words.anyStatus}
        options={[
          { value: 'open' as const, label: words.openOnly },
          { value: 'closed' as const, label: words.closedOnly },
        ]}
        value={search.status}
        onChange={(status) => change({ status })}
      />
    </FilterBar>
  )
}
