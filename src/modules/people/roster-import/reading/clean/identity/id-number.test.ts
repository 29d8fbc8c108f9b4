import assert from 'node:assert/strict'
import test from 'node:test'
import type { Cell } from '../../file/book.ts'
import { idNumber } from '../../samples/county.ts'
import { birthInId, checkCharacter, genderInId, isRealDay, readIdNumber } from './id-number.ts'

const RIGHT = idNumber('19490915')
const WITH_X = '11010519491231002X'
const GENERAL = { grain: null, decimals: null }

test('the check character follows GB 11643', () => {
  assert.equal(checkCharacter('11010519491231002'), 'X')
  assert.equal(checkCharacter('37050219480915001'), '4')
})

test('a number is cleaned of everything a spreadsheet or a clerk puts around it', () => {
  const written = [
    RIGHT,
    ` ${RIGHT} `,
    `'${RIGHT}`,
    `’${RIGHT}`,
    `\`${RIGHT}`,
    `\t${RIGHT}`,
    `="${RIGHT}"`,
    `“${RIGHT}”`,
    `${RIGHT.slice(0, 6)} ${RIGHT.slice(6, 14)} ${RIGHT.slice(14)}`,
    `${RIGHT.slice(0, 10)}\n${RIGHT.slice(10)}`,
    [...RIGHT].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
    `\ufeff${RIGHT}\u200b`,
  ]
  for (const text of written) assert.deepEqual(readIdNumber(text), { status: 'valid', id: RIGHT }, JSON.stringify(text))
})

test('the last x may be small, wide or a multiplication sign', () => {
  for (const last of ['X', 'x', 'ｘ', 'Ｘ', '×', 'Ⅹ']) {
    assert.deepEqual(readIdNumber(WITH_X.slice(0, 17) + last), { status: 'valid', id: WITH_X }, last)
  }
})

test('fifteen digits with a real date become eighteen', () => {
  assert.deepEqual(readIdNumber('370502480915001'), { status: 'converted15', id: '370502194809150014' })
  assert.equal(readIdNumber('370502481315001').reason, 'ID_DATE_INVALID')
})

const SPOILED: [Cell, string, string][] = [
  ['3.79900E+17', 'unrecoverable', 'ID_PRECISION_LOST'],
  ['3.799e17', 'unrecoverable', 'ID_PRECISION_LOST'],
  ['379900194909150000', 'unrecoverable', 'ID_PRECISION_LOST'],
  [{ value: 379900194909150000, format: GENERAL }, 'unrecoverable', 'ID_PRECISION_LOST'],
  [{ value: 379900490915001, format: GENERAL }, 'unrecoverable', 'ID_PRECISION_LOST'],
  ['37990019490915001', 'invalid', 'ID_LENGTH'],
  ['3799001949091500151', 'invalid', 'ID_LENGTH'],
  ['办理中', 'invalid', 'ID_LENGTH'],
  ['379900194913150015', 'invalid', 'ID_DATE_INVALID'],
  ['379900194902300015', 'invalid', 'ID_DATE_INVALID'],
  [`${RIGHT.slice(0, 17)}${RIGHT.endsWith('1') ? '2' : '1'}`, 'invalid', 'ID_CHECKSUM'],
  ['37990O194909150015', 'invalid', 'ID_CHECKSUM'],
]

test('a spoiled number is never stored and says what is wrong with it', () => {
  for (const [cell, status, reason] of SPOILED) {
    const read = readIdNumber(cell)
    assert.deepEqual([read.status, read.reason, read.id], [status, reason, undefined], JSON.stringify(cell))
  }
})

test('zeros at the end are lost digits even when the check character happens to fit', () => {
  const fitting = Array.from({ length: 1000 }, (_, at) => idNumber('19490915', at)).find((id) => id.endsWith('000'))
  assert.equal(readIdNumber(fitting).status, fitting === undefined ? 'missing' : 'unrecoverable')
  assert.equal(readIdNumber('37990019490915000X'.replace('X', '0')).status, 'unrecoverable')
})

test('no number is no number', () => {
  for (const cell of [undefined, '', '无', '不详', '—', "''", '""'])
    assert.deepEqual(readIdNumber(cell), { status: 'missing' })
})

test('a number tells birth and sex', () => {
  assert.equal(birthInId(RIGHT), '1949-09-15')
  assert.deepEqual([genderInId(idNumber('19490915', 151)), genderInId(idNumber('19490915', 152))], ['1', '2'])
})

test('days are those of the calendar', () => {
  const days: [string, boolean][] = [
    ['19480229', true],
    ['19490229', false],
    ['19491301', false],
    ['19490931', false],
    ['19490900', false],
    ['17001010', false],
    ['1949091', false],
  ]
  for (const [day, isReal] of days) assert.equal(isRealDay(day), isReal, day)
})
