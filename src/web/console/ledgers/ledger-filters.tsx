import { getRouteApi } from '@tanstack/react-router'
import { groupings } from '#modules/reports/person-ledger/contract.ts'
import { PlainSelect } from '../../ui/control/plain-select.tsx'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { PlacePicker } from '../places/place-picker.tsx'
import { UnitPicker } from '../units/unit-picker.tsx'
import type { LedgerSearch } from './queries.ts'
import { useLedgerWords } from './words.ts'

const route = getRouteApi('/shell/ledgers/people')
const WIDTH = 220

/** Which book is open; all of it stands in the address. */
export function LedgerFilters() {
  const words = useLedgerWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: LedgerSearch) => {
    navigate({ search: (old) => ({ ...old, ...part, key: undefined, offset: undefined }), replace: true }).catch(
      () => undefined,
    )
  }
  const clear = () => {
    navigate({ search: {}, replace: true }).catch(() => undefined)
  }
  const isCut = Object.values(search).some((value) => value !== undefined)
  return (
    <FilterBar onClear={isCut ? clear : undefined}>
      <PlainSelect
        label={words.groupBy}
        options={groupings.map((value) => ({ value, label: words.groups[value] }))}
        value={search.groupBy ?? 'street'}
        onChange={(groupBy) => change({ groupBy })}
      />
      <PlainSelect
        label={words.kind}
        any={words.anyKind}
        options={(['lixiu', 'tuixiu'] as const).map((value) => ({ value, label: words.kinds[value] }))}
        value={search.kind === 'all' ? undefined : search.kind}
        onChange={(kind) => change({ kind })}
      />
      <div style={{ width: WIDTH }}>
        <PlacePicker
          label={words.place}
          placeholder={words.place}
          value={search.place ?? null}
          onChange={(place) => change({ place: place ?? undefined })}
        />
      </div>
      <div style={{ width: WIDTH }}>
        <UnitPicker
          label={words.unit}
          value={search.unit ?? null}
          onChange={(unit) => change({ unit: unit ?? undefined })}
        />
      </div>
    </FilterBar>
  )
}
