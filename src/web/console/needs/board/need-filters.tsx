import { getRouteApi } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { channels, needKinds, needStates, urgencies } from '#modules/volunteering/codes/index.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { useNamesOf } from '../../../ui/language/names-of.ts'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { PlacePicker } from '../../places/place-picker.tsx'
import type { NeedSearch } from '../routes.ts'
import { useNeedsWords } from '../words.ts'

const route = getRouteApi('/shell/needs')

/** Filters of board and list, kept in the address. */
export function NeedFilters() {
  const words = useNeedsWords()
  const { search, change, clear } = useAddress(route.useSearch(), route.useNavigate(), ['view'])
  return (
    <FilterBar onClear={clear}>
      <SearchInput
        label={words.search}
        width={160}
        value={search.q ?? ''}
        onSearch={(q) => change({ q: q || undefined })}
      />
      <div style={{ width: 170 }}>
        <PlacePicker
          label={words.place}
          placeholder={words.anyPlace}
          value={search.under ?? null}
          onChange={(under) => change({ under: under ?? undefined })}
        />
      </div>
      <CodeFilters search={search} onChange={change} />
      <Checkbox
        checked={search.overdue ?? false}
        onChange={({ target }) => change({ overdue: target.checked || undefined })}
      >
        {words.overdueOnly}
      </Checkbox>
    </FilterBar>
  )
}

type CodeFiltersProps = { search: NeedSearch; onChange: (part: NeedSearch) => void }

function CodeFilters({ search, onChange }: CodeFiltersProps) {
  const words = useNeedsWords()
  const namesOf = useNamesOf()
  return (
    <>
      <PlainSelect
        label={words.kind}
        any={words.anyKind}
        options={namesOf(needKinds)}
        value={search.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <PlainSelect
        label={words.urgency}
        any={words.anyUrgency}
        options={namesOf(urgencies)}
        value={search.urgency}
        onChange={(urgency) => onChange({ urgency })}
      />
      <PlainSelect
        label={words.channel}
        any={words.anyChannel}
        options={namesOf(channels)}
        value={search.channel}
        onChange={(channel) => onChange({ channel })}
      />
      {search.view === 'list' ? (
        <PlainSelect
          label={words.status}
          any={words.anyStatus}
          options={namesOf(needStates)}
          value={search.status}
          onChange={(status) => onChange({ status })}
        />
      ) : null}
    </>
  )
}
