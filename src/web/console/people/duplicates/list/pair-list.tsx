import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ButtonLink } from '../../../../ui/control/button-link.tsx'
import { PlainSelect } from '../../../../ui/control/plain-select.tsx'
import { useTimes } from '../../../../ui/language/times.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { EmptyState } from '../../../../ui/page/empty-state.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import { PagedTable } from '../../../../ui/table/paged-table.tsx'
import { useAddress } from '../../../../ui/table/use-address.ts'
import { PAIRS_PAGE, type Pair, pairsQuery } from '../queries.ts'
import { Reasons } from '../reasons.tsx'
import { Score } from '../score.tsx'
import { useDuplicatesWords } from '../words.ts'
import { BriefCell } from './brief-cell.tsx'
import css from './list.module.css'

const route = getRouteApi('/shell/duplicates')
const SCORES = ['50', '70', '90'] as const

/** Pairs, most alike first. */
export function PairList({ status }: { status: 'open' | 'different' }) {
  const words = useDuplicatesWords()
  const { search, change, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const { minScore = 0, offset = 0 } = search
  const pairs = useQuery({ ...pairsQuery(status, minScore, offset), placeholderData: keepPreviousData })
  const columns = usePairColumns(status)
  const none = status === 'open' ? words.noneOpen : words.noneDifferent
  return (
    <>
      <div className={css.filters}>
        <PlainSelect
          label={words.score}
          any={words.anyScore}
          options={SCORES.map((value) => ({ value, label: words.fromScore(Number(value)) }))}
          value={SCORES.find((value) => Number(value) === minScore)}
          onChange={(value) => change({ minScore: value ? Number(value) : undefined })}
        />
      </div>
      <PagedTable
        label={words.tabs[status]}
        query={pairs}
        columns={columns}
        rowKey={({ first, second }) => `${first.id} ${second.id}`}
        {...(minScore ? {} : { empty: <EmptyState title={none} hint={words.noneHint} /> })}
        page={pageOf(PAIRS_PAGE)}
        lines={8}
      />
    </>
  )
}

function usePairColumns(status: 'open' | 'different'): Column<Pair>[] {
  const words = useDuplicatesWords()
  const kit = useKitWords()
  const { day } = useTimes()
  return [
    { key: 'first', title: words.first, width: 200, render: ({ first }) => <BriefCell brief={first} /> },
    { key: 'second', title: words.second, width: 200, render: ({ second }) => <BriefCell brief={second} /> },
    { key: 'score', title: words.score, render: ({ score }) => <Score score={score} /> },
    { key: 'reasons', title: words.reasons, width: 200, render: ({ reasons }) => <Reasons reasons={reasons} /> },
    ...(status === 'different'
      ? [
          {
            key: 'judged',
            title: words.judged,
            render: ({ judgedBy, judgedAt }: Pair) =>
              [judgedBy, judgedAt ? day(judgedAt) : null].filter(Boolean).join(' · '),
          },
        ]
      : []),
    {
      key: 'acts',
      title: kit.acts,
      render: ({ first, second }) => (
        <ButtonLink to="/duplicates/$first/$second" params={{ first: first.id, second: second.id }}>
          {words.compare}
          <span className="visually-hidden"> {words.compareOf(first.name, second.name)}</span>
        </ButtonLink>
      ),
    },
  ]
}
