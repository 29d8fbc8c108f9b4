import type { Endpoint } from '../contract.ts'
import type { AuditNote } from '../ctx.ts'

type Shown = { input: unknown; answer: unknown; fields: readonly string[] }

/** A list in which everything was cut is no look; the record of one person always is. */
export function lookNote(
  e: Pick<Endpoint, 'look' | 'path'>,
  { input, answer, fields }: Shown,
): Pick<AuditNote, 'subject' | 'detail'> | undefined {
  if (!e.look) return undefined
  const { people: paths, shows = [] } = e.look === true ? {} : e.look
  const shown = [...new Set([...shows, ...fields])]
  if (!paths) return { subject: textAt(input, ['id', 'code']), detail: { shown } }
  const people = [...new Set(paths.flatMap((path) => idsAt(answer, path.split('.'))))]
  if (!shown.length || (!people.length && !shows.length)) return undefined
  return { subject: textAt(input, ['id']), detail: { shown, count: people.length, people } }
}

/** Every text that stands at the end of a path, through lists. */
function idsAt(value: unknown, [key, ...rest]: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => idsAt(item, key === undefined ? [] : [key, ...rest]))
  if (key === undefined) return typeof value === 'string' ? [value] : []
  return value && typeof value === 'object' ? idsAt(Reflect.get(value, key), rest) : []
}

export function textAt(value: unknown, names: readonly string[]): string | undefined {
  if (!value || typeof value !== 'object') return undefined
  const found = names.map((name): unknown => Reflect.get(value, name))
  return found.find((one) => typeof one === 'string')
}

const NAME = /^[a-z][A-Za-z0-9]{0,39}$/

/** The names of what was sent, never its values; what stands in the address is the subject. */
export function changedFields(e: Pick<Endpoint, 'path'>, input: unknown): string[] {
  if (!input || typeof input !== 'object') return []
  const inPath = new Set(e.path.split('/').flatMap((part) => (part.startsWith(':') ? [part.slice(1)] : [])))
  const sent: [string, unknown][] = Object.entries(input)
  return sent.flatMap(([key, value]) => {
    if (inPath.has(key) || value === undefined || key === 'bytes') return []
    if (key !== 'values' || !value || typeof value !== 'object') return [key]
    return Object.keys(value).filter((name) => NAME.test(name))
  })
}

/** The room a door belongs to, as its address says: `people`, `accounts`. */
export function kindOf(e: Pick<Endpoint, 'path'>): string {
  return e.path.split('/')[1] ?? ''
}
