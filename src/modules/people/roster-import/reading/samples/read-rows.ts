import type { Directory } from '../directory/directory.ts'
import { type RosterReading, readRoster } from '../read-roster.ts'
import type { RosterRow } from '../shapes.ts'
import type { MappingOverrides } from '../table/header/columns.ts'
import { county } from './county.ts'
import { type BookSpec, type CellSpec, workbookOf } from './workbook-of.ts'

export const AS_OF = '2013-06-30'

type Setting = { directory?: Directory; mapping?: MappingOverrides }

export function readBytes(bytes: Uint8Array, setting: Setting = {}): Promise<RosterReading> {
  return readRoster({ file: 'test', bytes, asOf: AS_OF, directory: county, ...setting })
}

export function readBook(spec: BookSpec, setting?: Setting): Promise<RosterReading> {
  return readBytes(workbookOf(spec), setting)
}

export async function readRows(rows: CellSpec[][], merges: string[] = []): Promise<RosterRow[]> {
  return (await readBook({ sheets: [{ rows, merges }] })).rows
}

export async function readOne(cells: Record<string, CellSpec>): Promise<RosterRow> {
  const rows = await readRows([Object.keys(cells), Object.values(cells)])
  const found = rows.find((row) => row.row === 2)
  if (!found) throw new Error('the row was not read')
  return found
}

export function readText(text: string | Uint8Array): Promise<RosterReading> {
  return readBytes(typeof text === 'string' ? new TextEncoder().encode(text) : text)
}

export function classes(rows: RosterRow[]): string[] {
  return rows.map((row) => `${row.row} ${row.why ?? row.class}`)
}
