import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Pager } from '../../../ui/table/pager.tsx'
import { useUnitsWords } from '../words.ts'
import css from './split.module.css'
import type { Assignment, Part, UnitPerson } from './split.ts'

type SplitPeopleProps = {
  people: UnitPerson[]
  parts: Part[]
  goes: Assignment
  onChange: (goes: Assignment) => void
}

/** Everybody of the unit, and the new unit each one goes to. */
export function SplitPeople({ people, parts, goes, onChange }: SplitPeopleProps) {
  const words = useUnitsWords()
  const options = parts.map((part, index) => ({
    value: part.key,
    label: part.name.trim() || words.splitPart(index + 1),
  }))
  const assign = (person: string, part: string | undefined) => {
    const { [person]: _old, ...others } = goes
    onChange(part === undefined ? others : { ...others, [person]: part })
  }
  const columns: Column<UnitPerson>[] = [
    { key: 'name', title: words.personName, render: (person) => person.name },
    { key: 'age', title: words.age, render: (person) => person.age },
    { key: 'community', title: words.place, render: (person) => person.community },
    {
      key: 'goes',
      title: words.splitPeople,
      render: (person) => (
        <PlainSelect
          label={words.assign(person.name)}
          any={words.stays}
          options={options}
          value={goes[person.id]}
          onChange={(part) => assign(person.id, part)}
        />
      ),
    },
  ]
  return (
    <>
      <div className={css.people}>
        <DataTable
          label={words.splitPeople}
          columns={columns}
          rows={people}
          rowKey={(person) => person.id}
          empty={<EmptyState title={words.noPeople} />}
        />
      </div>
      <Pager total={people.length} offset={0} limit={people.length || 1} onTurn={() => undefined} />
    </>
  )
}
