import { getRouteApi } from '@tanstack/react-router'
import { ACCOUNT_STATES } from '#modules/accounts/rules.ts'
import { stateWords } from '#modules/accounts/words.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { useAccountsWords } from '../words.ts'

const route = getRouteApi('/shell/accounts')

export function AccountFilters() {
  const words = useAccountsWords()
  const say = useSay()
  const { search, change, clear } = useAddress(route.useSearch(), route.useNavigate(), ['account'])
  return (
    <FilterBar onClear={clear}>
      <SearchInput
        label={words.searchAccounts}
        value={search.q ?? ''}
        onSearch={(q) => change({ q: q || undefined })}
      />
      <PlainSelect
        label={words.status}
        any={words.anyStatus}
        options={ACCOUNT_STATES.map((state) => ({ value: state, label: say(stateWords[state]) }))}
        value={search.status}
        onChange={(status) => change({ status })}
      />
    </FilterBar>
  )
}
