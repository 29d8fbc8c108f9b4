import { type Days, overlap } from '../../affiliations/rules.ts'

const MOST_PHONES = 20
const MOST_CONTACTS = 4

type Phone = { number_index: string }
type Contact = { relation: string; name: string; mobile_index: string | null }
type Relative = { relation: string; name: string }
type Tie = { id: string; kind: string; unit_id: string | null; place_code: string | null; days: Days }
type Happening = { kind: string; happened_on: string | null }

/** Numbers the kept record lacks, up to the twenty that a record holds. */
export function phonesToCarry<P extends Phone>(kept: readonly P[], absorbed: readonly P[]): P[] {
  const known = new Set(kept.map((phone) => phone.number_index))
  return absorbed.filter((phone) => !known.has(phone.number_index)).slice(0, Math.max(0, MOST_PHONES - kept.length))
}

/** Contacts the kept record lacks. Four at most stay; who does not fit remains with the absorbed record. */
export function contactsToCarry<C extends Contact>(
  kept: readonly C[],
  absorbed: readonly C[],
): { carried: C[]; left: C[] } {
  const fresh = absorbed.filter(
    (one) =>
      !kept.some((other) => other.name === one.name && other.relation === one.relation && sameMobile(one, other)),
  )
  const room = Math.max(0, MOST_CONTACTS - kept.length)
  return { carried: fresh.slice(0, room), left: fresh.slice(room) }
}

function sameMobile(one: Contact, other: Contact): boolean {
  return !one.mobile_index || !other.mobile_index || one.mobile_index === other.mobile_index
}

export function relativesToCarry<R extends Relative>(kept: readonly R[], absorbed: readonly R[]): R[] {
  return absorbed.filter((one) => !kept.some((other) => other.name === one.name && other.relation === one.relation))
}

export type TiePlan<T> = {
  carried: T[]
  left: T[]
  filled: { id: string; from: T } | null
}

/** What the kept record has in those days already is left, a home too. A home of which the kept record knows no place takes the other's. */
export function tiesToCarry<T extends Tie>(kept: readonly T[], absorbed: readonly T[]): TiePlan<T> {
  const stands = (tie: T) =>
    kept.some((one) => one.kind === tie.kind && one.unit_id === tie.unit_id && overlap(one.days, tie.days))
  const left = absorbed.filter(stands)
  const placeless = kept.find((tie) => tie.kind === 'home' && tie.place_code === null && tie.days.until === null)
  const from = left.find((tie) => tie.kind === 'home' && tie.place_code !== null && tie.days.until === null)
  return {
    carried: absorbed.filter((tie) => !stands(tie)),
    left,
    filled: placeless && from ? { id: placeless.id, from } : null,
  }
}

/** Everything that happened, but nothing twice: a death or retirement of one day, told by both, is one. */
export function happeningsToCarry<H extends Happening>(kept: readonly H[], absorbed: readonly H[]): H[] {
  return absorbed.filter(
    (one) =>
      one.happened_on === null ||
      !kept.some((other) => other.kind === one.kind && other.happened_on === one.happened_on),
  )
}

/** What stands of the kept record after a merge, in a form that can be compared with what stands later. */
export type Standing = { versions: Record<string, number>; ties: string[] }

/** Sections and affiliations touched since. */
export function touchedSince(then: Standing, now: Standing): { sections: string[]; isMoved: boolean } {
  const sections = new Set([...Object.keys(then.versions), ...Object.keys(now.versions)])
  return {
    sections: [...sections].filter((key) => (then.versions[key] ?? 0) !== (now.versions[key] ?? 0)),
    isMoved: then.ties.join() !== now.ties.join(),
  }
}
