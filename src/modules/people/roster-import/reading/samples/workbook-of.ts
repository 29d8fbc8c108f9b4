import { type Part, zipOf } from './zip-of.ts'

export type CellLook = { format?: string | number; fill?: string; struck?: boolean }
/** A cell of a test workbook: its value alone, or with how it looks, a remark, or a formula whose stored result it is. */
export type CellSpec =
  | string
  | number
  | null
  | ({ value: string | number | null; note?: string; formula?: string } & CellLook)
export type SheetSpec = { name?: string; state?: 'hidden' | 'veryHidden'; rows: CellSpec[][]; merges?: string[] }
export type BookSpec = { sheets: SheetSpec[]; base1904?: boolean; prefix?: string; more?: Part[] }

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`).replaceAll('\n', '&#10;')
}

export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
}

/** Looks get style numbers in the order in which they are first met; 0 is plain. */
class Looks {
  readonly all: CellLook[] = [{}]
  numberOf(cell: CellSpec): number {
    if (cell === null || typeof cell !== 'object') return 0
    const look: CellLook = {}
    if (cell.format !== undefined) look.format = cell.format
    if (cell.fill !== undefined) look.fill = cell.fill
    if (cell.struck) look.struck = true
    const known = this.all.findIndex((one) => JSON.stringify(one) === JSON.stringify(look))
    return known >= 0 ? known : this.all.push(look) - 1
  }

  xml(): string {
    const formats = this.all.map(({ format }, at) =>
      typeof format === 'string' ? `<numFmt numFmtId="${200 + at}" formatCode="${escape(format)}"/>` : '',
    )
    const fonts = this.all.map(({ struck }) => `<font>${struck ? '<strike/>' : ''}<sz val="11"/></font>`)
    const fills = this.all.map(
      ({ fill }) =>
        `<fill><patternFill patternType="${fill ? 'solid' : 'none'}">${fill ? `<fgColor rgb="FF${fill}"/>` : ''}</patternFill></fill>`,
    )
    const styles = this.all.map(
      ({ format }, at) =>
        `<xf numFmtId="${typeof format === 'string' ? 200 + at : (format ?? 0)}" fontId="${at}" fillId="${at}"/>`,
    )
    const list = (name: string, items: string[]) => `<${name}>${items.join('')}</${name}>`
    return `<styleSheet ${NS}>${list('numFmts', formats)}${list('fonts', fonts)}${list('fills', fills)}${list('cellXfs', styles)}</styleSheet>`
  }
}

function cellXml(cell: CellSpec, place: string, looks: Looks): string {
  const value = cell !== null && typeof cell === 'object' ? cell.value : cell
  const formula = cell !== null && typeof cell === 'object' && cell.formula ? `<f>${escape(cell.formula)}</f>` : ''
  const start = `<c r="${place}" s="${looks.numberOf(cell)}"`
  if (value === null || value === '') return `${start}>${formula}</c>`
  if (typeof value === 'number') return `${start}>${formula}<v>${value}</v></c>`
  if (formula) return `${start} t="str">${formula}<v>${escape(value)}</v></c>`
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`
}

function sheetXml({ rows, merges = [] }: SheetSpec, looks: Looks): string {
  const body = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`, looks)).join('')}</row>`,
  )
  const merged =
    merges.length > 0 ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''
  return `<?xml version="1.0"?><worksheet ${NS}><sheetData>${body.join('')}</sheetData>${merged}</worksheet>`
}

function commentParts({ rows }: SheetSpec, number: number): Part[] {
  const notes = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell !== null && typeof cell === 'object' && cell.note
        ? [`<comment ref="${columnName(column)}${row + 1}"><text><r><t>${escape(cell.note)}</t></r></text></comment>`]
        : [],
    ),
  )
  if (notes.length === 0) return []
  const relations = `<Relationships><Relationship Id="rId1" Type="${RELATION}/comments" Target="../comments${number}.xml"/></Relationships>`
  return [
    { name: `xl/worksheets/_rels/sheet${number}.xml.rels`, text: relations },
    {
      name: `xl/comments${number}.xml`,
      text: `<comments ${NS}><commentList>${notes.join('')}</commentList></comments>`,
    },
  ]
}

/** Puts every tag of a part into a namespace prefix, as some report generators do. */
function prefixed(xml: string, prefix: string | undefined): string {
  return prefix ? xml.replace(/<(\/?)(?=[a-z])/g, `<$1${prefix}:`) : xml
}

export function workbookParts({ sheets, base1904, prefix, more = [] }: BookSpec): Part[] {
  const looks = new Looks()
  const contents = sheets.map((sheet, at) => ({
    name: `xl/worksheets/sheet${at + 1}.xml`,
    text: prefixed(sheetXml(sheet, looks), prefix),
  }))
  const named = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escape(name ?? `Sheet${at + 1}`)}" sheetId="${at + 1}" ${state ? `state="${state}" ` : ''}r:id="rId${at + 1}"/>`,
  )
  const relations = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATION}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  return [
    { name: '[Content_Types].xml', text: '<Types/>' },
    {
      name: '_rels/.rels',
      text: `<Relationships><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `<workbook ${NS} xmlns:r="${RELATION}"><workbookPr date1904="${base1904 ? 1 : 0}"/><sheets>${named.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships>${relations.join('')}<Relationship Id="rIdS" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`,
    },
    ...contents,
    { name: 'xl/styles.xml', text: looks.xml() },
    ...sheets.flatMap((sheet, at) => commentParts(sheet, at + 1)),
    ...more,
  ]
}

export function workbookOf(spec: BookSpec): Uint8Array {
  return new Uint8Array(zipOf(workbookParts(spec)))
}
