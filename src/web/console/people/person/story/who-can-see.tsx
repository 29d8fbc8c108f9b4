import { useQuery } from '@tanstack/react-query'
import { Answer } from '../../../../ui/feedback/answer.tsx'
import { useSay } from '../../../../ui/language/language.ts'
import { Section } from '../../../../ui/page/section.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { type PersonRecord, whoCanSeeQuery } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'

/** Every account that reaches this person today, and why. */
export function WhoCanSee({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const say = useSay()
  const seen = useQuery(whoCanSeeQuery(person.id))
  return (
    <Section title={words.tabs.seen} note={words.seenNote} flush>
      <Answer query={seen}>
        {({ items }) => (
          <DataTable
            label={words.tabs.seen}
            rows={items}
            rowKey={(one) => `${one.accountId} ${one.because.en}`}
            columns={[
              { key: 'name', title: words.account, render: ({ name }) => name },
              { key: 'because', title: words.because, render: ({ because }) => say(because) },
            ]}
          />
        )}
      </Answer>
    </Section>
  )
}
