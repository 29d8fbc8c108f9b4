import type { api } from '../../../api.ts'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { useFieldName } from '../use-field-name.ts'
import { useAuditWords } from '../words.ts'

type Found = Awaited<ReturnType<typeof api.audit.readIncident>>

/** The people who were reached, and the acts whose people were not kept one by one. */
export function Reached({ found }: { found: Found }) {
  const words = useAuditWords()
  const people = usePeopleColumns()
  const bulk = useBulkColumns()
  return (
    <>
      <Section title={words.people} note={words.touched(found.people.length, found.acts)} flush>
        <DataTable
          label={words.people}
          columns={people}
          rows={found.people}
          rowKey={(person) => person.id}
          empty={<EmptyState title={words.nobody} hint={words.nobodyHint} />}
        />
      </Section>
      {found.bulk.length ? (
        <Section title={words.bulk} flush>
          <DataTable label={words.bulk} columns={bulk} rows={found.bulk} rowKey={(act) => act.seq} />
        </Section>
      ) : null}
    </>
  )
}

function usePeopleColumns(): Column<Found['people'][number]>[] {
  const words = useAuditWords()
  const say = useSay()
  const times = useTimes()
  const nameOf = useFieldName()
  const { enumerate } = usePunctuation()
  return [
    { key: 'id', title: words.person, width: 300, render: (person) => <code>{person.id}</code> },
    { key: 'times', title: words.times, align: 'right', render: (person) => person.times },
    { key: 'first', title: words.first, render: (person) => times.minute(person.firstAt) },
    { key: 'last', title: words.last, render: (person) => times.minute(person.lastAt) },
    {
      key: 'ways',
      title: words.ways,
      width: 160,
      render: (person) => enumerate(person.actions.map(({ what }) => say(what))),
    },
    {
      key: 'fields',
      title: words.fields,
      width: 200,
      render: (person) => enumerate(person.fields.map(nameOf)) || words.masked,
    },
  ]
}

function useBulkColumns(): Column<Found['bulk'][number]>[] {
  const words = useAuditWords()
  const say = useSay()
  const times = useTimes()
  return [
    { key: 'what', title: words.action, render: (act) => say(act.what) },
    { key: 'at', title: words.at, render: (act) => times.minute(act.at) },
    { key: 'count', title: words.count, align: 'right', render: (act) => act.count },
    { key: 'seq', title: words.seq, align: 'right', render: (act) => act.seq },
  ]
}
