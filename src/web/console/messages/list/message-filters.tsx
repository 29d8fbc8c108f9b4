import { getRouteApi } from '@tanstack/react-router'
import { kinds, shipped } from '#modules/messages/templates/shipped/index.ts'
import { statusWords } from '#modules/messages/words.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useNamesOf } from '../../../ui/language/names-of.ts'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { PersonPicker } from '../../people/fields/person-picker.tsx'
import { useMessageWords } from '../words.ts'

const route = getRouteApi('/shell/messages')

/** Filters of the log, kept in its address. */
export function MessageFilters() {
  const words = useMessageWords()
  const say = useSay()
  const { search, change, clear } = useAddress(route.useSearch(), route.useNavigate())
  const namesOf = useNamesOf()
  const templates = Object.entries(shipped).map(([value, { name }]) => ({
    value: value as keyof typeof shipped, // the record's own keys
    label: say(name),
  }))
  return (
    <FilterBar onClear={clear}>
      <div style={{ width: 220, maxWidth: '100%' }}>
        <PersonPicker
          label={words.person}
          value={search.personId ?? null}
          onChange={(id) => change({ personId: id ?? undefined })}
        />
      </div>
      <PlainSelect
        label={words.template}
        any={words.anyTemplate}
        options={templates}
        value={search.template}
        onChange={(template) => change({ template })}
      />
      <PlainSelect
        label={words.kind}
        any={words.anyKind}
        options={namesOf(kinds)}
        value={search.kind}
        onChange={(kind) => change({ kind })}
      />
      <PlainSelect
        label={words.status}
        any={words.anyStatus}
        options={namesOf(statusWords)}
        value={search.status}
        onChange={(status) => change({ status })}
      />
      <DayInput label={words.from} value={search.from} onChange={(from) => change({ from })} />
      <DayInput label={words.to} value={search.to} onChange={(to) => change({ to })} />
    </FilterBar>
  )
}
