import { placeCode } from '../codes.ts'
import type { Level } from '../contract.ts'
import { levelsBelow } from '../rules.ts'

/** Where a level's own digits stand in the code, and the highest number they hold. */
const DIGITS = {
  street: { start: 6, end: 9, most: 999 },
  community: { start: 9, end: 12, most: 999 },
  grid: { start: 12, end: 14, most: 99 },
  building: { start: 14, end: 17, most: 999 },
  entrance: { start: 17, end: 19, most: 99 },
} as const

export type AddedLevel = keyof typeof DIGITS

export function mostNumbers(level: AddedLevel): number {
  return DIGITS[level].most
}

/** Streets and communities are numbered by the national table; the office numbers what lies below. */
export function isNumberedHere(level: AddedLevel): boolean {
  return level === 'grid' || level === 'building' || level === 'entrance'
}

export function numberIn(code: string, level: AddedLevel): number {
  return Number(code.slice(DIGITS[level].start, DIGITS[level].end))
}

/** The code of the place with this number directly under another. */
export function codeUnder(parent: string, level: AddedLevel, number: number): string {
  if (level === 'street' || level === 'community') {
    const { start, end } = DIGITS[level]
    return placeCode({ region: parent.slice(0, start) + String(number).padStart(end - start, '0') })
  }
  const own = { grid: numberIn(parent, 'grid'), building: numberIn(parent, 'building'), entrance: 0 }
  return placeCode({ region: parent.slice(0, 12), ...own, [level]: number })
}

/** The lowest number never used, also not by what is abolished: an old code in an old paper must stay what it was. */
export function freeNumber(used: ReadonlySet<number>, level: AddedLevel): number | undefined {
  for (let number = 1; number <= DIGITS[level].most; number++) if (!used.has(number)) return number
  return undefined
}

export type Standing = { code: string; parent: string; level: Level; name: string; short: string }
export type Move = { from: string; to: string; level: Level; name: string; short: string; isNew: boolean }
type Into = { code: string; level: Level; short: string; below: readonly Standing[]; usedCodes: ReadonlySet<string> }

/**
 * Where the places below an abolished one go when it merges into another. Each is added there under the next free number
 * with its own name (with the old place's name before it where the name is taken); what cannot lie there, such as an
 * entrance without its building, becomes the successor itself. `below` stands in the order of codes, parents first.
 */
export function planMoves(from: { code: string; short: string; below: readonly Standing[] }, into: Into): Move[] {
  const goesTo = new Map([[from.code, { code: into.code, level: into.level }]])
  const names = new Set(into.below.map((place) => `${place.parent} ${place.short}`))
  const used = new Set(into.usedCodes)
  return from.below.map((place) => {
    const parent = goesTo.get(place.parent) ?? { code: into.code, level: into.level }
    const code = levelsBelow(parent.level).includes(place.level) ? nextCode(parent.code, place.level, used) : undefined
    const to = code === undefined ? parent : { code, level: place.level }
    goesTo.set(place.code, to)
    const isTaken = names.has(`${parent.code} ${place.short}`)
    const called = (name: string) => (isTaken ? from.short + name : name)
    const { name, short } = { name: called(place.name), short: called(place.short) }
    names.add(`${parent.code} ${short}`)
    return { from: place.code, to: to.code, level: place.level, name, short, isNew: code !== undefined }
  })
}

function nextCode(parent: string, level: Level, used: Set<string>): string | undefined {
  if (level === 'county') return undefined
  for (let number = 1; number <= DIGITS[level].most; number++) {
    const code = codeUnder(parent, level, number)
    if (used.has(code)) continue
    used.add(code)
    return code
  }
  return undefined
}
