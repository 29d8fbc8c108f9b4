import { matchKey } from '#modules/units/index.ts'
import { remembering } from '../clean/remember.ts'
import { squeeze } from '../clean/text.ts'

export type UnitEntry = { name: string; code?: string | null; short?: string[]; former?: string[] }
export type UnitMatch = { is: 'one'; unit: UnitEntry } | { is: 'many' } | { is: 'none' }

const NONE: UnitMatch = { is: 'none' }
const MANY: UnitMatch = { is: 'many' }

export type UnitFinder = {
  find: (text: string) => UnitMatch
  /** The longest beginning of the cell that is known, and what follows it. */
  findAtStart: (text: string) => { match: UnitMatch; unitText: string; rest: string }
}

/** 县人大办事员 is a 办事员 of 县人大, although 县人大办 is a unit's short name too. */
function isCutClerk(text: string, length: number, find: UnitFinder['find']): boolean {
  return text.slice(length - 1, length + 2) === '办事员' && find(text.slice(0, length - 1)).is !== 'none'
}

export function unitFinder(units: UnitEntry[], county: string): UnitFinder {
  const compare = (text: string) => matchKey(text, county)
  const byName = new Map<string, Set<UnitEntry>>()
  for (const unit of units) {
    for (const name of [unit.name, ...(unit.short ?? []), ...(unit.former ?? [])]) {
      const key = compare(name)
      if (key !== '') byName.set(key, (byName.get(key) ?? new Set()).add(unit))
    }
  }
  const find = remembering((text): UnitMatch => {
    const hits = byName.get(compare(text))
    if (!hits) return NONE
    const [unit] = hits
    return hits.size === 1 && unit ? { is: 'one', unit } : MANY
  })
  const findAtStart = remembering((text) => {
    const bare = squeeze(text)
    for (let length = Math.min(bare.length, 60); length > 0; length--) {
      const match = find(bare.slice(0, length))
      if (match.is === 'none' || isCutClerk(bare, length, find)) continue
      return { match, unitText: bare.slice(0, length), rest: bare.slice(length) }
    }
    return { match: NONE, unitText: bare, rest: '' }
  })
  return { find, findAtStart }
}
