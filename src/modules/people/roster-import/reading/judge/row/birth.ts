import { birthDate } from '../../clean/dates/century.ts'
import { type DateRead, readAge, readDate } from '../../clean/dates/read-date.ts'
import { birthInId } from '../../clean/identity/id-number.ts'
import { squeeze } from '../../clean/text.ts'
import type { BirthPrecision, DatePrecision, Reason } from '../../shapes.ts'
import { cellOf, type Office, type RowView, textOf } from './row-view.ts'

export type BirthFound = { birth?: string; precision?: BirthPrecision; reasons: Reason[] }

const YOUNGEST = 40
const OLDEST = 112

export function precisionOf(date: string): DatePrecision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}

function dated(birth: string, ...reasons: Reason[]): BirthFound {
  return { birth, precision: precisionOf(birth), reasons }
}

function fromAge(read: DateRead, view: RowView, asOf: string): BirthFound | undefined {
  const written = squeeze(textOf(view, 'age'))
  const inColumn = readAge(written) ?? Number(/\d{1,3}/.exec(written)?.[0] ?? 0)
  const years = read.is === 'age' ? read.years : inColumn
  if (years < 1 || years > 130) return undefined
  return { birth: String(Number(asOf.slice(0, 4)) - years), precision: 'about', reasons: ['BIRTH_FROM_AGE'] }
}

/** A lunar date is never converted; a number whose year is the lunar year or the next tells the day. */
function fromLunar(year: number | undefined, inId: string | undefined): BirthFound {
  const idYear = Number(inId?.slice(0, 4))
  if (inId !== undefined && (year === undefined || idYear === year || idYear === year + 1))
    return dated(inId, 'BIRTH_LUNAR')
  if (year === undefined) return { reasons: ['BIRTH_LUNAR'] }
  return inId === undefined
    ? dated(String(year), 'BIRTH_LUNAR')
    : dated(String(year), 'BIRTH_LUNAR', 'ID_BIRTH_MISMATCH')
}

function fromDate(read: Extract<DateRead, { is: 'date' }>, inId: string | undefined): BirthFound {
  const written = birthDate(read.parts)
  if (inId === undefined) return read.parts.zeroLost ? dated(written, 'BIRTH_TRAILING_ZERO') : dated(written)
  const monthFits = !read.parts.zeroLost || ['01', '10'].includes(inId.slice(5, 7))
  return inId.startsWith(written) && monthFits ? dated(inId) : dated(written, 'ID_BIRTH_MISMATCH')
}

function found(read: DateRead, view: RowView, known: { inId: string | undefined; asOf: string }): BirthFound {
  if (read.is === 'lunar') return fromLunar(read.year, known.inId)
  if (read.is === 'date') return fromDate(read, known.inId)
  if (known.inId !== undefined) return dated(known.inId)
  const reckoned = fromAge(read, view, known.asOf)
  if (reckoned) return reckoned
  return { reasons: read.is === 'unreadable' ? ['BIRTH_UNREADABLE'] : [] }
}

/** Birth of the row's person from cell, valid number and age, in this order of the rules; both are kept when they disagree. */
export function findBirth(view: RowView, id: string | undefined, office: Office): BirthFound {
  const read = readDate(cellOf(view, 'birth'), office.base1904)
  const result = found(read, view, { inId: id === undefined ? undefined : birthInId(id), asOf: office.asOf })
  const age = Number(office.asOf.slice(0, 4)) - Number(result.birth?.slice(0, 4))
  if (age < YOUNGEST || age > OLDEST) result.reasons.push('BIRTH_IMPLAUSIBLE')
  return result
}
