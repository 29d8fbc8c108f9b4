import type { FieldValues } from '../fields/index.ts'

/** What counts by how it stands beside the fields. `hasId`: a usable number; one that is only kept as it was written is to be corrected, and missing. */
export type Beside = { hasPlace: boolean; hasPhone: boolean; hasId: boolean }

/** What of a county's list of required fields is empty, and how much of it is filled, in whole per cent. Nothing is ever refused for it. */
export function completenessOf(
  values: FieldValues,
  beside: Beside,
  required: readonly string[],
): { missing: string[]; completeness: number } {
  const missing = required.filter((key) => {
    if (key === 'placeCode') return !beside.hasPlace
    if (key === 'phone') return !beside.hasPhone
    if (key === 'idNumber') return !beside.hasId
    const value = values[key]
    return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  })
  const filled = required.length - missing.length
  return { missing, completeness: required.length ? Math.floor((filled * 100) / required.length) : 100 }
}
