import assert from 'node:assert/strict'
import test from 'node:test'
import { sameSource } from './rank-test.ts'

const series = (from: number, step = 1) => Array.from({ length: 100 }, (_, at) => from + at * step)

test('samples of one source look alike, shifted ones do not', () => {
  assert.ok(sameSource(series(0), series(0)) > 0.99)
  assert.ok(sameSource(series(0), series(0.5)) > 0.5)
  assert.ok(sameSource(series(0), series(30)) < 0.001)
  assert.ok(sameSource(series(30), series(0)) < 0.001)
})

test('the table of the normal distribution is met', () => {
  // Two samples of three, wholly apart: U = 0, z = 1.964.
  assert.ok(Math.abs(sameSource([1, 2, 3], [4, 5, 6]) - 0.0495) < 0.001)
})
