import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ButtonLink } from '../../../ui/control/button-link.tsx'
import { Mark } from '../../../ui/control/mark.tsx'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { useMay } from '../../shell/session/me.ts'
import { BankPage } from '../parts/bank-page.tsx'
import { PAGE } from '../queries.ts'
import { type NoticeLine, noticesQuery } from './queries.ts'
import { useNoticeWords } from './words.ts'

const route = getRouteApi('/shell/bank/notices')
const STATES = ['open', 'over', 'withdrawn'] as const

export function StateMark({ state }: { state: NoticeLine['state'] }) {
  const words = useNoticeWords()
  const tone = { open: 'good', over: 'plain', withdrawn: 'bad' } as const
  return <Mark tone={tone[state]}>{words.states[state]}</Mark>
}

export function NoticeListPage() {
  const words = useNoticeWords()
  const { search, change, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const may = useMay()('bank.manage')
  const columns = useColumns()
  const notices = useQuery({ ...noticesQuery(search), placeholderData: keepPreviousData })
  return (
    <BankPage
      part="notices"
      actions={
        may ? (
          <ButtonLink to="/bank/notices/draft" primary>
            {words.draft}
          </ButtonLink>
        ) : null
      }
    >
      <Section title={words.list} note={words.lead} flush>
        <FilterBar>
          <PlainSelect
            label={words.state}
            any={words.anyState}
            value={search.state}
            onChange={(state) => change({ state })}
            options={STATES.map((value) => ({ value, label: words.states[value] }))}
          />
        </FilterBar>
        <PagedTable
          query={notices}
          label={words.list}
          columns={columns}
          rowKey={({ id }) => id}
          empty={<EmptyState title={words.none} hint={words.noneHint} />}
          page={pageOf(PAGE)}
          lines={6}
        />
      </Section>
    </BankPage>
  )
}

function useColumns(): Column<NoticeLine>[] {
  const words = useNoticeWords()
  const times = useTimes()
  return [
    {
      key: 'month',
      title: words.month,
      render: ({ id, month, place }) => (
        <Link to="/bank/notices/$id" params={{ id }}>
          {times.month(month)} {place}
        </Link>
      ),
    },
    { key: 'state', title: words.state, render: ({ state }) => <StateMark state={state} /> },
    { key: 'people', title: words.people, align: 'right', render: ({ sums }) => sums.people },
    { key: 'earned', title: words.earned, align: 'right', render: ({ sums }) => sums.earned },
    { key: 'redeemed', title: words.redeemed, align: 'right', render: ({ sums }) => sums.redeemed },
    { key: 'donated', title: words.donated, align: 'right', render: ({ sums }) => sums.donated },
    { key: 'period', title: words.period, render: (one) => `${one.publishedOn} — ${one.untilOn}` },
    { key: 'waiting', title: words.waiting, align: 'right', render: ({ waiting }) => waiting || null },
  ]
}
