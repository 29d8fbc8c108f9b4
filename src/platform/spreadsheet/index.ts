import { parseCsv, readXlsx } from 'hucre'
import { ensure, Refusal } from '../refuse.ts'
import { isMarked, secretMarking } from '../secrecy/index.ts'
import { unpacksWithin } from './unpacked-size.ts'
import { tooManyRows, unreadableSheet } from './words.ts'

export type SheetRow = { row: number; cells: string[] }

const MAX_ROWS = 5_000
const MAX_COLUMNS = 60
const MAX_UNPACKED_BYTES = 48 * 1024 * 1024

/** The first visible sheet of a short table filled in by hand: up to 5,000 rows, empty ones left out. Rosters have their own reader. */
export async function readTable(bytes: Uint8Array): Promise<SheetRow[]> {
  const cells = isZip(bytes) ? await readWorkbook(bytes) : readText(bytes)
  const rows = cells.map((row, index) => ({ row: index + 1, cells: row.slice(0, MAX_COLUMNS).map(asText) }))
  const filled = rows.filter((row) => row.cells.some((cell) => cell !== ''))
  ensure(!filled.some((row) => row.cells.some(isMarked)), secretMarking)
  ensure(filled.length <= MAX_ROWS, () => tooManyRows({ most: MAX_ROWS }))
  return filled
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

async function readWorkbook(bytes: Uint8Array): Promise<unknown[][]> {
  ensure(unpacksWithin(bytes, MAX_UNPACKED_BYTES), unreadableSheet)
  try {
    const isShown = (sheet: { hidden?: boolean; veryHidden?: boolean }) => !sheet.hidden && !sheet.veryHidden
    const book = await readXlsx(bytes, { sheets: isShown, maxRows: MAX_ROWS + 1 })
    return book.sheets[0]?.rows ?? []
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw unreadableSheet()
  }
}

function readText(bytes: Uint8Array): unknown[][] {
  const text = decode(bytes)
  ensure(text.trim() !== '' && !text.includes('\0'), unreadableSheet)
  return parseCsv(text, { maxRows: MAX_ROWS + 1 })
}

/** WPS and Excel write .csv in GB18030 on Chinese machines; text that is not UTF-8 is read as that. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function asText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell !== 'string' && typeof cell !== 'number' && typeof cell !== 'boolean') return ''
  return String(cell)
    .replace(/[\p{Cf}]/gu, '')
    .trim()
}
