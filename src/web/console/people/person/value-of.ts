import type { Field, FieldValue } from '#modules/people/fields/field.ts'
import type { PersonRecord } from '../queries.ts'

/** The value of a field, in whichever section it stands. */
export function valueOf(person: PersonRecord, key: string): FieldValue {
  return person.sections.find(({ values }) => key in values)?.values[key] ?? null
}

/** Whether a field is kept from this reader; the answer says it. */
export function isKeptFrom(person: PersonRecord, field: Pick<Field, 'fieldClass'>): boolean {
  if (field.fieldClass === 'restricted') return !person.can.seeRestricted
  return field.fieldClass === 'pi' && !person.can.seePersonal
}
