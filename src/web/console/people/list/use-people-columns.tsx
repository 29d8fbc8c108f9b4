import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { catalogue, fieldOf } from '#modules/people/fields/catalogue.ts'
import type { Field } from '#modules/people/fields/field.ts'
import { showValue } from '#modules/people/fields/show.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useLanguage } from '../../../ui/language/language.ts'
import type { Column } from '../../../ui/table/column.ts'
import type { ColumnChoice } from '../../../ui/table/use-columns.ts'
import type { PersonLine } from '../queries.ts'
import { usePeopleWords } from '../words.ts'
import { Meter } from './meter.tsx'
import { useListAddress } from './use-list-address.ts'

const KEPT = 'sangyu.columns.people'
const DEFAULT = ['gender', 'age', 'kind', 'post', 'unit', 'community', 'phone', 'completeness']
const sortOf: Record<string, string> = { birthOn: 'birthOn', retiredOn: 'retiredOn', rank: 'rank' }
const RIGHT = new Set(['cents', 'count', 'number'])

type PeopleColumns = ColumnChoice<PersonLine> & { all: Column<PersonLine>[]; fieldKeys: string[] }

/** Every column a list of people can have, and those chosen: by the address, or by what this browser used last. */
export function usePeopleColumns(): PeopleColumns {
  const { search, change } = useListAddress()
  const [kept, setKept] = useState(() => localStorage.getItem(KEPT))
  const all = useAllColumns()
  const keys = (search.columns ?? kept)?.split(',') ?? DEFAULT
  const set = (next: string[] | null) => {
    const text = next?.join(',')
    if (text === undefined) localStorage.removeItem(KEPT)
    else localStorage.setItem(KEPT, text)
    setKept(text ?? null)
    change({ columns: undefined, offset: search.offset })
  }
  const byKey = new Map(all.map((column) => [column.key, column]))
  const chosen = keys.flatMap((key) => byKey.get(key) ?? [])
  return {
    all,
    keys,
    shown: [...all.filter((column) => column.fixed), ...chosen.filter((column) => !column.fixed)],
    fieldKeys: keys.filter((key) => fieldOf(key)),
    choose: set,
    reset: () => set(null),
  }
}

function useAllColumns(): Column<PersonLine>[] {
  const words = usePeopleWords()
  const lang = useLanguage()
  return useMemo(() => {
    const fieldColumn = (field: Field): Column<PersonLine> => ({
      key: field.key,
      title: field[lang],
      render: (person) => showValue(field, person.fields[field.key], lang),
      ...(sortOf[field.key] ? { sort: field.key } : {}),
      ...(RIGHT.has(field.kind) ? { align: 'right' } : {}),
    })
    return [...ownColumns(words), ...catalogue.filter((field) => field.key !== 'name').map(fieldColumn)]
  }, [words, lang])
}

function ownColumns(words: ReturnType<typeof usePeopleWords>): Column<PersonLine>[] {
  return [
    {
      key: 'name',
      title: words.name,
      sort: 'name',
      fixed: true,
      width: 96,
      render: (one) => <PersonName person={one} />,
    },
    { key: 'age', title: words.age, sort: 'birthOn', align: 'right', render: (person) => person.age },
    { key: 'unit', title: words.unit, width: 140, render: (person) => person.unit },
    { key: 'street', title: words.street, render: (person) => person.street },
    { key: 'community', title: words.community, render: (person) => person.community },
    { key: 'phone', title: words.phone, render: (person) => person.phone },
    { key: 'idTail', title: words.idTail, render: (person) => person.idTail },
    { key: 'tags', title: words.tags, render: (person) => person.tags.join('、') },
    {
      key: 'completeness',
      title: words.completeness,
      sort: 'completeness',
      render: (person) => <Meter percent={person.completeness} />,
    },
  ]
}

function PersonName({ person }: { person: PersonLine }) {
  const words = usePeopleWords()
  return (
    <>
      <Link to="/people/$id" params={{ id: person.id }}>
        {person.name}
      </Link>
      {person.status === 'living' ? null : (
        <>
          {' '}
          <Mark>{words.statusOf(person.status)}</Mark>
        </>
      )}
    </>
  )
}
