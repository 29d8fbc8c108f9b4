import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { useNarrow } from '../../shell/use-narrow.ts'
import css from './notices.module.css'
import type { Figures } from './queries.ts'
import { useNoticeWords } from './words.ts'

type Amounts = { people?: number; minutes: number; earned: number; redeemed: number; donated: number; granted: number }
type Group = Figures['communities'][number]

const POINTS = ['earned', 'redeemed', 'donated', 'granted'] as const

/** A name, what else is known, and the sums; on a phone a row takes two lines, not eight: hundreds stand in a notice. */
export function useSumColumns<T extends Amounts>(lead: Column<T>, others: Column<T>[]): Column<T>[] {
  const words = useNoticeWords()
  const narrow = useNarrow()
  const inOneLine = (one: T) => [
    ...(one.people ? [`${words.people} ${one.people}`] : []),
    words.hours(one.minutes),
    ...POINTS.filter((key) => one[key]).map((key) => `${words[key]} ${one[key]}`),
  ]
  if (narrow)
    return [
      {
        ...lead,
        render: (one) => (
          <>
            {lead.render(one)}
            <div className={css.small}>{inOneLine(one).join(' · ')}</div>
          </>
        ),
      },
    ]
  const points = (key: (typeof POINTS)[number]): Column<T> => ({
    key,
    title: words[key],
    align: 'right',
    render: (one) => one[key],
  })
  return [
    lead,
    ...others,
    { key: 'minutes', title: words.minutes, align: 'right', render: (one) => words.hours(one.minutes) },
    ...POINTS.map(points),
  ]
}

/** What a notice says in sums: in all, by community, by team. */
export function FiguresOf({ figures }: { figures: Figures }) {
  const words = useNoticeWords()
  const { sums, pool, communities, teams, few } = figures
  const count: Column<Group> = {
    key: 'people',
    title: words.people,
    align: 'right',
    render: (one) => (one.few ? words.andFew(one.people) : one.people),
  }
  const byCommunity = useSumColumns<Group>(
    { key: 'name', title: words.community, render: ({ name }) => name ?? words.noCommunity },
    [count],
  )
  const byTeam = useSumColumns<Group>({ key: 'name', title: words.team, render: ({ name }) => name }, [count])
  return (
    <>
      <Section title={words.sums} note={pool || sums.donated ? words.pool : undefined}>
        <Facts
          items={[
            { label: words.people, value: few ? words.andFew(sums.people) : words.peopleOf(sums.people) },
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
      <Section title={words.communities} note={few ? words.fewNote : undefined} flush>
        <DataTable
          label={words.communities}
          rows={communities}
          rowKey={({ name }) => name ?? ''}
          columns={byCommunity}
        />
      </Section>
      {teams.length ? (
        <Section title={words.teams} note={words.teamsNote} flush>
          <DataTable
            label={words.teams}
            rows={teams}
            rowKey={({ name }) => name ?? ''}
            // Redeemed and donated is by people: name, count, hours and earned are what a team has.
            columns={byTeam.slice(0, 4)}
          />
        </Section>
      ) : null}
    </>
  )
}
