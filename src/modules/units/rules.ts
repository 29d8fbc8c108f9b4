import { ensure } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import { eventWords, fieldWords, wrongDay } from './words.ts'

/** The first day of the People's Republic: no unit of the county is older. */
const FIRST_DAY = '1949-10-01'

/** The day of an act: today unless said, not before the unit stood, never in the future because its people move at once. */
export function dayOf(said: string | undefined, { from, today }: { from: string | null; today: string }): string {
  const on = said ?? today
  const earliest = from ?? FIRST_DAY
  ensure(on >= earliest && on <= today, () => wrongDay({ from: earliest, to: today }))
  return on
}

type Happened = { kind: keyof typeof eventWords; by: string | null; at: string; detail: Record<string, unknown> }

/** Who changed a unit last, when, and everything that was changed since, in words for the clerk who came second. */
export function lastChange(events: readonly Happened[]): { by: string; at: string; what: Bilingual } {
  const [last] = events
  const words = events.flatMap(wordsOf)
  const what = words.length ? words : [eventWords.changed]
  const joined = (lang: 'zh' | 'en', mark: string) => [...new Set(what.map((one) => one[lang]))].join(mark)
  return { by: last?.by ?? '系统', at: minuteOf(last?.at), what: { zh: joined('zh', '、'), en: joined('en', ', ') } }
}

function wordsOf({ kind, detail }: Happened): Bilingual[] {
  const fields = detail.fields
  if (kind !== 'changed' || !fields || typeof fields !== 'object') return [eventWords[kind]]
  return Object.keys(fields).flatMap((field) => (isField(field) ? [fieldWords[field]] : []))
}

const isField = (text: string): text is keyof typeof fieldWords => text in fieldWords

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

function minuteOf(at: string | undefined): string {
  return at ? clock.format(new Date(at)) : ''
}

export function differences<T extends Record<string, unknown>>(
  before: T,
  after: T,
): Record<string, { from: unknown; to: unknown }> {
  const keys = Object.keys(after).filter((key) => before[key] !== after[key])
  return Object.fromEntries(keys.map((key) => [key, { from: before[key], to: after[key] }]))
}
