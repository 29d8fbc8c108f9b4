import { Link } from '@tanstack/react-router'
import { levelWords } from '#modules/units/words.ts'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { type Fact, Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { useMay } from '../../shell/session/me.ts'
import type { UnitRecord } from '../queries.ts'
import { useUnitsWords } from '../words.ts'

const levels: Record<string, { zh: string; en: string }> = levelWords

export function UnitFactsSection({ unit }: { unit: UnitRecord }) {
  const words = useUnitsWords()
  const say = useSay()
  const may = useMay()
  const level = unit.level ? levels[unit.level] : undefined
  const people = words.peopleCount(unit.people)
  const place = unit.placeCode ? (
    <Link to="/places/$code" params={{ code: unit.placeCode }}>
      {unit.place}
    </Link>
  ) : null
  const items: Fact[] = [
    {
      label: words.people,
      value: may('people.read') ? <HrefLink href={`/people?unit=${unit.id}`}>{people}</HrefLink> : people,
    },
    { label: words.short, value: unit.short },
    { label: words.code, value: unit.code },
    { label: words.level, value: level ? say(level) : null },
    { label: words.creditCode, value: unit.creditCode },
    { label: words.parent, value: unit.parent ? <UnitLink unit={unit.parent} /> : null },
    { label: words.place, value: place },
    { label: words.openedOn, value: unit.openedOn },
    ...(unit.closedOn ? [{ label: words.closedOnLabel, value: unit.closedOn }] : []),
    ...(unit.successor ? [{ label: words.successor, value: <UnitLink unit={unit.successor} /> }] : []),
    { label: words.address, value: unit.address, wide: true },
    ...(unit.note ? [{ label: words.note, value: unit.note, wide: true }] : []),
  ]
  return (
    <Section title={words.facts}>
      <Facts items={items} />
    </Section>
  )
}

export function UnitLink({ unit }: { unit: { id: string; name: string } }) {
  return (
    <Link to="/units/$id" params={{ id: unit.id }}>
      {unit.name}
    </Link>
  )
}
