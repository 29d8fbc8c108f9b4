import type { Mark, NumberFormat } from '../book.ts'
import { builtInFormat, numberFormat } from '../number-format.ts'
import { attribute, type Tag, tagsOf, unescapeXml } from './xml.ts'

export type CellStyle = { format: NumberFormat; mark: Mark | undefined }

const PLAIN: CellStyle = { format: { grain: null, decimals: null }, mark: undefined }

/** White, and the automatic background, are no colour. */
function colourOf(tag: Tag): string | null {
  const rgb = attribute(tag.attributes, 'rgb')
  const indexed = attribute(tag.attributes, 'indexed')
  const theme = attribute(tag.attributes, 'theme')
  if (rgb !== undefined) return /^(?:..)?ffffff$/i.test(rgb) ? null : rgb.slice(-6).toUpperCase()
  if (indexed !== undefined) return ['1', '9', '64', '65'].includes(indexed) ? null : `indexed ${indexed}`
  const tint = Number(attribute(tag.attributes, 'tint') ?? 0)
  if (theme === undefined || (theme === '0' && tint === 0)) return null
  return `theme ${theme} ${tint}`
}

type Reading = {
  formats: Map<number, NumberFormat>
  struck: boolean[]
  fills: (string | null)[]
  styles: CellStyle[]
  path: string[]
}

function readFont(reading: Reading, tag: Tag): void {
  if (tag.name === 'font' && tag.kind !== 'close') reading.struck.push(false)
  if (tag.name !== 'strike' || tag.kind === 'close') return
  const value = attribute(tag.attributes, 'val')
  reading.struck[reading.struck.length - 1] = value !== '0' && value !== 'false'
}

function readFill(reading: Reading, tag: Tag): void {
  if (tag.kind === 'close') return
  const last = reading.fills.length - 1
  if (tag.name === 'fill') reading.fills.push(null)
  if (tag.name === 'patternFill' && attribute(tag.attributes, 'patternType') === 'solid') reading.fills[last] = 'solid'
  if (tag.name === 'fgColor' && reading.fills[last] !== null) reading.fills[last] = colourOf(tag)
  if (tag.name === 'gradientFill') reading.fills[last] = 'gradient'
}

function readStyle(reading: Reading, tag: Tag): void {
  if (tag.name !== 'xf' || tag.kind === 'close') return
  const number = (name: string) => Number(attribute(tag.attributes, name) ?? 0)
  const format = reading.formats.get(number('numFmtId')) ?? builtInFormat(number('numFmtId'))
  const struck = reading.struck[number('fontId')] ?? false
  const fill = reading.fills[number('fillId')] ?? null
  reading.styles.push({ format, mark: struck || fill !== null ? { struck, fill } : undefined })
}

function readTag(reading: Reading, tag: Tag): void {
  const section = reading.path[1]
  if (tag.name === 'numFmt' && section === 'numFmts') {
    const code = unescapeXml(attribute(tag.attributes, 'formatCode') ?? '')
    reading.formats.set(Number(attribute(tag.attributes, 'numFmtId')), numberFormat(code))
  }
  if (section === 'fonts') readFont(reading, tag)
  if (section === 'fills') readFill(reading, tag)
  if (section === 'cellXfs') readStyle(reading, tag)
}

/** What each style number of the workbook means for reading: how numbers are shown, strike-through and fill. */
export function readStyles(xml: string | undefined): (index: number) => CellStyle {
  const reading: Reading = { formats: new Map(), struck: [], fills: [], styles: [], path: [] }
  for (const tag of tagsOf(xml ?? '')) {
    if (tag.kind === 'close') reading.path.pop()
    readTag(reading, tag)
    if (tag.kind === 'open') reading.path.push(tag.name)
  }
  return (index) => reading.styles[index] ?? PLAIN
}
