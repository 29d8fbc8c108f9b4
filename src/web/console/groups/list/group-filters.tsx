import { getRouteApi } from '@tanstack/react-router'
import { kindWords } from '#modules/activities/groups/rules.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { useGroupWords } from '../words.ts'

const route = getRouteApi('/shell/groups')

/** Filters of the list, kept in its address. */
export function GroupFilters() {
  const words = useGroupWords()
  const say = useSay()
  const { search, change, clear } = useAddress(route.useSearch(), route.useNavigate())
  const kinds = (['interest', 'association'] as const).map((value) => ({ value, label: say(kindWords[value]) }))
  const terms = (['ends_soon', 'overdue'] as const).map((value) => ({ value, label: words.terms[value] }))
  return (
    <FilterBar onClear={clear}>
      <SearchInput
        label={words.search}
        width={180}
        value={search.q ?? ''}
        onSearch={(q) => change({ q: q || undefined })}
      />
      <PlainSelect
        label={words.kind}
        any={words.anyKind}
        options={kinds}
        value={search.kind}
        onChange={(kind) => change({ kind })}
      />
      <PlainSelect
        label={words.term}
        any={words.anyTerm}
        options={terms}
        value={search.term}
        onChange={(term) => change({ term })}
      />
      <PlainSelect
        label={words.status}
        any={words.open}
        options={[
          { value: 'closed' as const, label: words.closed },
          { value: 'all' as const, label: words.all },
        ]}
        value={search.status}
        onChange={(status) => change({ status })}
      />
    </FilterBar>
  )
}
