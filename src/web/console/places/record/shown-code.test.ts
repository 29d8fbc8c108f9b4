import assert from 'node:assert/strict'
import test from 'node:test'
import { shownCode } from './shown-code.ts'

test('a street and a community are shown by the twelve digits everybody knows, a grid by all of its own', () => {
  assert.equal(shownCode({ level: 'street', code: '3714240010000000000' }), '371424001000')
  assert.equal(shownCode({ level: 'community', code: '3714240010230000000' }), '371424001023')
  assert.equal(shownCode({ level: 'grid', code: '3714240010230100000' }), '3714240010230100000')
})
