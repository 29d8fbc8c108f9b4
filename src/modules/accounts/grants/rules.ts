import type { RowScope } from '#platform/ctx.ts'
import type { Role } from '../rules.ts'

/** Where a grant holds: a place with everything under it (its span of codes), or a unit with the units under it. */
export type Area = { kind: 'place'; lo: string; hi: string } | { kind: 'unit'; id: string }

const AREA_OF: Record<Role, readonly Area['kind'][]> = {
  county_administrator: ['place'],
  bureau_staff: ['place', 'unit'],
  street_staff: ['place'],
  community_worker: ['place'],
  unit_liaison: ['unit'],
  reader: ['place', 'unit'],
}

/** A liaison looks after a unit's people wherever they live, a community worker after those who live there. */
export function fitsRole(role: Role, kind: Area['kind']): boolean {
  return AREA_OF[role].includes(kind)
}

/** Nobody gives what they do not have: the area must lie within the grantor's own. Codes have equal length and compare as text. */
export function isWithin(scope: RowScope, area: Area): boolean {
  if (scope.all) return true
  if (area.kind === 'unit') return scope.units.includes(area.id)
  return scope.places.some(({ lo, hi }) => lo <= area.lo && area.hi <= hi)
}

/** First and last day, both counted; no last day means until taken back. */
export type Days = { from: string; until: string | null }

export function areInOrder({ from, until }: Days, today: string): boolean {
  return until === null || (from <= until && today <= until)
}

export function overlap(one: Days, other: Days): boolean {
  return (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until)
}
