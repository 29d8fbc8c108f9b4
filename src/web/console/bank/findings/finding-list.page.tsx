import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { FINDING_KINDS } from '#modules/volunteering/bank/anomalies/finding/limits.ts'
import { findingKinds, findingStates } from '#modules/volunteering/bank/anomalies/words.ts'
import { api } from '../../../api.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { useMay } from '../../shell/session/me.ts'
import { BankPage } from '../parts/bank-page.tsx'
import { BANK, PAGE } from '../queries.ts'
import { LimitCards } from './limit-cards.tsx'
import { type FindingLine, findingsQuery } from './queries.ts'
import { findingTones } from './tones.ts'
import { useFindingWords } from './words.ts'

const route = getRouteApi('/shell/bank/findings')
const STATES = Object.keys(findingStates) as (keyof typeof findingStates)[] // the keys of a closed record

export function FindingListPage() {
  const words = useFindingWords()
  const may = useMay()
  const look = useAct(() => api.findings.lookForAnomalies({}), {
    said: ({ raised, grown }) => words.looked(raised, grown),
    refresh: [BANK],
  })
  const now = (
    <Button type="primary" loading={look.isPending} onClick={() => look.mutate()}>
      {words.look}
    </Button>
  )
  return (
    <BankPage part="findings" actions={may('bank.manage') ? now : undefined}>
      <ErrorNotice error={look.error} />
      <Findings />
      <LimitCards />
    </BankPage>
  )
}

function Findings() {
  const words = useFindingWords()
  const say = useSay()
  const { search, change, clear, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const columns = useColumns()
  const findings = useQuery({ ...findingsQuery(search), placeholderData: keepPreviousData })
  return (
    <Section title={words.findings} note={words.lead} flush>
      <FilterBar onClear={clear}>
        <PlainSelect
          label={words.status}
          any={words.anyStatus}
          value={search.status}
          onChange={(status) => change({ status })}
          options={STATES.map((value) => ({ value, label: say(findingStates[value]) }))}
        />
        <PlainSelect
          label={words.kind}
          any={words.anyKind}
          value={search.kind}
          onChange={(kind) => change({ kind })}
          options={FINDING_KINDS.map((value) => ({ value, label: say(findingKinds[value]) }))}
        />
      </FilterBar>
      <PagedTable
        query={findings}
        label={words.findings}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<EmptyState title={words.none} hint={words.noneHint} />}
        page={pageOf(PAGE)}
        lines={6}
      />
    </Section>
  )
}

function useColumns(): Column<FindingLine>[] {
  const words = useFindingWords()
  const say = useSay()
  const times = useTimes()
  return [
    {
      key: 'kind',
      title: words.kind,
      width: 200,
      render: ({ id, kind }) => (
        <Link to="/bank/findings/$id" params={{ id }}>
          {say(findingKinds[kind])}
        </Link>
      ),
    },
    {
      key: 'about',
      title: words.about,
      width: 120,
      render: ({ name, partner, account }) => name ?? partner ?? account,
    },
    {
      key: 'rests',
      title: words.restsOn,
      width: 180,
      render: ({ records, people, points, minutes }) => words.sum({ records, people, points, minutes }),
    },
    {
      key: 'when',
      title: words.when,
      width: 150,
      render: ({ from, to }) => [...new Set([times.day(from), times.day(to)])].join(' – '),
    },
    {
      key: 'status',
      title: words.status,
      render: ({ status, measures }) => (
        <>
          <Mark tone={findingTones[status]}>{say(findingStates[status])}</Mark>{' '}
          {status === 'wrong' ? words.measured(measures) : null}
        </>
      ),
    },
    { key: 'foundAt', title: words.foundAt, width: 140, render: ({ foundAt }) => times.minute(foundAt) },
  ]
}
