import { Link } from '@tanstack/react-router'
import { fieldOf } from '#modules/people/fields/catalogue.ts'
import { showValue } from '#modules/people/fields/show.ts'
import { Mark } from '../../../../ui/control/mark.tsx'
import { useLanguage, useSay } from '../../../../ui/language/language.ts'
import { type Fact, Facts } from '../../../../ui/page/facts.tsx'
import { idStatusWords } from '../../filter/filter-fields.ts'
import type { PersonRecord } from '../../queries.ts'
import { usePeopleWords, usePersonWords } from '../../words.ts'
import { PhoneNumber } from '../ties/phone-number.tsx'
import { valueOf } from '../value-of.ts'

export function HeaderFacts({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const people = usePeopleWords()
  const lang = useLanguage()
  const say = useSay()
  const { place } = person
  const fact = (key: string): Fact[] => {
    const field = fieldOf(key)
    return field ? [{ label: say(field), value: showValue(field, valueOf(person, key), lang) }] : []
  }
  const [phone] = person.phones
  const idState = idStatusWords[person.idStatus]
  return (
    <Facts
      items={[
        { label: people.age, value: person.age === null ? null : words.years(person.age) },
        ...fact('gender'),
        ...fact('birthOn'),
        { label: words.originalUnit, value: <UnitLink unit={person.unit} /> },
        ...(person.managingUnit ? [{ label: words.managingUnit, value: <UnitLink unit={person.managingUnit} /> }] : []),
        { label: people.community, value: place ? <PlaceLink place={place} /> : null },
        { label: people.phone, value: phone ? <PhoneNumber phone={phone} /> : null },
        {
          label: words.idNumber,
          value: idState ? <Mark tone={ID_TONES[person.idStatus]}>{say(idState)}</Mark> : person.idStatus,
        },
      ]}
    />
  )
}

const ID_TONES = {
  valid: 'good',
  converted15: 'good',
  missing: 'plain',
  unrecoverable: 'doubtful',
  invalid: 'doubtful',
} as const

function UnitLink({ unit }: { unit: PersonRecord['unit'] }) {
  const words = usePersonWords()
  if (!unit) return <>{words.nothing}</>
  return (
    <>
      <Link to="/units/$id" params={{ id: unit.id }}>
        {unit.name}
      </Link>{' '}
      {unit.status === 'closed' ? <Mark tone="bad">{words.unitClosed}</Mark> : null}
    </>
  )
}

function PlaceLink({ place }: { place: NonNullable<PersonRecord['place']> }) {
  return (
    <Link to="/places/$code" params={{ code: place.code }}>
      {place.path.slice(1).join(' ') || place.name}
    </Link>
  )
}
