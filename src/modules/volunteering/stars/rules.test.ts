import assert from 'node:assert/strict'
import test from 'node:test'
import { levelOf, minutesToNext } from './rules.ts'

test('hours make stars at their thresholds and not a minute before', () => {
  const table: [minutes: number, level: number, toNext: number | null][] = [
    [0, 0, 6_000],
    [5_999, 0, 1],
    [6_000, 1, 12_000],
    [18_000, 2, 18_000],
    [36_000, 3, 24_000],
    [60_000, 4, 30_000],
    [89_999, 4, 1],
    [90_000, 5, null],
    [900_000, 5, null],
  ]
  for (const [minutes, level, toNext] of table)
    assert.deepEqual([levelOf(minutes), minutesToNext(minutes)], [level, toNext], String(minutes))
})

test('a county’s own thresholds count', () => {
  assert.equal(levelOf(1_800, [30, 60, 100, 200, 300]), 1)
})
