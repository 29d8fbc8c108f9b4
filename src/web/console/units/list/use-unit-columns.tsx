import { Link } from '@tanstack/react-router'
import { kindWords, levelWords, natureWords, statusWords } from '#modules/units/words.ts'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import { Mark } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import type { Column } from '../../../ui/table/column.ts'
import type { UnitLine } from '../queries.ts'
import { useUnitsWords } from '../words.ts'

const levels: Record<string, { zh: string; en: string }> = levelWords

export function useUnitColumns(): Column<UnitLine>[] {
  const words = useUnitsWords()
  const say = useSay()
  return [
    { key: 'name', title: words.name, width: 220, render: (unit) => <UnitName unit={unit} /> },
    { key: 'kind', title: words.kind, render: (unit) => say(kindWords[unit.kind]) },
    { key: 'nature', title: words.nature, render: (unit) => (unit.nature ? say(natureWords[unit.nature]) : null) },
    {
      key: 'level',
      title: words.level,
      render: (unit) => {
        const level = unit.level ? levels[unit.level] : undefined
        return level ? say(level) : null
      },
    },
    { key: 'code', title: words.code, render: (unit) => unit.code },
    {
      key: 'status',
      title: words.status,
      render: (unit) => <Mark tone={unit.status === 'open' ? 'good' : 'plain'}>{say(statusWords[unit.status])}</Mark>,
    },
    {
      key: 'people',
      title: words.people,
      align: 'right',
      render: (unit) => (unit.people ? <HrefLink href={`/people?unit=${unit.id}`}>{unit.people}</HrefLink> : 0),
    },
  ]
}

function UnitName({ unit }: { unit: UnitLine }) {
  const words = useUnitsWords()
  return (
    <>
      <Link to="/units/$id" params={{ id: unit.id }}>
        {unit.name}
      </Link>{' '}
      {unit.isVertical ? <Mark>{words.vertical}</Mark> : null}
    </>
  )
}
