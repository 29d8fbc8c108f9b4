import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Mark } from '../../ui/control/mark.tsx'
import { SearchInput } from '../../ui/form/search-input.tsx'
import { useTimes } from '../../ui/language/times.ts'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { Column } from '../../ui/table/column.ts'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { BankPage } from './parts/bank-page.tsx'
import { Liability } from './parts/liability.tsx'
import { PAGE, walletsQuery } from './queries.ts'
import { useBankWords } from './words.ts'

const route = getRouteApi('/shell/bank')
type Line = Awaited<ReturnType<NonNullable<ReturnType<typeof walletsQuery>['queryFn']>>>['items'][number]

export function WalletListPage() {
  const words = useBankWords()
  const { search, change, clear, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const columns = useColumns()
  const wallets = useQuery({ ...walletsQuery(search), placeholderData: keepPreviousData })
  const sums = wallets.data?.sums
  const note = sums ? words.sums(words.hours(sums.minutes), sums.points, sums.held) : undefined
  return (
    <BankPage part="wallets">
      <Section title={words.wallets} note={note} flush>
        <FilterBar onClear={clear}>
          <SearchInput label={words.search} value={search.q ?? ''} onSearch={(q) => change({ q: q || undefined })} />
        </FilterBar>
        <PagedTable
          query={wallets}
          label={words.wallets}
          columns={columns}
          rowKey={({ personId }) => personId}
          empty={search.q ? undefined : <EmptyState title={words.noWallets} hint={words.noWalletsHint} />}
          page={pageOf(PAGE)}
          lines={8}
        />
      </Section>
      <Liability />
    </BankPage>
  )
}

function useColumns(): Column<Line>[] {
  const words = useBankWords()
  const times = useTimes()
  return [
    {
      key: 'name',
      title: words.name,
      render: ({ personId, name }) => (
        <Link to="/bank/accounts/$personId" params={{ personId }}>
          {name}
        </Link>
      ),
    },
    { key: 'community', title: words.community, render: ({ community }) => community },
    { key: 'minutes', title: words.minutes, align: 'right', render: ({ minutes }) => words.hours(minutes) },
    { key: 'points', title: words.points, align: 'right', render: ({ points }) => points },
    { key: 'held', title: words.held, align: 'right', render: ({ held }) => held },
    { key: 'movedAt', title: words.movedAt, render: ({ movedAt }) => (movedAt ? times.minute(movedAt) : null) },
    {
      key: 'state',
      title: words.state,
      render: ({ isFrozen }) => (isFrozen ? <Mark tone="doubtful">{words.frozen}</Mark> : null),
    },
  ]
}
