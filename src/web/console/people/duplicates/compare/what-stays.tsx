import { Section } from '../../../../ui/page/section.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { usePeopleWords, usePersonWords } from '../../words.ts'
import type { Comparison } from '../queries.ts'
import { useDuplicatesWords } from '../words.ts'

/** What hangs on the two records: a merge adds it up, nothing of it is lost. */
export function WhatStays({ both: { first, second } }: { both: Comparison }) {
  const words = useDuplicatesWords()
  const people = usePeopleWords()
  const person = usePersonWords()
  const list = (items: readonly string[]) => items.join(words.comma)
  const rows = [
    { key: people.phone, first: list(first.phones), second: list(second.phones) },
    { key: person.contacts, first: words.lines(first.contacts), second: words.lines(second.contacts) },
    { key: person.family, first: words.lines(first.family), second: words.lines(second.family) },
    { key: person.tabs.affiliations, first: list(first.affiliations), second: list(second.affiliations) },
    { key: people.tags, first: list(first.tags), second: list(second.tags) },
  ]
  return (
    <Section title={words.both} note={words.bothNote} flush>
      <DataTable
        label={words.both}
        rows={rows.filter((row) => row.first || row.second)}
        rowKey={({ key }) => key}
        columns={[
          { key: 'key', title: words.item, width: 120, render: ({ key }) => key },
          { key: 'first', title: words.sides.first, width: 240, render: (row) => row.first },
          { key: 'second', title: words.sides.second, width: 240, render: (row) => row.second },
        ]}
      />
    </Section>
  )
}
