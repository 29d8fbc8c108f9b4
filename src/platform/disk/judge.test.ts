import assert from 'node:assert/strict'
import test from 'node:test'
import { ballastFor, judgeDisk } from './judge.ts'

const GIB = 1024 ** 3

test('below a tenth the disk is low, below a twentieth it is full', () => {
  const table: [free: number, total: number, state: string][] = [
    [100, 100, 'fine'],
    [10, 100, 'fine'],
    [9.9, 100, 'low'],
    [5, 100, 'low'],
    [4.9, 100, 'full'],
    [0, 100, 'full'],
    [60, 2_000, 'fine'],
    [40, 2_000, 'low'],
    [19, 2_000, 'full'],
    [0, 0, 'full'],
  ]
  for (const [free, total, state] of table)
    assert.equal(judgeDisk({ free: free * GIB, total: total * GIB }), state, `${free} of ${total} GiB`)
})

test('the reserve is a gibibyte or a fiftieth, and small on small disks', () => {
  assert.equal(ballastFor(100 * GIB), 2 * GIB)
  assert.equal(ballastFor(41 * GIB), GIB)
  assert.equal(ballastFor(10 * GIB), Math.floor((10 * GIB) / 50))
  assert.equal(ballastFor(300 * 1024 ** 2), Math.floor((300 * 1024 ** 2) / 50))
})
