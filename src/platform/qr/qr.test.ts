import assert from 'node:assert/strict'
import test from 'node:test'
import { qrOf } from './index.ts'

const FINDER = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']

test('a code is a square with a finder in three of its corners', () => {
  const rows = qrOf('12345678')
  assert.equal(rows.length, 21)
  assert.ok(rows.every((row) => row.length === rows.length))
  const corner = (x: number, y: number) => rows.slice(y, y + 7).map((row) => row.slice(x, x + 7))
  for (const [x, y] of [
    [0, 0],
    [14, 0],
    [0, 14],
  ] as const)
    assert.deepEqual(corner(x, y), FINDER)
})

test('more text makes a larger code, and other text another one', () => {
  assert.ok(qrOf('https://example.org/elder?code=12345678').length > 21)
  assert.notDeepEqual(qrOf('12345678'), qrOf('12345679'))
})
