import assert from 'node:assert/strict'
import test from 'node:test'
import { chargeTry, type Tries } from './rules.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 1, minutes))
const tries = (count: number, lastAt: number, lockedUntil?: number): Tries => ({
  count,
  lastAt: at(lastAt),
  lockedUntil: lockedUntil === undefined ? null : at(lockedUntil),
})

test('the fifth wrong try in a row locks for a quarter of an hour', () => {
  for (const [before, minute, after] of [
    [undefined, 0, tries(1, 0)],
    [tries(0, 0), 0, tries(1, 0)],
    [tries(1, 0), 1, tries(2, 1)],
    [tries(3, 0), 14, tries(4, 14)],
    [tries(4, 0), 14, tries(5, 14, 29)],
    [tries(4, 0), 15, tries(1, 15)],
    [tries(5, 0, 15), 14, undefined],
    [tries(5, 0, 15), 15, tries(1, 15)],
    [tries(5, 0, 15), 16, tries(1, 16)],
  ] as const) {
    assert.deepEqual(chargeTry(before, at(minute), { most: 5, minutes: 15 }), after)
  }
})

test('a stricter county locks earlier and longer', () => {
  assert.deepEqual(chargeTry(tries(2, 0), at(1), { most: 3, minutes: 30 }), tries(3, 1, 31))
})
