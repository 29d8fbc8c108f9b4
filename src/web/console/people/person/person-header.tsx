import { Link } from '@tanstack/react-router'
import { lixiuPeriodCodes } from '#modules/people/codes/cadre.ts'
import { fieldOf } from '#modules/people/fields/catalogue.ts'
import { showValue } from '#modules/people/fields/show.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useLanguage, useSay } from '../../../ui/language/language.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { idStatusWords, missingWord } from '../filter/filter-fields.ts'
import { Meter } from '../list/meter.tsx'
import type { PersonRecord } from '../queries.ts'
import { usePeopleWords, usePersonWords } from '../words.ts'
import css from './person.module.css'

/** What one needs to know before reading on: who, of which unit, where, how complete, and what does not fit together. */
export function PersonHeader({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  return (
    <Section title={words.header} quiet>
      <div className={css.header}>
        <Marks person={person} />
        <HeaderFacts person={person} />
        {person.flags.length ? <Flags person={person} /> : null}
        <Completeness person={person} />
      </div>
    </Section>
  )
}

function Marks({ person }: { person: PersonRecord }) {
  const people = usePeopleWords()
  const lang = useLanguage()
  const say = useSay()
  const kind = fieldOf('kind')
  const kindText = kind ? showValue(kind, valueOf(person, 'kind'), lang) : ''
  const period = person.lixiuPeriod ? lixiuPeriodCodes.words.get(person.lixiuPeriod) : undefined
  return (
    <p className={css.marks}>
      {kindText ? <Mark tone="brand">{kindText}</Mark> : null}
      {period ? <Mark>{say(period)}</Mark> : null}
      {person.status === 'living' ? null : <Mark tone="bad">{people.statusOf(person.status)}</Mark>}
      {person.tags.map((tag) => (
        <Mark key={tag}>{tag}</Mark>
      ))}
    </p>
  )
}

function HeaderFacts({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const people = usePeopleWords()
  const lang = useLanguage()
  const say = useSay()
  const { unit, managingUnit, place } = person
  const idState = idStatusWords[person.idStatus]
  const birth = fieldOf('birthOn')
  return (
    <Facts
      items={[
        { label: people.age, value: person.age === null ? null : words.years(person.age) },
        { label: birth ? say(birth) : '', value: birth ? showValue(birth, valueOf(person, 'birthOn'), lang) : '' },
        {
          label: words.originalUnit,
          value: unit ? (
            <Link to="/units/$id" params={{ id: unit.id }}>
              {unit.name}
            </Link>
          ) : null,
        },
        ...(managingUnit
          ? [
              {
                label: words.managingUnit,
                value: (
                  <Link to="/units/$id" params={{ id: managingUnit.id }}>
                    {managingUnit.name}
                  </Link>
                ),
              },
            ]
          : []),
        { label: people.community, value: place ? <PlaceLink place={place} /> : null },
        { label: words.idNumber, value: idState ? say(idState) : person.idStatus },
      ]}
    />
  )
}

function PlaceLink({ place }: { place: NonNullable<PersonRecord['place']> }) {
  return (
    <Link to="/places/$code" params={{ code: place.code }}>
      {place.path.slice(1).join(' ') || place.name}
    </Link>
  )
}

function Flags({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const say = useSay()
  return (
    <div className={css.flags} role="note" aria-label={words.flags}>
      <ul>
        {person.flags.map((flag) => (
          <li key={flag.code}>{say(flag)}</li>
        ))}
      </ul>
    </div>
  )
}

/** How full the record is; each missing item leads to where it is filled in. */
function Completeness({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const say = useSay()
  return (
    <div className={css.completeness}>
      <span className={css.label}>{words.completeness}</span>
      <Meter percent={person.completeness} />
      {person.missing.length ? (
        <ul className={css.missing} aria-label={words.missing}>
          {person.missing.map((key) => (
            <li key={key}>
              <a href={`#${targetOf(key)}`}>{say(missingWord(key))}</a>
            </li>
          ))}
        </ul>
      ) : (
        <span>{words.nothingMissing}</span>
      )}
    </div>
  )
}

function targetOf(key: string): string {
  const besides: Record<string, string> = { placeCode: 'affiliations', phone: 'phones' }
  return `section-${besides[key] ?? fieldOf(key)?.section ?? 'identity'}`
}

function valueOf(person: PersonRecord, key: string) {
  return person.sections.find(({ values }) => key in values)?.values[key] ?? null
}
