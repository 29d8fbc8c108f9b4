import { checkIdNumber } from './id-number.ts'

/** What somebody can put together about a number without being shown it. */
export type Known = {
  /** The number as shown: 18 characters with `*` for those hidden, or any other text where none is shown. */
  shown: string
  /** Six-digit codes of the places the person may come from: the county, its former codes, or all of the province. */
  regions: readonly string[]
  /** Partial date as the record shows it; null where it shows none. */
  birthOn: string | null
  /** GB/T 2261.1: 1 and 2 fix the parity of the number's seventeenth digit. */
  gender: string | null
}

/** Who is registered was born in these years. */
const [OLDEST, YOUNGEST] = [1900, 2010]
const ORDERS = Array.from({ length: 1000 }, (_, order) => String(order).padStart(3, '0'))
const LENGTH = 18

/** How many identity numbers (GB 11643) fit what is known, counted up to `enough`. A mask is judged by this and not by its asterisks. */
export function candidateCount(known: Known, enough = 500): number {
  const pattern = patternOf(known.shown)
  let count = 0
  for (const region of known.regions)
    for (const day of daysOf(known.birthOn))
      for (const order of ordersOf(known.gender)) {
        if (!fits(`${region}${day}${order}`, pattern)) continue
        if (fits(withCheck(`${region}${day}${order}`), pattern)) count++
        if (count >= enough) return count
      }
  return count
}

function patternOf(shown: string): string {
  return /^[\dX*]{18}$/i.test(shown) ? shown.toUpperCase() : '*'.repeat(LENGTH)
}

function fits(number: string, pattern: string): boolean {
  return [...number].every((digit, at) => pattern[at] === '*' || pattern[at] === digit)
}

function ordersOf(gender: string | null): readonly string[] {
  if (gender !== '1' && gender !== '2') return ORDERS
  return ORDERS.filter((order) => Number(order) % 2 === (gender === '1' ? 1 : 0))
}

/** The one check character that makes a number good. */
function withCheck(body: string): string {
  const end = [...'0123456789X'].find((character) => checkIdNumber(body + character).result === 'valid')
  return body + (end ?? '')
}

const DAY = 86_400_000

function* daysOf(birthOn: string | null): Generator<string> {
  const part = birthOn?.replace('~', '') ?? ''
  const [from, to] = part ? [Number(part.slice(0, 4)), Number(part.slice(0, 4))] : [OLDEST, YOUNGEST]
  for (let at = Date.UTC(from, 0, 1); at < Date.UTC(to + 1, 0, 1); at += DAY) {
    const day = new Date(at).toISOString().slice(0, 10)
    if (day.startsWith(part)) yield day.replaceAll('-', '')
  }
}
