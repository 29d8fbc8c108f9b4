import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTimes } from '../../../../ui/language/times.ts'
import { EmptyState } from '../../../../ui/page/empty-state.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import { PagedTable } from '../../../../ui/table/paged-table.tsx'
import { type Correction, type Erasure, REQUESTS_PAGE } from '../queries.ts'
import { usePrivacyWords } from '../words.ts'

type Request = Correction | Erasure
export type ListProps = { offset: number; onTurn: (next: number) => void; personId?: string }
type RequestListProps<T> = ListProps & {
  title: string
  query: UseQueryResult<{ items: T[]; total: number }>
  columns: readonly Column<T>[]
  /** Said where nobody has asked; of one person it is enough that there is none. */
  none: { title: string; hint: string }
  actions?: ReactNode
}

/** A page of requests, of everybody or of one person, the latest first. */
export function RequestList<T extends Request>({ title, query, columns, none, actions, ...at }: RequestListProps<T>) {
  const words = usePrivacyWords()
  return (
    <Section title={title} actions={actions} flush>
      <PagedTable
        label={title}
        query={query}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<EmptyState {...(at.personId ? { title: words.noRequests } : none)} />}
        page={{ offset: at.offset, limit: REQUESTS_PAGE, onTurn: at.onTurn }}
      />
    </Section>
  )
}

/** For whom it was asked, by whom it was brought, and when. */
export function useAskedColumn<T extends Request>(): Column<T> {
  const words = usePrivacyWords()
  const { day } = useTimes()
  return {
    key: 'asked',
    title: words.asked,
    width: 190,
    render: ({ askedBy, requestedBy, requestedAt }) =>
      [words.askedBy[askedBy], words.by(requestedBy), day(requestedAt)].join(' · '),
  }
}

export const PersonLink = ({ id, name }: { id: string; name: string }) => (
  <Link to="/people/$id" params={{ id }} search={{}}>
    {name}
  </Link>
)
