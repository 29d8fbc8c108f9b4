import assert from 'node:assert/strict'
import test from 'node:test'
import { inFours, plainDigits, stateOf } from './rules.ts'

test('digits are read from full-width keyboards, with blanks and dashes', () => {
  for (const [typed, digits] of [
    ['1234 5678', '12345678'],
    ['１２３４－５６７８', '12345678'],
    ['12345678', '12345678'],
    ['', ''],
  ] as const)
    assert.equal(plainDigits(typed), digits)
})

test('a long number stands in fours on the card', () => {
  assert.equal(inFours('12345678'), '1234 5678')
  assert.equal(inFours('123456'), '1234 56')
})

test('an authority waits for a word, holds to the end of its last day, and is over for good when withdrawn', () => {
  const at = '2026-03-02T01:00:00Z'
  for (const [authority, state] of [
    [{ confirmedAt: null, endedAt: null, until: null }, 'waiting'],
    [{ confirmedAt: at, endedAt: null, until: null }, 'in_force'],
    [{ confirmedAt: at, endedAt: null, until: '2026-03-02' }, 'in_force'],
    [{ confirmedAt: at, endedAt: null, until: '2026-03-01' }, 'over'],
    [{ confirmedAt: at, endedAt: at, until: null }, 'ended'],
    [{ confirmedAt: null, endedAt: at, until: null }, 'ended'],
  ] as const)
    assert.equal(stateOf(authority, '2026-03-02'), state)
})
