import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { groundWords, keptWords } from '#modules/people/privacy/erasure/words.ts'
import { Mark, type Tone } from '../../../../ui/control/mark.tsx'
import { useSay } from '../../../../ui/language/language.ts'
import { useTimes } from '../../../../ui/language/times.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { EmptyState } from '../../../../ui/page/empty-state.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import { PagedTable } from '../../../../ui/table/paged-table.tsx'
import { type Erasure, erasuresQuery, REQUESTS_PAGE } from '../queries.ts'
import { usePrivacyWords } from '../words.ts'
import { ErasureActs } from './erasure-acts.tsx'

const TONES: Record<Erasure['status'], Tone> = {
  requested: 'doubtful',
  erased: 'good',
  restricted: 'brand',
  refused: 'bad',
  withdrawn: 'plain',
  lifted: 'plain',
}
type ListProps = { offset: number; onTurn: (next: number) => void; personId?: string }

/** Requests for erasure, the latest first, with what law says to each. */
export function ErasureList({ offset, onTurn, personId }: ListProps) {
  const words = usePrivacyWords()
  const found = useQuery({ ...erasuresQuery(offset, personId), placeholderData: keepPreviousData })
  const columns = useErasureColumns()
  return (
    <Section title={words.tabs.erasures} flush>
      <PagedTable
        label={words.tabs.erasures}
        query={found}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          personId ? (
            <EmptyState title={words.noRequests} />
          ) : (
            <EmptyState title={words.noErasures} hint={words.noErasuresHint} />
          )
        }
        page={{ offset, limit: REQUESTS_PAGE, onTurn }}
      />
    </Section>
  )
}

function useErasureColumns(): Column<Erasure>[] {
  const words = usePrivacyWords()
  const kit = useKitWords()
  const say = useSay()
  const { day } = useTimes()
  return [
    { key: 'name', title: words.person, width: 100, render: (row) => <PersonName erasure={row} /> },
    {
      key: 'ground',
      title: words.ground,
      width: 180,
      render: ({ ground, reason }) => [say(groundWords[ground]), reason].filter(Boolean).join(' · '),
    },
    {
      key: 'asked',
      title: words.asked,
      render: ({ askedBy, requestedBy, requestedAt }) =>
        [words.askedBy[askedBy], words.by(requestedBy), day(requestedAt)].join(' · '),
    },
    {
      key: 'kept',
      title: words.keptBy,
      width: 200,
      render: ({ kept, status }) =>
        kept.length
          ? kept.map((key) => say(keptWords[key])).join(' · ')
          : status === 'requested'
            ? words.keepsNothing
            : '',
    },
    {
      key: 'status',
      title: words.state,
      render: ({ status, decidedBy, decidedAt }) => (
        <>
          <Mark tone={TONES[status]}>{words.erasureStates[status]}</Mark>{' '}
          {decidedAt ? words.settledBy(decidedBy, day(decidedAt)) : ''}
        </>
      ),
    },
    { key: 'acts', title: kit.acts, render: (erasure) => <ErasureActs erasure={erasure} /> },
  ]
}

/** Leads to the record as long as there is one to see. */
function PersonName({ erasure: { personId, name, status } }: { erasure: Erasure }) {
  const words = usePrivacyWords()
  if (name === null) return <>{words.nobody}</>
  if (status === 'restricted') return <>{name}</>
  return (
    <Link to="/people/$id" params={{ id: personId }} search={{}}>
      {name}
    </Link>
  )
}
