import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { PAGE } from '../queries.ts'
import { keptBackQuery } from './queries.ts'
import { useBudgetWords } from './words.ts'

/** Whose points a year's budget kept back, service by service. */
export function KeptBack({ year }: { year: number }) {
  const words = useBudgetWords()
  const [offset, setOffset] = useState(0)
  const kept = useQuery(keptBackQuery(year, offset))
  return (
    <PagedTable
      query={kept}
      label={words.keptBack}
      rowKey={({ recordId }) => recordId}
      columns={[
        {
          key: 'name',
          title: words.name,
          render: ({ personId, name }) => (
            <Link to="/bank/accounts/$personId" params={{ personId }}>
              {name}
            </Link>
          ),
        },
        { key: 'on', title: words.servedOn, render: ({ servedOn }) => servedOn },
        { key: 'points', title: words.kept, align: 'right', render: ({ points }) => points },
      ]}
      page={{ offset, limit: PAGE, onTurn: setOffset }}
      lines={3}
    />
  )
}
