import { Link } from '@tanstack/react-router'
import { Mark } from '../../../ui/control/mark.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { Meter } from '../list/meter.tsx'
import type { PersonLine } from '../queries.ts'
import { usePeopleWords } from '../words.ts'

/** What a list shows besides the fields of the record. The name is always there. */
export function ownColumns(words: ReturnType<typeof usePeopleWords>): Column<PersonLine>[] {
  return [
    {
      key: 'name',
      title: words.name,
      sort: 'name',
      fixed: true,
      width: 112,
      render: (person) => <PersonName person={person} />,
    },
    {
      key: 'age',
      title: words.age,
      sort: 'birthOn',
      sortsBackwards: true,
      align: 'right',
      render: (person) => person.age,
    },
    { key: 'unit', title: words.unit, width: 130, render: (person) => person.unit },
    { key: 'street', title: words.street, width: 88, render: (person) => person.street },
    { key: 'community', title: words.community, width: 88, render: (person) => person.community },
    { key: 'phone', title: words.phone, width: 128, render: (person) => person.phone },
    { key: 'idStatus', title: words.idStatus, render: (person) => words.idStatusOf(person.idStatus) },
    {
      key: 'tags',
      title: words.tags,
      width: 96,
      render: (person) =>
        person.tags.length ? (
          <>
            {person.tags.map((tag) => (
              <Mark key={tag} tone="good">
                {tag}
              </Mark>
            ))}
          </>
        ) : null,
    },
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
      </Link>{' '}
      {person.status === 'living' ? null : <Mark>{words.statusOf(person.status)}</Mark>}
    </>
  )
}
