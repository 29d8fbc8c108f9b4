import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldOf, sectionWords } from '#modules/people/fields/catalogue.ts'
import type { Bilingual } from '#platform/words.ts'
import { useSay } from '../../../../ui/language/language.ts'
import { useTimes } from '../../../../ui/language/times.ts'
import { EmptyState } from '../../../../ui/page/empty-state.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import { PagedTable } from '../../../../ui/table/paged-table.tsx'
import { CHANGES_PAGE, changesQuery, type PersonRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import css from './story.module.css'

type Change = Awaited<ReturnType<NonNullable<ReturnType<typeof changesQuery>['queryFn']>>>['items'][number]

/** Every change: when, who, which field, from what to what, and what caused it. */
export function Changes({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const [offset, setOffset] = useState(0)
  const changes = useQuery({ ...changesQuery(person.id, offset), placeholderData: keepPreviousData })
  const columns = useChangeColumns()
  return (
    <Section title={words.tabs.changes} note={words.changesNote} flush>
      <PagedTable
        label={words.tabs.changes}
        query={changes}
        columns={columns}
        rowKey={(change) => `${change.at} ${change.field} ${change.from} ${change.to}`}
        empty={<EmptyState title={words.noChanges} />}
        page={{ offset, limit: CHANGES_PAGE, onTurn: setOffset }}
      />
    </Section>
  )
}

const listWords: Record<string, Bilingual> = {
  phones: { zh: '电话（个）', en: 'Telephones (how many)' },
  contacts: { zh: '联系人（位）', en: 'Contacts (how many)' },
  family: { zh: '家庭成员（位）', en: 'Family (how many)' },
  unit: { zh: '单位', en: 'Unit' },
  home: { zh: '居住地', en: 'Home' },
  tags: { zh: '标签', en: 'Tags' },
}
const sections: Record<string, Bilingual> = sectionWords

function useChangeColumns(): Column<Change>[] {
  const words = usePersonWords()
  const say = useSay()
  const { minute } = useTimes()
  const nameOf = (key: string) => say(fieldOf(key) ?? listWords[key] ?? { zh: key, en: key })
  const sectionOf = (key: string) => {
    const name = sections[key]
    return name ? say(name) : null
  }
  return [
    { key: 'field', title: words.field, width: 120, render: ({ field }) => nameOf(field) },
    { key: 'what', title: words.fromTo, width: 240, render: (change) => <FromTo change={change} /> },
    { key: 'section', title: words.section, render: ({ section }) => sectionOf(section) },
    { key: 'by', title: words.by, render: ({ by }) => by },
    { key: 'at', title: words.at, width: 150, render: ({ at }) => minute(at) },
    { key: 'cause', title: words.cause, render: ({ cause }) => words.causeOf(cause) },
  ]
}

function FromTo({ change: { from, to } }: { change: Change }) {
  const words = usePersonWords()
  return (
    <span>
      {from ? <span className={css.was}>{from}</span> : words.blank}
      <span className={css.arrow}>→</span>
      {to || words.blank}
    </span>
  )
}
