import { Link } from '@tanstack/react-router'
import { Page } from '../../../ui/page/page.tsx'
import type { PersonRecord } from '../queries.ts'
import { usePeopleWords } from '../words.ts'
import css from './person.module.css'
import { PersonHeader } from './person-header.tsx'
import { FieldSection } from './sections/field-section.tsx'

export function PersonBody({ person }: { person: PersonRecord }) {
  const people = usePeopleWords()
  const fieldSections = person.sections.filter(({ key, values }) => isShown(person, key) && Object.keys(values).length)
  return (
    <Page
      title={person.name}
      trail={
        <>
          <Link to="/people">{people.title}</Link>
          {' / '}
        </>
      }
    >
      <PersonHeader person={person} />
      <div className={css.sections}>
        {fieldSections.map((section) => (
          <FieldSection key={section.key} person={person} section={section} />
        ))}
      </div>
    </Page>
  )
}

/** What belongs to a death is asked only of those who died. */
function isShown(person: PersonRecord, key: string): boolean {
  return key !== 'death' || person.status === 'deceased'
}
