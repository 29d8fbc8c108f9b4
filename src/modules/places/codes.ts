import { ensure, notFound } from '#platform/refuse.ts'

/**
 * A place code is a 19-digit number carried as text, because it passes 2^53: 2 province, 2 city, 2 county, 3 street,
 * 3 community (the 12-digit statistical code), 2 grid, 3 building, 2 entrance. A group of zeros means "not specified", so
 * a place's level is its last group that is not zero, and "under this street" is one range of numbers.
 *
 * Two groups may be zero in the middle: the county (东莞, 中山, 儋州 have streets directly under the city) and the grid (a
 * community that has drawn no grids still has buildings). Every other gap is refused, as is anything that is not 19
 * digits, and a province outside 11–91, which also keeps every code inside PostgreSQL's bigint. Refusals are RangeErrors.
 */
const GROUPS = [
  { level: 'province', end: 2, mayBeSkipped: false },
  { level: 'city', end: 4, mayBeSkipped: false },
  { level: 'county', end: 6, mayBeSkipped: true },
  { level: 'street', end: 9, mayBeSkipped: false },
  { level: 'community', end: 12, mayBeSkipped: false },
  { level: 'grid', end: 14, mayBeSkipped: true },
  { level: 'building', end: 17, mayBeSkipped: false },
  { level: 'entrance', end: 19, mayBeSkipped: false },
] as const
const DIGITS = 19

export type PlaceLevel = (typeof GROUPS)[number]['level']

export interface PlaceParts {
  /** 2, 4, 6, 9 or 12 digits. */
  region: string
  grid?: number
  building?: number
  entrance?: number
}

/** Grid 1–99, building 1–999, entrance 1–99; each needs its community, an entrance also its building. */
export function placeCode({ region, grid = 0, building = 0, entrance = 0 }: PlaceParts): string {
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(region)) throw new RangeError(`not a region code: ${region}`)
  const code = region.padEnd(12, '0') + group(grid, 2) + group(building, 3) + group(entrance, 2)
  lastGroup(code)
  return code
}

export function isPlaceCode(text: string): boolean {
  return whyRefused(text) === undefined
}

export function placeLevel(code: string): PlaceLevel {
  return lastGroup(code).level
}

/** All codes of the place itself and of everything under it, both ends included. Under what is no place there is nothing to be found. */
export function placeRange(code: string): { lo: string; hi: string } {
  ensure(isPlaceCode(code), notFound)
  return { lo: code, hi: code.slice(0, lastGroup(code).end).padEnd(DIGITS, '9') }
}

/** The nearest place above that the code itself names: a street of 东莞 lies under the city. A province has none. */
export function parentOf(code: string): string | undefined {
  return ancestorsOf(code).at(-1)
}

export function ancestorsOf(code: string): string[] {
  const own = lastGroup(code).end
  const above = GROUPS.filter(({ end }) => end < own).map(({ end }) => code.slice(0, end).padEnd(DIGITS, '0'))
  return [...new Set(above)]
}

/** A place counts as under itself, as in its range. */
export function isUnder(code: string, ancestor: string): boolean {
  lastGroup(code)
  return code.startsWith(ancestor.slice(0, lastGroup(ancestor).end))
}

function group(value: number, digits: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 10 ** digits) {
    throw new RangeError(`does not fit ${digits} digits: ${value}`)
  }
  return String(value).padStart(digits, '0')
}

function lastGroup(code: string): (typeof GROUPS)[number] {
  const last = GROUPS.findLast((_, index) => !isZero(code, index))
  const refusal = whyRefused(code)
  if (refusal || !last) throw new RangeError(`not a place code (${refusal}): ${code}`)
  return last
}

function whyRefused(code: string): string | undefined {
  if (!/^\d{19}$/.test(code)) return 'not 19 digits'
  const province = Number(code.slice(0, 2))
  if (province < 11 || province > 91) return 'no such province'
  const last = GROUPS.findLastIndex((_, index) => !isZero(code, index))
  const gap = GROUPS.findIndex(({ mayBeSkipped }, index) => index < last && !mayBeSkipped && isZero(code, index))
  return gap < 0 ? undefined : `no ${GROUPS[gap]?.level}`
}

function isZero(code: string, index: number): boolean {
  const start = GROUPS[index - 1]?.end ?? 0
  return /^0+$/.test(code.slice(start, GROUPS[index]?.end))
}
