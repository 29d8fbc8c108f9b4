import type { FieldValue } from '#modules/people/fields/field.ts'
import type { PersonRecord } from '../queries.ts'

/** The value of a field, in whichever section it stands. */
export function valueOf(person: PersonRecord, key: string): FieldValue {
  return person.sections.find(({ values }) => key in values)?.values[key] ?? null
}

const REQUIRED_HIDDEN = ['health', 'incomeCents', 'basePayCents', 'allowanceCents']

/**
 * Whether this reader is not shown the restricted fields. An answer leaves such fields empty for who may not see them, yet its list of
 * what is missing is made of the whole record: a required field that is empty here and not missing there is one that is kept from view.
 */
export function hidesRestricted(person: PersonRecord): boolean {
  return REQUIRED_HIDDEN.some((key) => valueOf(person, key) === null && !person.missing.includes(key))
}
