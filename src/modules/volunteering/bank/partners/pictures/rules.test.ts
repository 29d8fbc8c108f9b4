import assert from 'node:assert/strict'
import test from 'node:test'
import { isSmallEnough, MOST_BYTES, MOST_SIDE } from './rules.ts'

test('a picture of the shelf is small on the line and on the screen', () => {
  const table: [number, number, number, boolean][] = [
    [MOST_BYTES, MOST_SIDE, MOST_SIDE, true],
    [MOST_BYTES + 1, 10, 10, false],
    [1_000, MOST_SIDE + 1, 10, false],
    [1_000, 10, MOST_SIDE + 1, false],
  ]
  for (const [count, width, height, isSmall] of table)
    assert.equal(isSmallEnough({ bytes: new Uint8Array(count), width, height }), isSmall, `${count} ${width} ${height}`)
})
