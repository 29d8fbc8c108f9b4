import { readDate } from '../../clean/dates/read-date.ts'
import { readGender } from '../../clean/identity/gender.ts'
import { fold, isNothing } from '../../clean/text.ts'
import { type Cell, cellText } from '../../file/book.ts'
import { looksLikeId, looksLikeName, looksLikePhone } from '../../table/cells/looks-like.ts'
import type { Column, Field } from '../../table/header/fields.ts'
import type { Table } from '../../table/tables.ts'

type Cells = (Cell | undefined)[]
type Pair<T> = [T, T]

const SEPARATORS = ['、', '\n', '/', ';', ',']
const SPOUSE = /[(（]\s*(夫|妻|丈夫|妻子)\s*[)）]/

/** Fields that hold for both when the cell has one part; number, birth and telephone are then the first person's. */
const SHARED: ReadonlySet<Field> = new Set<Field>([
  'unit',
  'unit_post',
  'nature',
  'street',
  'community',
  'address',
  'kind',
  'living',
])

const isDate = (part: string) => ['date', 'lunar'].includes(readDate(part, false).is) && part.length >= 4
const isAnything = () => true

/** What a part must be to stand alone: 1931/5/2 is one birth, not three. Fields not named here are never parted. */
const PARTS: Partial<Record<Field, (part: string) => boolean>> = {
  gender: (part) => readGender(part) !== undefined,
  birth: (part) => isDate(part) || readDate(part, false).is === 'age',
  age: (part) => /^\d{2,3}岁?$/.test(part),
  id: (part) => looksLikeId(part) || isNothing(part),
  phone: looksLikePhone,
  work_start: isDate,
  retire_date: isDate,
  party_date: isDate,
  ethnicity: isAnything,
  political: isAnything,
  education: isAnything,
  rank: isAnything,
  post: isAnything,
  title: isAnything,
  pension: isAnything,
  health: isAnything,
  kind: isAnything,
  unit: isAnything,
}

function halves(text: string, separator: string): Pair<string> | undefined {
  const parts = fold(text)
    .split(separator)
    .map((part) => part.trim())
  const [first, second] = parts
  return parts.length === 2 && first && second ? [first, second] : undefined
}

/** The two parts of a cell, however it parts them; the separator of the names is tried first. */
function parted(cell: Cell | undefined, field: Field | null, preferred: string): Pair<string> | undefined {
  const isPart = field === null ? undefined : PARTS[field]
  if (cell === undefined || !isPart) return undefined
  const found = [preferred, ...SEPARATORS].map((separator) => halves(cellText(cell), separator))
  return found.find((parts) => parts?.every(isPart))
}

const isSpouseName = (name: string) => looksLikeName(name.replace(SPOUSE, ''))

/** A line break in a name may be chance, so it counts only with 夫 and 妻 or when another cell has two parts as well. */
function partedNames(cells: Cells, table: Table): { names: Pair<string>; separator: string } | undefined {
  for (const separator of SEPARATORS) {
    const names = halves(cellText(cells[table.name]), separator)
    if (!names?.every(isSpouseName)) continue
    const isMarked = names.some((name) => SPOUSE.test(name))
    const isBacked =
      separator !== '\n' ||
      isMarked ||
      table.columns.some(({ index, field }) => field !== 'name' && parted(cells[index], field, separator))
    if (isBacked) return { names, separator }
  }
  return undefined
}

/** 夫 and 妻 behind the names say the sex. */
function withSex(name: string): string {
  const role = SPOUSE.exec(name)?.[1]
  if (role === undefined) return name
  return name.replace(SPOUSE, role.startsWith('妻') ? '(女)' : '(男)')
}

function cellsOfBoth(cell: Cell | undefined, column: Column, separator: string): Pair<Cell | undefined> {
  const parts = parted(cell, column.field, separator)
  if (parts) return parts
  return [cell, column.field !== null && SHARED.has(column.field) ? cell : undefined]
}

/** Husband and wife in one row: two rows of cells, one for each. */
export function partCouple(cells: Cells, table: Table): Pair<Cells> | undefined {
  const text = cellText(cells[table.name])
  if (text.length < 5 || /曾用名|原名|又名/.test(text)) return undefined
  const found = partedNames(cells, table)
  if (!found) return undefined
  const first: Cells = [...cells]
  const second: Cells = cells.map(() => undefined)
  for (const column of table.columns) {
    const [own, other] = cellsOfBoth(cells[column.index], column, found.separator)
    first[column.index] = own
    second[column.index] = other
  }
  first[table.name] = withSex(found.names[0])
  second[table.name] = withSex(found.names[1])
  return [first, second]
}
