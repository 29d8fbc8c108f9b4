import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input } from 'antd'
import { useTimes } from '../../../ui/language/times.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { PAGE } from '../queries.ts'
import type { Address } from './grants.tsx'
import { type Movement, movementsQuery } from './queries.ts'
import { usePoolWords } from './words.ts'

/** Everything that came in or went out, as the books have it; a name opens the account it came from or went to. */
export function Movements({ address: { search, change, pageOf } }: { address: Address }) {
  const words = usePoolWords()
  const movements = useQuery(movementsQuery(search))
  const columns = useColumns()
  return (
    <Section title={words.movements} flush>
      <FilterBar {...(search.month ? { onClear: () => change({ month: undefined }) } : {})}>
        <Input
          type="month"
          aria-label={words.month}
          value={search.month ?? ''}
          onChange={(event) => change({ month: event.target.value || undefined })}
          style={{ maxWidth: 200 }}
        />
      </FilterBar>
      <PagedTable
        query={movements}
        label={words.movements}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<EmptyState title={words.noMovements} hint={words.noMovementsHint} />}
        page={pageOf(PAGE)}
      />
    </Section>
  )
}

function useColumns(): Column<Movement>[] {
  const words = usePoolWords()
  const times = useTimes()
  const what = ({ code, undone }: Movement) => (code === 'reverse' ? undone && words.undone[undone] : words.codes[code])
  return [
    { key: 'at', title: words.at, width: 140, render: ({ at }) => times.minute(at) },
    { key: 'what', title: words.what, render: (one) => [what(one), one.reason].filter(Boolean).join(' · ') },
    {
      key: 'whose',
      title: words.whose,
      render: ({ personId, name }) =>
        personId ? (
          <Link to="/bank/accounts/$personId" params={{ personId }}>
            {name}
          </Link>
        ) : (
          words.elsewhere
        ),
    },
    {
      key: 'amount',
      title: words.amount,
      align: 'right',
      render: ({ amount }) => `${amount > 0 ? '+' : '−'}${Math.abs(amount)}`,
    },
    { key: 'after', title: words.after, align: 'right', render: ({ after }) => after },
    { key: 'by', title: words.by, render: ({ by }) => by ?? words.office },
    { key: 'approved', title: words.approvedBy, render: ({ approvedBy }) => approvedBy },
  ]
}
