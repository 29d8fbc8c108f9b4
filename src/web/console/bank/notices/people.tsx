import { Link } from '@tanstack/react-router'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { Section } from '../../../ui/page/section.tsx'
import { LongTable } from '../../../ui/table/paged-table.tsx'
import { useSumColumns } from './figures.tsx'
import type { Notice } from './queries.ts'
import { useNoticeWords } from './words.ts'

type Person = Notice['people'][number]

/** Everybody behind the sums; a name opens the account with its records. */
export function PeopleOf({ people }: { people: readonly Person[] }) {
  const words = useNoticeWords()
  const { enumerate } = usePunctuation()
  const columns = useSumColumns<Person>(
    {
      key: 'name',
      title: words.name,
      render: ({ personId, name }) => (
        <Link to="/bank/accounts/$personId" params={{ personId }}>
          {name}
        </Link>
      ),
    },
    [
      { key: 'community', title: words.community, render: ({ community }) => community },
      { key: 'teams', title: words.team, render: ({ teams }) => enumerate(teams) },
    ],
  )
  const hasLess = people.some(
    ({ minutes, earned, redeemed, granted }) => Math.min(minutes, earned, redeemed, granted) < 0,
  )
  return (
    <Section title={words.persons} note={hasLess ? words.back : undefined} flush>
      <LongTable
        label={words.persons}
        rows={people}
        rowKey={({ personId }) => personId}
        columns={[
          ...columns,
          { key: 'shown', title: words.shown, render: ({ isNamed }) => (isNamed ? words.named : words.unnamed) },
        ]}
      />
    </Section>
  )
}
