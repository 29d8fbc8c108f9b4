import type { FieldValue } from '#modules/people/fields/field.ts'
import type { Comparison, Side } from '../queries.ts'

export type Which = 'first' | 'second'
/** Which record stays, and for each differing field whose value it shall have. */
export type MergeChoice = { kept: Which; fields: Readonly<Record<string, Which>> }

const isEmpty = (value: FieldValue | undefined) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const filled = (side: Side) => Object.values(side.values).filter((value) => !isEmpty(value)).length

/** The record that knows more stays, unless somebody says otherwise. */
export function firstChoice({ first, second }: Comparison): MergeChoice {
  return { kept: filled(second) > filled(first) ? 'second' : 'first', fields: {} }
}

/** Whose value a field gets: as chosen; by default the kept record's, or the other's where the kept one has none. */
export function sideOf(choice: MergeChoice, comparison: Comparison, key: string): Which {
  const chosen = choice.fields[key]
  if (chosen) return chosen
  const other = choice.kept === 'first' ? 'second' : 'first'
  return isEmpty(comparison[choice.kept].values[key]) && !isEmpty(comparison[other].values[key]) ? other : choice.kept
}

/** The merge as the server is asked for it. */
export function mergeOf(
  choice: MergeChoice,
  comparison: Comparison,
): { keptId: string; absorbedId: string; takeFromAbsorbed: string[] } {
  const other = choice.kept === 'first' ? 'second' : 'first'
  return {
    keptId: comparison[choice.kept].id,
    absorbedId: comparison[other].id,
    takeFromAbsorbed: comparison.differing.filter((key) => sideOf(choice, comparison, key) === other),
  }
}
