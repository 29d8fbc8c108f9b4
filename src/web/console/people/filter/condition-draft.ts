import type { Condition } from '#modules/people/search/contract.ts'
import { filterFieldOf, type Op } from './filter-fields.ts'

/** Whether a line of the builder can be asked: a field, a comparison, and a value where one is needed. */
export function isComplete({ field, op, value }: Condition): boolean {
  if (!filterFieldOf(field)) return false
  if (op === 'empty' || op === 'filled') return true
  const items = Array.isArray(value) ? value : [value]
  const isFilled = items.length > 0 && items.every((item) => item !== null && item !== '')
  return isFilled && (op !== 'between' || items.length === 2)
}

/** The same line with another field: the first comparison of that field, nothing filled in. */
export function withField(key: string): Condition {
  return { field: key, op: filterFieldOf(key)?.ops[0] ?? 'filled', value: null }
}

/** The same line with another comparison; the value stays where it still fits. */
export function withOp(draft: Condition, op: Op): Condition {
  const hadMany = Array.isArray(draft.value)
  if (op === 'empty' || op === 'filled') return { ...draft, op, value: null }
  if (op === 'between')
    return { ...draft, op, value: hadMany ? draft.value : draft.value === null ? null : [String(draft.value), ''] }
  return {
    ...draft,
    op,
    value: draft.op === 'between' && Array.isArray(draft.value) ? (draft.value[0] ?? null) : draft.value,
  }
}
