import type { FieldValue, FieldValues } from '#modules/people/fields/field.ts'
import { Refused } from '#platform/client.ts'

/** Somebody else saved the same section meanwhile: who, when, and what stands there now. */
export type SectionConflict = { by: string; at: string; version: number; current: FieldValues }

/** Reads the refusal that brings the other side along; null for any other error. */
export function conflictOf(error: unknown): SectionConflict | null {
  if (!(error instanceof Refused) || error.code !== 'people.section_changed') return null
  const { detail } = error
  if (typeof detail !== 'object' || detail === null) return null
  const read = new Map(Object.entries(detail))
  const current: unknown = read.get('current')
  return {
    by: String(read.get('by') ?? ''),
    at: String(read.get('at') ?? ''),
    version: Number(read.get('version') ?? 0),
    current: typeof current === 'object' && current !== null ? valuesOf(current) : {},
  }
}

function valuesOf(current: object): FieldValues {
  return Object.fromEntries(Object.entries(current).map(([key, value]) => [key, value as FieldValue])) // the server's own fieldOutput
}
