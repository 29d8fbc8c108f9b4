export type Touched = { personId: string; fields: string[]; firstAt: string; lastAt: string; times: number }
export type IncidentFile = { people: Touched[]; from: string; until: string }

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** One object, a list of them, or a line each. Only ids, field names and times are taken; several looks at one person become one. */
export function readIncidentFile(text: string): IncidentFile | null {
  const people = new Map<string, Touched>()
  for (const look of looksOf(text)) {
    const known = people.get(look.personId)
    people.set(look.personId, known ? together(known, look) : look)
  }
  const all = [...people.values()]
  const times = all.flatMap((one) => [one.firstAt, one.lastAt]).toSorted((a, b) => Date.parse(a) - Date.parse(b))
  return all.length ? { people: all, from: times[0] ?? '', until: times.at(-1) ?? '' } : null
}

function together(a: Touched, b: Touched): Touched {
  const [first, last] = [Date.parse(a.firstAt) <= Date.parse(b.firstAt), Date.parse(a.lastAt) >= Date.parse(b.lastAt)]
  return {
    personId: a.personId,
    fields: [...new Set([...a.fields, ...b.fields])],
    firstAt: first ? a.firstAt : b.firstAt,
    lastAt: last ? a.lastAt : b.lastAt,
    times: a.times + b.times,
  }
}

function looksOf(text: string): Touched[] {
  return parsed(text).flatMap((value) => found(value, []))
}

/** A whole document, or a line each. */
function parsed(text: string): unknown[] {
  try {
    return [JSON.parse(text)]
  } catch {
    return text.split('\n').flatMap((line) => {
      try {
        const value: unknown = JSON.parse(line)
        return [value]
      } catch {
        return []
      }
    })
  }
}

type Around = readonly Record<string, unknown>[]

/** Whatever names a person by id, with the fields and times beside it or around it. */
function found(value: unknown, around: Around): Touched[] {
  if (Array.isArray(value)) return value.flatMap((one) => (isId(one) ? [touchedOf(one, around)] : found(one, around)))
  if (typeof value !== 'object' || value === null) return []
  const entry = Object.fromEntries(Object.entries(value))
  const id = [entry['personId'], entry['person'], entry['id'], entry['subject']].find(isId)
  const below = [entry, ...around]
  const lists = Object.values(entry).filter((part) => Array.isArray(part))
  const inside = lists.flatMap((part) => found(part, below))
  if (inside.length) return inside
  return id ? [touchedOf(id, below)] : []
}

const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value)

function touchedOf(personId: string, around: Around): Touched {
  const pick = (names: readonly string[]) =>
    around.flatMap((one) => names.map((name) => one[name])).find((value) => value !== undefined)
  const fields = pick(['fields', 'shown', 'shows'])
  const [firstAt, lastAt, times] = [
    pick(['firstAt', 'first', 'at', 'from']),
    pick(['lastAt', 'last', 'at', 'until']),
    pick(['times', 'count']),
  ]
  return {
    personId,
    fields: Array.isArray(fields) ? fields.filter((one) => typeof one === 'string') : [],
    firstAt: typeof firstAt === 'string' ? firstAt : '',
    lastAt: typeof lastAt === 'string' ? lastAt : '',
    times: typeof times === 'number' && times >= 1 ? Math.floor(times) : 1,
  }
}
