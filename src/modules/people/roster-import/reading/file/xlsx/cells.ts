import { type Cell, type Mark, serialDate } from '../book.ts'
import { richText, type SharedStrings } from './shared-strings.ts'
import type { CellStyle } from './styles.ts'
import { attribute, textOf } from './xml.ts'

export type CellTables = { strings: SharedStrings; style: (index: number) => CellStyle; base1904: boolean }
export type FoundCell = { column: number; cell: Cell; mark: Mark | undefined }
/** A `<c>` as it stands: `value` is what `<v>` holds, `inside` everything between the tags. */
type RawCell = { type: string; value: string | undefined; inside: string; use: CellStyle }

/** 0-based column of a reference such as `AB12`; -1 when there is none. */
export function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at)
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}

function between(xml: string, open: string, close: string): string | undefined {
  const from = xml.indexOf(open)
  if (from < 0) return undefined
  const start = xml.indexOf('>', from) + 1
  const to = xml.indexOf(close, start)
  return to < 0 ? undefined : xml.slice(start, to)
}

function numberCell(raw: RawCell, base1904: boolean): Cell | undefined {
  const value = Number(raw.value)
  if (raw.value?.trim() === '' || !Number.isFinite(value)) return undefined
  const { grain } = raw.use.format
  const isDay = grain !== null && value >= 1 && value < 80_000
  return isDay ? { date: serialDate(value, base1904), grain } : { value, format: raw.use.format }
}

/** What the cell shows. A formula counts with its stored result and is never worked out. */
function readValue(raw: RawCell, tables: CellTables): Cell | undefined {
  if (raw.type === 'inlineStr') return richText(between(raw.inside, '<is', '</is>') ?? '')
  if (raw.value === undefined) return undefined
  switch (raw.type) {
    case 's':
      return tables.strings.texts[Number(raw.value)]
    case 'str':
    case 'd':
      return textOf(raw.value)
    case 'b':
      return raw.value.trim() === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      return undefined
    default:
      return numberCell(raw, tables.base1904)
  }
}

/** Strike-through may also be set on the letters of a shared string instead of the cell. */
function markOf(raw: RawCell, { strings }: CellTables): Mark | undefined {
  const { mark } = raw.use
  if (raw.type !== 's' || strings.struck.size === 0 || mark?.struck) return mark
  return strings.struck.has(Number(raw.value)) ? { struck: true, fill: mark?.fill ?? null } : mark
}

/** Finds the cells with a value in the inside of one `<row>`. Empty cells, styled or not, are passed over. */
export function cellsOf(xml: string, tables: CellTables): FoundCell[] {
  const found: FoundCell[] = []
  let column = -1
  let at = xml.indexOf('<c')
  while (at >= 0) {
    const tagEnd = xml.indexOf('>', at)
    if (tagEnd < 0) break
    const attributes = xml.slice(at + 2, tagEnd)
    const reference = attribute(attributes, 'r')
    column = reference === undefined ? column + 1 : columnOf(reference)
    if (attributes.endsWith('/')) {
      at = xml.indexOf('<c', tagEnd)
      continue
    }
    const close = xml.indexOf('</c>', tagEnd)
    const inside = xml.slice(tagEnd + 1, close < 0 ? xml.length : close)
    const use = tables.style(Number(attribute(attributes, 's') ?? 0))
    const raw = { type: attribute(attributes, 't') ?? 'n', value: between(inside, '<v', '</v>'), inside, use }
    const cell = readValue(raw, tables)
    if (cell !== undefined && cell !== '' && column >= 0) found.push({ column, cell, mark: markOf(raw, tables) })
    at = close < 0 ? -1 : xml.indexOf('<c', close + 4)
  }
  return found
}
