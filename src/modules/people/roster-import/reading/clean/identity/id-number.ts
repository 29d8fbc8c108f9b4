import { type Cell, isNumberCell } from '../../file/book.ts'
import type { IdStatus, Reason } from '../../shapes.ts'
import { fold, isNothing } from '../text.ts'

export type IdRead = { status: IdStatus; id?: string; text?: string; reason?: Reason }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** Check character of 17 digits (GB 11643). */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return CHECKS[sum % 11] ?? ''
}

/** A day of the calendar, 1800 or later, written `YYYYMMDD`. */
export function isRealDay(digits: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d\d)(\d\d)$/.exec(digits) ?? []
  if (Number(year) < 1800 || Number(month) < 1 || Number(month) > 12 || Number(day) < 1) return false
  return Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
}

function cleaned(text: string): string {
  return fold(text)
    .replace(/[\s'"“”‘’`´＇=]/g, '')
    .replace(/[x×Ⅹⅹхχ✕]$/i, 'X')
    .toUpperCase()
}

const SCIENTIFIC = /^\d(\.\d+)?E\+?\d+$/

function readText(text: string): IdRead {
  const id = cleaned(text)
  if (SCIENTIFIC.test(id)) return { status: 'unrecoverable', text: id, reason: 'ID_PRECISION_LOST' }
  if (id.length === 18 && id.endsWith('000')) return { status: 'unrecoverable', text: id, reason: 'ID_PRECISION_LOST' }
  if (id.length !== 15 && id.length !== 18) return { status: 'invalid', text: id, reason: 'ID_LENGTH' }
  const wide = id.length === 15 ? `${id.slice(0, 6)}19${id.slice(6)}` : id
  if (!isRealDay(wide.slice(6, 14))) return { status: 'invalid', text: id, reason: 'ID_DATE_INVALID' }
  if (!/^\d{17}/.test(wide)) return { status: 'invalid', text: id, reason: 'ID_CHECKSUM' }
  const right = wide.slice(0, 17) + checkCharacter(wide)
  if (id.length === 15) return { status: 'converted15', id: right }
  return right === id ? { status: 'valid', id } : { status: 'invalid', text: id, reason: 'ID_CHECKSUM' }
}

/** Digits that went through a numeric cell are lost whatever the check character says: fifteen are kept, and the rest may come out as anything. */
export function readIdNumber(cell: Cell | undefined): IdRead {
  if (cell === undefined) return { status: 'missing' }
  if (isNumberCell(cell)) return { status: 'unrecoverable', text: String(cell.value), reason: 'ID_PRECISION_LOST' }
  const text = typeof cell === 'string' ? cell : cell.date
  return isNothing(text) || cleaned(text) === '' ? { status: 'missing' } : readText(text)
}

/** Birth day in a number that is right, ISO. */
export function birthInId(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
}

export function genderInId(id: string): '1' | '2' {
  return Number(id[16]) % 2 === 1 ? '1' : '2'
}
