import assert from 'node:assert/strict'
import test from 'node:test'
import { codeText, plainCode, shownCode } from './rules.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

test('a code has eight signs, none of which is taken for another', () => {
  const table: [Uint8Array, string][] = [
    [bytes(0, 0, 0, 0, 0), '22222222'],
    [bytes(255, 255, 255, 255, 255), 'ZZZZZZZZ'],
    [bytes(0, 0, 0, 0, 1, 99), '22222223'],
    [bytes(1, 0, 0, 0, 0), '26222222'],
  ]
  for (const [given, code] of table) assert.equal(codeText(given), code)
})

test('on the card it stands in two halves', () => {
  assert.equal(shownCode('ABCD2345'), 'ABCD-2345')
})

test('what is typed is understood however it is written, and what is no code is not', () => {
  const table: [string, string | undefined][] = [
    ['ABCD-2345', 'ABCD2345'],
    [' abcd 2345\n', 'ABCD2345'],
    ['ＡＢＣＤ－２３４５', 'ABCD2345'],
    ['ABCD—2345', 'ABCD2345'],
    ['ABCD-234', undefined],
    ['ABCD-23455', undefined],
    ['ABCD-2340', undefined],
    ['', undefined],
  ]
  for (const [typed, code] of table) assert.equal(plainCode(typed), code, typed)
})
