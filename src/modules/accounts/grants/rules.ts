import { isAdministrator, type Role } from '../rules.ts'

/** Where a grant holds: a place with everything under it, a unit with the units under it, or the office itself, which holds no records. */
export type AreaKind = 'place' | 'unit' | 'office'

const AREA_OF: Record<Role, readonly AreaKind[]> = {
  system_administrator: ['office'],
  security_administrator: ['office'],
  audit_administrator: ['office'],
  bureau_staff: ['place', 'unit'],
  street_staff: ['place'],
  community_worker: ['place'],
  unit_liaison: ['unit'],
  reader: ['place', 'unit'],
  elder: ['office'],
  family: ['office'],
  partner: ['office'],
}

/** A liaison looks after a unit's people wherever they live, a community worker after those who live there. */
export function fitsRole(role: Role, kind: AreaKind): boolean {
  return AREA_OF[role].includes(kind)
}

/** What somebody given this role should have been given instead. */
export function areaOf(role: Role): AreaKind {
  return AREA_OF[role][0] ?? 'place'
}

/** Work with people is one duty; each of the three administrations is another, and nobody has two at a time (三员分立). */
export function dutyOf(role: Role): Role | 'business' {
  return isAdministrator(role) ? role : 'business'
}

/** First and last day, both counted; no last day means until taken back. */
export type Days = { from: string; until: string | null }

export function areInOrder({ from, until }: Days, today: string): boolean {
  return until === null || (from <= until && today <= until)
}

export function overlap(one: Days, other: Days): boolean {
  return (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until)
}
