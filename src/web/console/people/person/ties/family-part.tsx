import { Link } from '@tanstack/react-router'
import { showDate } from '#modules/people/fields/show.ts'
import { api } from '../../../../api.ts'
import { useLanguage, useSay } from '../../../../ui/language/language.ts'
import type { Column } from '../../../../ui/table/column.ts'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import type { PersonRecord } from '../../queries.ts'
import { usePeopleWords, usePersonWords } from '../../words.ts'
import { FamilyBoxes } from './family-boxes.tsx'
import { ListPart } from './list-part.tsx'
import { PhoneNumber } from './phone-number.tsx'
import { relationOf } from './relation-select.tsx'
import css from './ties.module.css'

export type Member = PersonRecord['family'][number]
/** A line being typed has no id before it is saved. */
export type MemberLine = Omit<Member, 'id'> & { id?: string }

const MOST = 30
const blank: MemberLine = {
  relation: '1',
  name: '',
  birthOn: null,
  isLiving: null,
  workUnit: null,
  health: null,
  phone: null,
  subsidyCents: null,
  linkedPersonId: null,
  note: null,
}

export function FamilyPart({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  return (
    <ListPart<MemberLine>
      person={person}
      sectionKey="family"
      title={words.family}
      itemsOf={({ family }) => family}
      Read={FamilyList}
      Boxes={FamilyBoxes}
      blank={blank}
      most={MOST}
      addLabel={words.addMember}
      save={(family, version) =>
        api.record.changeFamily({
          id: person.id,
          version,
          family: family.map((line) => withoutBlanks({ ...blank, ...line })),
        })
      }
    />
  )
}

function withoutBlanks(line: MemberLine): MemberLine {
  const { birthOn, workUnit, health, phone, note } = line
  return {
    ...line,
    birthOn: birthOn || null,
    workUnit: workUnit || null,
    health: health || null,
    phone: phone || null,
    note: note || null,
  }
}

function FamilyList({ items: family }: { items: readonly MemberLine[] }) {
  const words = usePersonWords()
  const columns = useFamilyColumns()
  if (!family.length) return <p className={css.note}>{words.noFamily}</p>
  return (
    <DataTable
      label={words.family}
      columns={columns}
      rows={family}
      rowKey={(member) => member.id ?? `${member.relation} ${member.name}`}
    />
  )
}

function useFamilyColumns(): Column<MemberLine>[] {
  const words = usePersonWords()
  const people = usePeopleWords()
  const say = useSay()
  const lang = useLanguage()
  const living = (isLiving: boolean | null) => (isLiving === null ? null : isLiving ? words.isLiving : words.isDead)
  return [
    {
      key: 'name',
      title: people.name,
      render: ({ name, linkedPersonId }) =>
        linkedPersonId ? (
          <Link to="/people/$id" params={{ id: linkedPersonId }}>
            {name}
          </Link>
        ) : (
          name
        ),
    },
    { key: 'relation', title: words.relation, render: ({ relation }) => relationOf(relation, say) },
    { key: 'birthOn', title: words.birth, render: ({ birthOn }) => (birthOn ? showDate(birthOn, lang) : null) },
    { key: 'isLiving', title: words.living, render: ({ isLiving }) => living(isLiving) },
    { key: 'workUnit', title: words.workUnit, render: ({ workUnit }) => workUnit },
    {
      key: 'phone',
      title: people.phone,
      render: ({ phone }) => (phone ? <PhoneNumber phone={{ number: phone }} /> : null),
    },
    { key: 'health', title: words.health, render: ({ health }) => health },
    {
      key: 'subsidy',
      title: words.subsidy,
      align: 'right',
      render: ({ subsidyCents }) => (subsidyCents === null ? null : (subsidyCents / 100).toFixed(2)),
    },
    { key: 'note', title: words.note, render: ({ note }) => note },
  ]
}
