import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Input } from 'antd'
import { useState } from 'react'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { dayOf } from '../../gatherings/calendar/days.ts'
import { PlacePicker } from '../../places/place-picker.tsx'
import { type LedgerGroup, ledgerQuery, type ServiceLedger } from '../queries.ts'
import { useServiceLedgerWords } from '../words.ts'
import { LedgerActs } from './ledger-acts.tsx'
import { LedgerClosing } from './ledger-closing.tsx'
import { recordsHref } from './records-href.ts'

const route = getRouteApi('/shell/ledgers/service')

/** A month of service; every number opens the records it counts. */
export function ServiceLedgerPage() {
  const words = useServiceLedgerWords()
  const search = route.useSearch()
  const [thisMonth] = useState(() => dayOf(Date.now()).slice(0, 7))
  const month = search.month ?? thisMonth
  const book = useQuery({ ...ledgerQuery({ month, place: search.place }), placeholderData: keepPreviousData })
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={book.data ? <LedgerActs month={month} place={search.place} ledger={book.data} /> : null}
    >
      <Section title={words.groups} quiet>
        <Filters month={month} />
        <Answer query={book} lines={6}>
          {(ledger) => (
            <>
              <LedgerClosing ledger={ledger} place={search.place} />
              <Groups ledger={ledger} place={search.place} />
            </>
          )}
        </Answer>
      </Section>
    </Page>
  )
}

function Filters({ month }: { month: string }) {
  const words = useServiceLedgerWords()
  const { search, change, clear } = useAddress(route.useSearch(), route.useNavigate())
  return (
    <FilterBar onClear={clear}>
      <Input
        type="month"
        aria-label={words.month}
        value={month}
        onChange={(event) => change({ month: event.target.value || undefined })}
        style={{ maxWidth: 200 }}
      />
      <div style={{ minWidth: 220 }}>
        <PlacePicker
          label={words.place}
          value={search.place ?? null}
          placeholder={words.wholeCounty}
          onChange={(place) => change({ place: place ?? undefined })}
        />
      </div>
    </FilterBar>
  )
}

function Groups({ ledger, place }: { ledger: ServiceLedger; place: string | undefined }) {
  const words = useServiceLedgerWords()
  const columns = useColumns(ledger)
  const total = { ...ledger.totals, placeCode: place ?? '', name: words.total }
  if (!ledger.groups.length) return <EmptyState title={words.none} hint={words.noneHint} />
  return (
    <DataTable
      label={words.groups}
      columns={columns}
      rows={[...ledger.groups, total]}
      rowKey={(group) => (group === total ? 'total' : group.placeCode)}
    />
  )
}

function useColumns(ledger: ServiceLedger): Column<LedgerGroup>[] {
  const words = useServiceLedgerWords()
  const href = ({ placeCode }: LedgerGroup, standing: 'valid' | 'late' | 'reversed') =>
    recordsHref(ledger, placeCode || undefined, { standing })
  const count = (key: 'services' | 'people' | 'late' | 'reversed', standing: 'valid' | 'late' | 'reversed') => ({
    key,
    title: words[key],
    align: 'right' as const,
    render: (group: LedgerGroup) => (group[key] ? <HrefLink href={href(group, standing)}>{group[key]}</HrefLink> : 0),
  })
  return [
    { key: 'name', title: words.community, render: (group) => group.name },
    count('services', 'valid'),
    count('people', 'valid'),
    {
      key: 'hours',
      title: words.hours,
      align: 'right',
      render: (group) =>
        group.minutes ? <HrefLink href={href(group, 'valid')}>{(group.minutes / 60).toFixed(1)}</HrefLink> : 0,
    },
    count('late', 'late'),
    count('reversed', 'reversed'),
  ]
}
