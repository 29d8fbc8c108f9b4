import type { FieldValues } from '../fields/index.ts'

/** What of a county's list of required fields is empty, and how much of it is filled, in whole per cent. Nothing is ever refused for it. */
export function completenessOf(
  values: FieldValues,
  around: { hasPlace: boolean; hasPhone: boolean },
  required: readonly string[],
): { missing: string[]; completeness: number } {
  const missing = required.filter((key) => {
    if (key === 'placeCode') return !around.hasPlace
    if (key === 'phone') return !around.hasPhone
    const value = values[key]
    return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  })
  const filled = required.length - missing.length
  return { missing, completeness: required.length ? Math.floor((filled * 100) / required.length) : 100 }
}
