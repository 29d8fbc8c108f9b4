import type { AttendanceState } from '#modules/gatherings/codes/index.ts'
import type { SheetLine } from '../queries.ts'

/** Somebody on the screen: from the sheet, or added since. */
export type Listed = Pick<SheetLine, 'personId' | 'name' | 'isMasked' | 'community' | 'isSignedUp' | 'state' | 'way'>
/** What was tapped and not yet sent. */
export type Marks = ReadonlyMap<string, AttendanceState>

export function stateOf(one: Listed, marks: Marks): AttendanceState | null {
  return marks.get(one.personId) ?? one.state
}

/** A mark that says what stands there already is none. */
export function withMark(marks: Marks, one: Listed, state: AttendanceState): Marks {
  const next = new Map(marks)
  if (one.state === state) next.delete(one.personId)
  else next.set(one.personId, state)
  return next
}

/** Everybody of whom nothing is said yet is there; what was said of somebody stands. */
export function allPresent(listed: readonly Listed[], marks: Marks): Marks {
  const silent = listed.filter((one) => stateOf(one, marks) === null)
  return new Map([...marks, ...silent.map((one) => [one.personId, 'present'] as const)])
}

/** What the server does not know yet. A mark stays until the answer says it, so that nothing flickers. */
export function unsentOf(listed: readonly Listed[], marks: Marks): Marks {
  const known = new Map(listed.map((one) => [one.personId, one.state]))
  return new Map([...marks].filter(([personId, state]) => known.get(personId) !== state))
}

/** Without a line the office may not enter; what was said of everybody else stands. */
export function withoutLine(marks: Marks, personId: string): Marks {
  return new Map([...marks].filter(([one]) => one !== personId))
}

/** What is sent: the whole of what changed, in one act. */
export function sentOf(listed: readonly Listed[], marks: Marks) {
  const signedUp = new Set(listed.filter((one) => one.isSignedUp).map((one) => one.personId))
  return [...marks].map(([personId, state]) => ({
    personId,
    state,
    way: signedUp.has(personId) ? ('sheet' as const) : ('walk_in' as const),
  }))
}

export function countsOf(listed: readonly Listed[], marks: Marks) {
  const states = listed.map((one) => stateOf(one, marks))
  return {
    present: states.filter((state) => state === 'present' || state === 'home').length,
    silent: states.filter((state) => state === null).length,
  }
}
