import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import type { Figures } from './queries.ts'
import { useNoticeWords } from './words.ts'

type Amounts = { minutes: number; earned: number; redeemed: number; donated: number; granted: number }
type Group = Figures['communities'][number]

/** The columns of sums, the same in every table of a notice. */
export function useAmountColumns<T extends Amounts>(): Column<T>[] {
  const words = useNoticeWords()
  const points = (key: 'earned' | 'redeemed' | 'donated' | 'granted') => ({
    key,
    title: words[key],
    align: 'right' as const,
    render: (one: T) => one[key],
  })
  return [
    { key: 'minutes', title: words.minutes, align: 'right', render: (one) => words.hours(one.minutes) },
    points('earned'),
    points('redeemed'),
    points('donated'),
    points('granted'),
  ]
}

/** What a notice says in sums: in all, by community, by team. */
export function FiguresOf({ figures }: { figures: Figures }) {
  const words = useNoticeWords()
  const { sums, pool, communities, teams } = figures
  const amounts = useAmountColumns<Group>()
  const count: Column<Group> = { key: 'people', title: words.people, align: 'right', render: ({ people }) => people }
  return (
    <>
      <Section title={words.sums} note={pool || sums.donated ? words.pool : undefined}>
        <Facts
          items={[
            { label: words.people, value: words.peopleOf(sums.people) },
            { label: words.minutes, value: words.hours(sums.minutes) },
            { label: words.earned, value: sums.earned },
            { label: words.redeemed, value: sums.redeemed },
            { label: words.donated, value: sums.donated },
            { label: words.granted, value: sums.granted },
            ...(pool
              ? [
                  { label: words.poolIn, value: pool.in },
                  { label: words.poolOut, value: pool.out },
                  { label: words.poolBalance, value: pool.balance },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={words.communities} flush>
        <DataTable
          label={words.communities}
          rows={communities}
          rowKey={({ name }) => name ?? ''}
          columns={[
            { key: 'name', title: words.community, render: ({ name }) => name ?? words.noCommunity },
            count,
            ...amounts,
          ]}
        />
      </Section>
      {teams.length ? (
        <Section title={words.teams} note={words.teamsNote} flush>
          <DataTable
            label={words.teams}
            rows={teams}
            rowKey={({ name }) => name ?? ''}
            columns={[{ key: 'name', title: words.team, render: ({ name }) => name }, count, ...amounts.slice(0, 2)]}
          />
        </Section>
      ) : null}
    </>
  )
}
