import { readEthnicity } from '../../clean/codes/ethnicity.ts'
import { readPolitical } from '../../clean/codes/political.ts'
import { readYesNo } from '../../clean/codes/yes-no.ts'
import { readGender } from '../../clean/identity/gender.ts'
import { readKind } from '../../clean/office/kind.ts'
import { isDitto, isNothing, squeeze } from '../../clean/text.ts'
import type { LookUps } from '../../directory/look-ups.ts'
import { type Cell, cellText } from '../../file/book.ts'
import { looksLikeDate, looksLikeId, looksLikeName, looksLikePhone } from '../cells/looks-like.ts'
import type { Column, Field } from './fields.ts'
import { guessHeader, type HeaderGuess } from './header-words.ts'

/** What a bureau has taught the importer, and what a person corrected for this file. `ignore` takes a column out. */
export type MappingOverrides = {
  /** Header text as a `Column` shows it → what it means here. */
  remembered?: Record<string, Field | 'ignore'>
  /** Corrections of this file: of the table whose header begins at this row, or of every table of the sheet. */
  columns?: { sheet: string; headerRow?: number; index: number; field: Field | 'ignore' }[]
}

const meant = (field: Field | 'ignore'): Field => (field === 'ignore' ? 'ignored' : field)

/** Joins of a header's levels in the order in which they are tried; the lowest alone usually says it, 离退休 needs its group. */
function joins(path: string[]): string[] {
  const leaf = path.at(-1) ?? ''
  const group = path.at(-2) ?? ''
  const lowest = /^(离退休|离休|退休)$/.test(leaf) ? [leaf + group, leaf] : [leaf, leaf + group]
  return [path.join(''), group + leaf, ...lowest]
}

/** What a column's header means, from its levels top down. A group about somebody else (配偶情况) rules all its columns. */
export function guessPath(path: string[], remembered: MappingOverrides['remembered'] = {}): HeaderGuess | undefined {
  if (path.length === 0) return undefined
  const candidates = joins(path)
  for (const text of [path.join('／'), ...candidates]) {
    const taught = remembered[text]
    if (taught !== undefined) return { field: meant(taught), confidence: 1 }
  }
  const guesses = candidates.map(guessHeader)
  const joined = path.length > 1 ? guesses[0] : undefined
  if (joined?.confidence === 0.9) return joined
  const sure = guesses.find((guess) => guess?.confidence === 1)
  return sure ?? guessHeader(path.at(-1) ?? '') ?? (path.length > 1 ? guessHeader(path.at(-2) ?? '') : undefined)
}

type Sample = (string | Cell)[]

function share(sample: Sample, test: (cell: Cell) => boolean): number {
  return sample.length === 0 ? 0 : sample.filter(test).length / sample.length
}

const text = (cell: Cell) => cellText(cell)
const isKind = (cell: Cell) => readKind(text(cell)) !== undefined
const isNature = (cell: Cell) => /^(机关|事业|企业)(单位)?$/.test(squeeze(text(cell)))
const isAge = (cell: Cell) => /^\d{2,3}(周?岁)?$/.test(squeeze(text(cell)))
const isYesNo = (cell: Cell) => readYesNo(text(cell)) !== undefined
const isPolitical = (cell: Cell) => readPolitical(text(cell)) !== undefined

/** Where headers are loose the values decide: 离退休 may head a kind or a date, 类型 a kind or the unit's nature. */
function corrected(field: Field | null, sample: Sample): Field | null {
  switch (field) {
    case 'kind':
      if (share(sample, looksLikeDate) > 0.5) return 'retire_date'
      return share(sample, isNature) > 0.5 ? 'nature' : field
    case 'retire_date':
      return share(sample, isKind) > 0.5 && share(sample, looksLikeDate) < 0.3 ? 'kind' : field
    case 'nature':
      return share(sample, isKind) > 0.5 ? 'kind' : field
    case 'birth':
      return share(sample, isAge) > 0.8 ? 'age' : field
    case 'age':
      return share(sample, looksLikeDate) > 0.5 ? 'birth' : field
    case 'party_member':
      return share(sample, isPolitical) > 0.5 && share(sample, isYesNo) < 0.3 ? 'political' : field
    case 'political':
      return share(sample, isYesNo) > 0.8 ? 'party_member' : field
    default:
      return field
  }
}

const BY_CONTENT: [Field, (cell: Cell) => boolean][] = [
  ['id', looksLikeId],
  ['phone', looksLikePhone],
  ['gender', (cell) => readGender(text(cell)) !== undefined && !/\d/.test(text(cell))],
  ['ethnicity', (cell) => readEthnicity(text(cell)) !== undefined && !/\d/.test(text(cell))],
]

/** A column whose header says nothing, by what stands in it. */
function byContent(sample: Sample, taken: Set<Field>): Field | null {
  if (sample.length < 3) return null
  return BY_CONTENT.find(([field, test]) => !taken.has(field) && share(sample, test) > 0.8)?.[0] ?? null
}

/** Whole cells fit no unit, but their beginnings do, and no other column holds the posts. */
function holdsPosts(sample: Sample, { units }: LookUps): boolean {
  const whole = share(sample, (cell) => units.find(text(cell)).is !== 'none')
  const begun = share(sample, (cell) => units.findAtStart(text(cell)).match.is !== 'none')
  return sample.length >= 3 && whole < 0.3 && begun > 0.6
}

export type TableSample = { at: (index: number) => Sample; directory: LookUps }

/** Settles what each column of a table holds, from header and values together. */
export function settleColumns(columns: Column[], sample: TableSample): Column[] {
  const taken = new Set(columns.flatMap((column) => (column.field ? [column.field] : [])))
  return columns.map((column) => {
    const cells = sample.at(column.index).filter((cell) => !isNothing(text(cell)) && !isDitto(text(cell)))
    const own = corrected(column.field, cells)
    if (own === 'unit' && !taken.has('post') && !taken.has('unit_post') && holdsPosts(cells, sample.directory)) {
      return { ...column, field: 'unit_post', confidence: 0.7 }
    }
    if (own !== null) return own === column.field ? column : { ...column, field: own, confidence: 0.7 }
    const found = byContent(cells, taken)
    if (found) taken.add(found)
    return found ? { ...column, field: found, confidence: 0.5 } : column
  })
}

/** The names of a table without a header of their own: the one unread column that is full of them. */
export function columnOfNames(columns: Column[], sample: TableSample): number | undefined {
  return columns.find(
    (column) => column.field === null && share(sample.at(column.index), (cell) => looksLikeName(text(cell))) > 0.8,
  )?.index
}

/** A person's corrections of the mapping, which nothing overrules. */
export function correctColumns(
  columns: Column[],
  place: { sheet: string; headerRow: number },
  mapping: MappingOverrides = {},
): Column[] {
  const own = mapping.columns?.filter(
    (one) => one.sheet === place.sheet && (one.headerRow ?? place.headerRow) === place.headerRow,
  )
  return columns.map((column) => {
    const correction = own?.find((one) => one.index === column.index)
    return correction ? { ...column, field: meant(correction.field), confidence: 1 } : column
  })
}
