import { LIMITS } from '../limits.ts'
import { refuseFile } from '../refusal.ts'

const DELIMITERS = [',', '\t', ';', '，', '|'] as const

/** The delimiter that most lines of the beginning agree on. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/, 200)
  const share = (delimiter: string) => lines.filter((line) => line.includes(delimiter)).length
  const width = (delimiter: string) => Math.max(...lines.map((line) => line.split(delimiter).length))
  const best = DELIMITERS.toSorted((a, b) => share(b) - share(a) || width(b) - width(a))[0]
  return best ?? ','
}

/** End of a quoted field that begins at `at`, or -1 when it is not closed in a way a spreadsheet would close it. */
function quoteEnd(text: string, at: number, delimiter: string): number {
  let end = text.indexOf('"', at + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end < 0) return -1
  const next = text[end + 1]
  return next === undefined || next === delimiter || next === '\n' || next === '\r' ? end : -1
}

function plainEnd(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length) {
    const letter = text[at]
    if (letter === delimiter || letter === '\n' || letter === '\r') break
    at++
  }
  return at
}

/** A quote that would run on for this long was never meant to open a field. */
const LONGEST_FIELD = 20_000

/** Splits text into records. A line break inside quotes belongs to its field; a stray quote is a letter like any other. */
export function* recordsOf(text: string, delimiter: string): Generator<string[]> {
  let fields: string[] = []
  let at = 0
  while (at < text.length) {
    const quoted = text[at] === '"' ? quoteEnd(text, at, delimiter) : -1
    const isQuoted = quoted >= 0 && quoted - at < LONGEST_FIELD
    const end = isQuoted ? quoted + 1 : plainEnd(text, at, delimiter)
    fields.push(isQuoted ? text.slice(at + 1, quoted).replaceAll('""', '"') : text.slice(at, end))
    if (fields.length > LIMITS.columns) refuseFile('FILE_TOO_WIDE')
    const next = text[end]
    at = end + 1
    if (next === delimiter) {
      if (at === text.length) fields.push('')
      continue
    }
    if (next === '\r' && text[at] === '\n') at++
    yield fields
    fields = []
  }
  if (fields.length > 0) yield fields
}
