import { useQuery } from '@tanstack/react-query'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { liabilityQuery } from '../queries.ts'
import { useBankWords } from '../words.ts'

/** What the bank has promised, whoever's it is. */
export function Liability() {
  const words = useBankWords()
  const liability = useQuery(liabilityQuery)
  return (
    <Section title={words.liability} note={words.poolHint}>
      <Answer query={liability}>
        {({ minutes, points, held, payable, pool, ages, issued }) => (
          <>
            <Facts
              items={[
                { label: words.minutes, value: words.hours(minutes) },
                { label: words.points, value: points },
                { label: words.held, value: held },
                { label: words.payable, value: payable },
                { label: words.pool, value: pool },
                ...issued.items.map((one) => ({
                  label: `${words.issued} ${words.issuedOf(one.year)}`,
                  value: `${one.points} / ${one.pointsBudget ?? words.noLimit}`,
                })),
              ]}
            />
            {ages.length ? (
              <DataTable
                label={words.ages}
                rows={ages}
                rowKey={({ from }) => String(from)}
                columns={[
                  { key: 'age', title: words.ages, render: ({ from }) => words.age(from) },
                  { key: 'people', title: words.people, align: 'right', render: ({ people }) => people },
                  { key: 'minutes', title: words.minutes, align: 'right', render: (one) => words.hours(one.minutes) },
                  { key: 'points', title: words.points, align: 'right', render: (one) => one.points },
                ]}
              />
            ) : null}
          </>
        )}
      </Answer>
    </Section>
  )
}
