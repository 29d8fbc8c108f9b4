import type { SheetRow } from '#platform/spreadsheet/index.ts'

/** A unit as a file writes it, each cell still text. */
export type WrittenUnit = {
  row: number
  code: string
  name: string
  short: string[]
  former: string[]
  kind: string
  nature: string
  vertical: boolean
  status: string
  successor: string
  creditCode: string
  address: string
}

/** The words by which offices call the columns; the keys of a JSON file are the English ones. */
const COLUMNS = {
  code: /^(单位)?(编号|编码|代码|序号码)$|^code$/,
  name: /^(单位)?(名称|全称)$|^单位$|^name$/,
  short: /^(单位)?简称$|^short$/,
  former: /^(曾用名|原名|旧名|前称)(称)?$|^former$/,
  kind: /^(单位)?(类别|类型)$|^kind$/,
  nature: /^(单位)?性质$|^nature$/,
  vertical: /^(是否)?垂(直)?管(理)?$|^vertical$/,
  status: /^(单位)?状态$|^status$/,
  successor: /^(承接|并入|接收|继承)单位$|^successor$/,
  creditCode: /^(统一)?社会信用代码$|^统一代码$|^creditCode$/,
  address: /^(单位)?地址$|^address$/,
} as const
type Column = keyof typeof COLUMNS
const HEADER_WITHIN = 10

const bare = (text: string) => text.replace(/\s+/g, '')
const parts = (text: string) =>
  text
    .split(/[、,，;；/\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

export function readUnitTable(rows: readonly SheetRow[]): WrittenUnit[] | undefined {
  const find = (cells: readonly string[], column: Column) => cells.findIndex((cell) => COLUMNS[column].test(bare(cell)))
  const header = rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => find(cells, 'name') >= 0)
  const titles = rows[header]?.cells
  if (!titles) return undefined
  return rows.slice(header + 1).map(({ row, cells }) => {
    const at = (column: Column) => cells[find(titles, column)]?.trim() ?? ''
    return writtenUnit(row, at)
  })
}

/** The units of a JSON file in the form of the importer's units file; nothing if it is no array of objects. */
export function readUnitJson(value: unknown): WrittenUnit[] | undefined {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'object' && one !== null)) return undefined
  return value.map((unit: object, index) => {
    const fields = new Map(Object.entries(unit))
    return writtenUnit(index + 1, (column) => textOf(fields.get(column)))
  })
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('、')
  if (typeof value === 'boolean') return value ? '是' : ''
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

function writtenUnit(row: number, at: (column: Column) => string): WrittenUnit {
  const [short, former] = [parts(at('short')), parts(at('former'))]
  const vertical = /^(是|有|√|✓|1|y|yes|true|垂管)$/i.test(at('vertical'))
  const { code, name, kind, nature } = {
    code: at('code'),
    name: bare(at('name')),
    kind: at('kind'),
    nature: at('nature'),
  }
  const creditCode = bare(at('creditCode'))
  return {
    row,
    code,
    name,
    short,
    former,
    kind,
    nature,
    vertical,
    status: at('status'),
    successor: bare(at('successor')),
    creditCode,
    address: at('address'),
  }
}
