import type { SheetRow } from '#platform/spreadsheet/index.ts'
import { codeUnder, freeNumber, mostNumbers, numberIn, type Standing } from '../changes/rules.ts'
import { type PlaceLevel, parentOf, placeLevel } from '../codes.ts'
import type { Reason } from './words.ts'

/** The words by which offices call the columns. */
const COLUMNS = {
  street: /^(街道|乡镇|镇街|街镇|所属(街道|乡镇))/,
  community: /^(所属|所在)?(社区|村居|村)/,
  grid: /^(所属)?网格/,
  building: /^(楼栋|楼号|楼房|栋|幢|楼)/,
  entrance: /^单元/,
} as const
type Column = keyof typeof COLUMNS

const HEADER_WITHIN = 10
const LONGEST_NAME = 60
const SMALL_LEVELS = ['grid', 'building', 'entrance'] as const
type SmallLevel = (typeof SMALL_LEVELS)[number]

export type WrittenRow = { row: number } & Record<Column, string>

/** The rows below the header; none if there is no header with a community in the first ten lines. */
export function readColumns(rows: readonly SheetRow[]): WrittenRow[] | undefined {
  const columnsOf = (cells: readonly string[]) => {
    const find = (column: Column) => cells.findIndex((cell) => COLUMNS[column].test(plain(cell)))
    return {
      street: find('street'),
      community: find('community'),
      grid: find('grid'),
      building: find('building'),
      entrance: find('entrance'),
    }
  }
  const header = rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => {
    const { community, grid, building } = columnsOf(cells)
    return community >= 0 && (grid >= 0 || building >= 0)
  })
  const columns = columnsOf(rows[header]?.cells ?? [])
  if (header < 0) return undefined
  return rows.slice(header + 1).map(({ row, cells }) => {
    const at = (column: Column) => plain(cells[columns[column]] ?? '')
    return {
      row,
      street: at('street'),
      community: at('community'),
      grid: at('grid'),
      building: at('building'),
      entrance: at('entrance'),
    }
  })
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')

export type KnownCommunity = { code: string; name: string; short: string; street: string[]; isManaged: boolean }
export type Added = { code: string; level: SmallLevel; name: string }
export type Judged = WrittenRow & {
  verdict: 'new' | 'existing' | 'refused'
  reasons: Reason[]
  adds: string[]
  code: string | null
}
type Known = { communities: readonly KnownCommunity[]; below: readonly Standing[]; usedCodes: ReadonlySet<string> }

/** Nothing is written here, so the preview and the act are one plan. A row that repeats another adds nothing; a refused row never hinders another. */
export function planSheet(rows: readonly WrittenRow[], known: Known): { rows: Judged[]; added: Added[] } {
  const ground = new Ground(known)
  const judged = rows.map((row) => judge(row, known.communities, ground))
  return { rows: judged, added: ground.added }
}

function judge(row: WrittenRow, communities: readonly KnownCommunity[], ground: Ground): Judged {
  const refused = (reason: Reason): Judged => ({ ...row, verdict: 'refused', reasons: [reason], adds: [], code: null })
  const found = findCommunity(row, communities)
  if (typeof found === 'string') return refused(found)
  if (!found.isManaged) return refused('outside_area')
  const path = SMALL_LEVELS.flatMap((level) => (row[level] ? [{ level, name: nameOf(level, row[level]) }] : []))
  if (!path.length) return refused('nothing_below')
  if (row.entrance && !row.building) return refused('entrance_without_building')
  if (path.some((step) => step.name.length > LONGEST_NAME)) return refused('name_too_long')
  const laid = ground.lay(found.code, path)
  if (!laid) return refused('no_number_left')
  const reasons: Reason[] = laid.adds.length === 0 && laid.isOfSheet ? ['repeated'] : []
  return { ...row, verdict: laid.adds.length ? 'new' : 'existing', reasons, adds: laid.adds, code: laid.code }
}

function findCommunity(
  { street, community }: WrittenRow,
  communities: readonly KnownCommunity[],
): KnownCommunity | Reason {
  if (!community) return 'no_community'
  const isCalled = (one: KnownCommunity) =>
    one.short === community || one.name === community || one.code.startsWith(community.padEnd(12, '-'))
  const isThere = (one: KnownCommunity) => !street || one.street.includes(street)
  const [first, ...others] = communities.filter((one) => isCalled(one) && isThere(one))
  if (!first) return 'unknown_community'
  return others.length ? 'ambiguous_community' : first
}

const NUMERALS = '零一二三四五六七八九'
const NUMBERED = /^第?(\d{1,4}|[零一二三四五六七八九十]{1,3})(号楼|号|栋|幢|楼|网格|单元)?$/
const BARE = {
  grid: (n: string) => `第${n}网格`,
  building: (n: string) => `${n}号楼`,
  entrance: (n: string) => `${n}单元`,
}

/** A bare number is written out: 3 becomes 第3网格, 3号楼, 3单元. */
function nameOf(level: SmallLevel, text: string): string {
  return /^\d{1,4}$/.test(text) ? BARE[level](String(Number(text))) : text
}

/** The number a plain name says (第三网格, 3号楼, 十二栋), so that the code can carry it and 三号楼 is 3号楼. */
export function numberSaid(name: string): number | undefined {
  const said = NUMBERED.exec(plain(name))?.[1]
  if (!said) return undefined
  if (/^\d+$/.test(said)) return Number(said)
  const [tens = '', ones = ''] = said.includes('十') ? said.split('十') : ['零', said]
  const digit = (text: string, none: number) => (text === '' ? none : NUMERALS.indexOf(text))
  return digit(tens, 1) * 10 + digit(ones, 0)
}

/** The places below the communities as they are and as the rows so far have added to them. */
class Ground {
  readonly added: Added[] = []
  readonly #byName = new Map<string, string>()
  readonly #numbers = new Map<string, Set<number>>()
  readonly #ofSheet = new Set<string>()

  constructor({ below, usedCodes }: Known) {
    for (const place of below) this.#byName.set(keyOf(place.parent, place.level, place.short), place.code)
    for (const code of usedCodes) this.#numbersUnder(parentOf(code) ?? '', placeLevel(code)).add(lastNumber(code))
  }

  /** Finds or adds each place of a path; nothing at all if some number has run out. */
  lay(community: string, path: readonly { level: SmallLevel; name: string }[]) {
    const fresh: (Added & { key: string; parent: string })[] = []
    let parent = community
    for (const { level, name } of path) {
      const key = keyOf(parent, level, name)
      const known = this.#byName.get(key)
      const code = known ?? this.#free(parent, level, name)
      if (code === undefined) return undefined
      if (known === undefined) fresh.push({ code, level, name, key, parent })
      parent = code
    }
    for (const place of fresh) this.#add(place)
    return { code: parent, adds: fresh.map((one) => one.name), isOfSheet: this.#ofSheet.has(parent) }
  }

  #add({ code, level, name, key, parent }: Added & { key: string; parent: string }): void {
    this.#byName.set(key, code)
    this.#numbersUnder(parent, level).add(lastNumber(code))
    this.#ofSheet.add(code)
    this.added.push({ code, level, name })
  }

  /** The number the name says if it is free, otherwise the next free one. */
  #free(parent: string, level: SmallLevel, name: string): string | undefined {
    const used = this.#numbersUnder(parent, level)
    const said = numberSaid(name)
    const number = said && said <= mostNumbers(level) && !used.has(said) ? said : freeNumber(used, level)
    return number === undefined ? undefined : codeUnder(parent, level, number)
  }

  #numbersUnder(parent: string, level: PlaceLevel): Set<number> {
    const key = `${parent} ${level}`
    const numbers = this.#numbers.get(key) ?? new Set()
    this.#numbers.set(key, numbers)
    return numbers
  }
}

function lastNumber(code: string): number {
  const level = placeLevel(code)
  return level === 'grid' || level === 'building' || level === 'entrance' ? numberIn(code, level) : 0
}

function keyOf(parent: string, level: string, name: string): string {
  return `${parent} ${level} ${numberSaid(name) ?? plain(name)}`
}
