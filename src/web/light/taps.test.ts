import assert from 'node:assert/strict'
import test from 'node:test'
import { isSecondHalf } from './taps.ts'

test('two taps at one place within half a second are one wish', () => {
  const first = { x: 180, y: 400, at: 1_000 }
  for (const [second, isOne] of [
    [{ x: 180, y: 400, at: 1_300 }, true],
    [{ x: 195, y: 420, at: 1_300 }, true],
    [{ x: 180, y: 400, at: 1_500 }, false],
    [{ x: 180, y: 480, at: 1_300 }, false],
  ] as const)
    assert.equal(isSecondHalf(first, second), isOne, JSON.stringify(second))
  assert.equal(isSecondHalf(undefined, first), false)
})
