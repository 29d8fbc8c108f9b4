import type { Condition } from '#modules/people/search/contract.ts'

/** Bands of full years that offices count by; the last has no end. */
export const AGE_BANDS = [
  [0, 59],
  [60, 69],
  [70, 79],
  [80, 89],
  [90, 99],
  [100, 150],
] as const

const CODED = new Set(['kind', 'gender', 'livingFlags'])

/** Whether a quick filter above the list shows this condition already. */
export function isQuick({ field, op, value }: Condition): boolean {
  if (!Array.isArray(value)) return false
  if (field === 'age')
    return op === 'between' && AGE_BANDS.some(([low, high]) => low === Number(value[0]) && high === Number(value[1]))
  return CODED.has(field) && op === 'in' && value.length === 1
}
