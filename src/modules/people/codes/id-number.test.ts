import assert from 'node:assert/strict'
import test from 'node:test'
import { checkIdNumber, idBirth, idGender } from './id-number.ts'

test('a good number is told from a bad one, and why', () => {
  for (const [text, expected] of [
    ['11010519491231002X', { result: 'valid', number: '11010519491231002X' }],
    [' 11010519491231002x ', { result: 'valid', number: '11010519491231002X' }],
    ['370502194809150014', { result: 'valid', number: '370502194809150014' }],
    ['370502480915001', { result: 'converted15', number: '370502194809150014' }],
    ['110105491231002', { result: 'converted15', number: '11010519491231002X' }],
    ['110105194912310021', { result: 'invalid', reason: 'checksum' }],
    ['110105194912310020', { result: 'invalid', reason: 'checksum' }],
    ['110105194902290025', { result: 'invalid', reason: 'date' }],
    ['110105194913310025', { result: 'invalid', reason: 'date' }],
    ['110105094912310025', { result: 'invalid', reason: 'date' }],
    ['110105490229002', { result: 'invalid', reason: 'date' }],
    ['', { result: 'invalid', reason: 'length' }],
    ['3.70502E+17', { result: 'invalid', reason: 'length' }],
    ['11010519491231002', { result: 'invalid', reason: 'length' }],
    ['11010519491231002XX', { result: 'invalid', reason: 'length' }],
    ['1101051949123100X2', { result: 'invalid', reason: 'length' }],
    ['11010549123100X', { result: 'invalid', reason: 'length' }],
    ['１１０１０５１９４９１２３１００２Ｘ', { result: 'invalid', reason: 'length' }],
  ] as const) {
    assert.deepEqual(checkIdNumber(text), expected, text)
  }
})

test('birth and sex are read from good numbers only', () => {
  for (const [text, birth, gender] of [
    ['11010519491231002X', '1949-12-31', '2'],
    ['370502194809150014', '1948-09-15', '1'],
    ['370502480915001', '1948-09-15', '1'],
    ['110105194912310020', undefined, undefined],
    ['不详', undefined, undefined],
  ] as const) {
    assert.equal(idBirth(text), birth)
    assert.equal(idGender(text), gender)
  }
})

test('one wrong digit, or two neighbours swapped, never passes', () => {
  const number = '370502194809150014'
  for (let at = 0; at < 17; at += 1) {
    for (const digit of '0123456789') {
      const wrong = number.slice(0, at) + digit + number.slice(at + 1)
      assert.equal(checkIdNumber(wrong).result === 'valid', wrong === number, wrong)
    }
    const swapped = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2)
    assert.equal(checkIdNumber(swapped).result === 'valid', swapped === number, swapped)
  }
})
