import assert from 'node:assert/strict'
import test from 'node:test'
import { checkCreditCode } from './credit-code.ts'

test('a credit code is told from a bad one, and why', () => {
  for (const [text, expected] of [
    ['91330100799655058B', { result: 'valid', code: '91330100799655058B' }],
    ['914403001922038216', { result: 'valid', code: '914403001922038216' }],
    [' 91330100799655058b ', { result: 'valid', code: '91330100799655058B' }],
    ['91330100799655058C', { result: 'invalid', reason: 'checksum' }],
    ['91330100799655085B', { result: 'invalid', reason: 'checksum' }],
    ['9133010079965505OB', { result: 'invalid', reason: 'character' }],
    ['9133010079965505-B', { result: 'invalid', reason: 'character' }],
    ['９１330100799655058B', { result: 'invalid', reason: 'character' }],
    ['91330100799655058', { result: 'invalid', reason: 'length' }],
    ['330100799655058', { result: 'invalid', reason: 'length' }],
    ['', { result: 'invalid', reason: 'length' }],
  ] as const) {
    assert.deepEqual(checkCreditCode(text), expected, text)
  }
})

test('one wrong character never passes', () => {
  const code = '91330100799655058B'
  for (let at = 0; at < code.length; at += 1) {
    for (const character of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
      const wrong = code.slice(0, at) + character + code.slice(at + 1)
      assert.equal(checkCreditCode(wrong).result === 'valid', wrong === code, wrong)
    }
  }
})
