import { getRouteApi } from '@tanstack/react-router'
import { kindWords, natureWords, statusWords } from '#modules/units/words.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import type { UnitSearch } from '../routes.ts'
import { useUnitsWords } from '../words.ts'

const route = getRouteApi('/shell/units')

/** Filters of the list, kept in its address. */
export function UnitFilters() {
  const words = useUnitsWords()
  const say = useSay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: UnitSearch) => {
    navigate({ search: (old) => ({ ...old, ...part, offset: undefined }), replace: true }).catch(() => undefined)
  }
  const clear = () => {
    navigate({ search: {}, replace: true }).catch(() => undefined)
  }
  const namesOf = <K extends string>(names: Record<K, { zh: string; en: string }>) =>
    Object.entries<{ zh: string; en: string }>(names).map(([value, name]) => ({ value: value as K, label: say(name) })) // the record's own keys
  const isFiltered = Object.values(search).some((value) => value !== undefined)
  return (
    <FilterBar onClear={isFiltered ? clear : undefined}>
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
