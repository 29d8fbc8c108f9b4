import { getRouteApi } from '@tanstack/react-router'
import { kindWords, natureWords, statusWords } from '#modules/units/words.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useNamesOf } from '../../../ui/language/names-of.ts'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { useUnitsWords } from '../words.ts'

const route = getRouteApi('/shell/units')

/** Filters of the list, kept in its address. */
export function UnitFilters() {
  const words = useUnitsWords()
  const say = useSay()
  const { search, change, clear } = useAddress(route.useSearch(), route.useNavigate())
  const namesOf = useNamesOf()
  return (
    <FilterBar onClear={clear}>
      <SearchInput label={words.search} value={search.q ?? ''} onSearch={(q) => change({ q: q || undefined })} />
      <PlainSelect
        label={words.kind}
        any={words.anyKind}
        options={namesOf(kindWords)}
        value={search.kind}
        onChange={(kind) => change({ kind })}
      />
      <PlainSelect
        label={words.nature}
        any={words.anyNature}
        options={namesOf(natureWords)}
        value={search.nature}
        onChange={(nature) => change({ nature })}
      />
      <PlainSelect
        label={words.status}
        any={say(statusWords.open)}
        options={[
          { value: 'closed' as const, label: say(statusWords.closed) },
          { value: 'all' as const, label: words.anyStatus },
        ]}
        value={search.status}
        onChange={(status) => change({ status })}
      />
    </FilterBar>
  )
}
