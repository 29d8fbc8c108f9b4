import { sectionKeys } from '#modules/people/fields/field.ts'
import type { PersonRecord } from '../../queries.ts'
import css from '../person.module.css'
import { FieldSection } from './field-section.tsx'

/** The record itself, section by section as on the paper form. What belongs to a death is asked only of those who died. */
export function FieldSections({ person }: { person: PersonRecord }) {
  return (
    <div className={css.sections}>
      {sectionKeys
        .filter((key) => key !== 'death' || person.status === 'deceased')
        .map((key) => (
          <FieldSection key={key} person={person} sectionKey={key} />
        ))}
    </div>
  )
}
