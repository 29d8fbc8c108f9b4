/** 网络安全法 第二十一条 asks for six months, 互联网政务应用安全管理规定 for one year; three years are kept unless said otherwise. */
export const LEAST_DAYS = 365
export const USUAL_DAYS = 1095

const MINUTE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?$/

/** A day or a minute of the office as an instant: the beginning of what was said, or the end of it. */
export function instantOf(moment: string, side: 'from' | 'until'): Date {
  const [, day = '', minute] = MINUTE.exec(moment) ?? []
  const start = new Date(`${day}T${minute ?? '00:00'}:00+08:00`)
  if (side === 'from') return start
  return new Date(start.getTime() + (minute ? 60_000 : 86_400_000))
}

/** A session as the trail knows it: a hash already, or the id that the list of devices shows. */
export function isSessionId(session: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(session)
}

export type Touch = { person: string; at: string; action: string; shown: readonly string[] }
export type Touched = {
  id: string
  times: number
  firstAt: string
  lastAt: string
  actions: string[]
  fields: string[]
}

/** One line for each person who was touched, in the order in which it first happened. */
export function touchedPeople(touches: readonly Touch[]): Touched[] {
  const people = new Map<string, Touched>()
  for (const { person, at, action, shown } of touches) {
    const known = people.get(person) ?? { id: person, times: 0, firstAt: at, lastAt: at, actions: [], fields: [] }
    people.set(person, {
      ...known,
      times: known.times + 1,
      lastAt: at,
      actions: [...new Set([...known.actions, action])],
      fields: [...new Set([...known.fields, ...shown])].toSorted(),
    })
  }
  return [...people.values()]
}
