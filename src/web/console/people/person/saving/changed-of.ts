import type { FieldValues } from '#modules/people/fields/field.ts'

/** What was typed that is not what stood there: a masked value nobody touched is never written over what it masks. */
export function changedOf(before: FieldValues, typed: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(typed).filter(([key, value]) => !isSame(before[key], value)))
}

/** Whether two values are alike; an empty text or list is nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

function plain(value: unknown): unknown {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null
  return Array.isArray(value) ? value.map(String).toSorted((a, b) => (a < b ? -1 : 1)) : value
}
