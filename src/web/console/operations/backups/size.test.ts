import assert from 'node:assert/strict'
import test from 'node:test'
import { sizeWords } from './size.ts'

test('sizes are told in the unit one would say', () => {
  for (const [bytes, words] of [
    [0, '0 B'],
    [900, '900 B'],
    [2_328_338, '2.2 MB'],
    [61_530_000_000, '57.3 GB'],
    [150 * 1024 ** 3, '150 GB'],
  ] as const)
    assert.equal(sizeWords(bytes), words)
})
