import { isPartialDate, type PartialDate } from '../partial-date.ts'
import type { CodeOf } from './code-table.ts'
import type { genderCodes } from './personal.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

export type IdCheck =
  | { result: 'valid'; number: string }
  /** 15 digits of the first generation, written as 18. */
  | { result: 'converted15'; number: string }
  | { result: 'invalid'; reason: 'length' | 'date' | 'checksum' }

/**
 * A citizen's identity number by GB 11643, in this order: shape (17 digits and a digit or X, or 15 digits; anything else is
 * `length`), birth date, check character. Spaces around it and a small x are forgiven. The region is not tested: people
 * keep numbers of counties that no longer exist. 15 digits are taken to be of the 20th century. Digits lost in a
 * spreadsheet (…000) may still check out: who reads spreadsheets must look for that first.
 */
export function checkIdNumber(text: string): IdCheck {
  const number = text.trim().toUpperCase()
  if (/^\d{15}$/.test(number)) return check15(number)
  if (!/^\d{17}[\dX]$/.test(number)) return { result: 'invalid', reason: 'length' }
  if (!isPartialDate(birthIn(number))) return { result: 'invalid', reason: 'date' }
  if (checkCharacter(number) !== number[17]) return { result: 'invalid', reason: 'checksum' }
  return { result: 'valid', number }
}

/** Whether free words hold a whole, valid number of 18, also in wide digits or set apart by spaces and dashes. Telephone and card numbers do not check out. */
export function holdsIdNumber(text: string): boolean {
  const plain = text.normalize('NFKC')
  const joined = plain.replace(/(?<=\d)[\s\-–—·]+(?=[\dXx])/g, '')
  return [plain, joined].some((one) =>
    (one.match(/(?<!\d)\d{17}[\dXx](?!\d)/g) ?? []).some((found) => checkIdNumber(found).result === 'valid'),
  )
}

export function idBirth(text: string): PartialDate | undefined {
  const check = checkIdNumber(text)
  return check.result === 'invalid' ? undefined : birthIn(check.number)
}

/** 1 (男) or 2 (女) by GB/T 2261.1; undefined in any text that is no good number. */
export function idGender(text: string): CodeOf<typeof genderCodes> | undefined {
  const check = checkIdNumber(text)
  if (check.result === 'invalid') return undefined
  return Number(check.number[16]) % 2 === 1 ? '1' : '2'
}

function check15(number: string): IdCheck {
  const body = `${number.slice(0, 6)}19${number.slice(6)}`
  if (!isPartialDate(birthIn(body))) return { result: 'invalid', reason: 'date' }
  return { result: 'converted15', number: body + checkCharacter(body) }
}

function birthIn(number: string): PartialDate {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
}

function checkCharacter(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}
