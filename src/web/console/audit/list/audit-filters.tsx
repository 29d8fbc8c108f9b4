import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { results } from '#modules/accounts/audit-trail/contract.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { useMay } from '../../shell/session/me.ts'
import { type AuditSearch, countsQuery } from '../queries.ts'
import { useAuditWords } from '../words.ts'
import css from './audit-filters.module.css'

const route = getRouteApi('/shell/audit')

export function AuditFilters() {
  const words = useAuditWords()
  const { search, change, clear } = useAddress(route.useSearch(), route.useNavigate())
  return (
    <FilterBar onClear={clear}>
      <span className={css.days}>
        <DayInput label={words.from} value={search.from} onChange={(from) => change({ from })} />
        <span aria-hidden="true">–</span>
        <DayInput label={words.until} value={search.until} onChange={(until) => change({ until })} />
      </span>
      <Choices by="account" search={search} onChange={change} />
      <Choices by="action" search={search} onChange={change} />
      <PlainSelect
        label={words.result}
        any={words.anyResult}
        options={results.map((value) => ({ value, label: words.results[value] }))}
        value={search.result}
        onChange={(result) => change({ result })}
      />
      <SearchInput
        label={words.subject}
        value={search.subject ?? ''}
        onSearch={(subject) => change({ subject: subject || undefined })}
        width={200}
      />
      <SearchInput
        label={words.address}
        value={search.address ?? ''}
        onSearch={(address) => change({ address: address || undefined })}
        width={160}
      />
    </FilterBar>
  )
}

type ChoicesProps = { by: 'account' | 'action'; search: AuditSearch; onChange: (part: AuditSearch) => void }

/** What occurs in the chosen time, most frequent first, with its count. */
function Choices({ by, search, onChange }: ChoicesProps) {
  const words = useAuditWords()
  const say = useSay()
  const may = useMay()
  const counts = useQuery(countsQuery(by, search))
  // Somebody who sees only their own acts has nobody to choose.
  if (by === 'account' && !may('audit.read')) return null
  const options = (counts.data?.items ?? [])
    .filter(({ key }) => key !== '')
    .map(({ key, name, count }) => ({ value: key, label: `${say(name)} (${count})` }))
  return (
    <span className={css.narrow}>
      <PlainSelect
        label={by === 'account' ? words.account : words.action}
        any={by === 'account' ? words.anyAccount : words.anyAction}
        options={options}
        value={search[by]}
        onChange={(value) => onChange({ [by]: value })}
      />
    </span>
  )
}
