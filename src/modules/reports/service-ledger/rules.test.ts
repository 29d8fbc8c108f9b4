import assert from 'node:assert/strict'
import test from 'node:test'
import { daysOf, hoursOf, isOver } from './rules.ts'

test('a month has its own last day', () => {
  assert.deepEqual(daysOf('2026-02'), { from: '2026-02-01', to: '2026-02-28' })
  assert.deepEqual(daysOf('2028-02'), { from: '2028-02-01', to: '2028-02-29' })
  assert.deepEqual(daysOf('2026-12'), { from: '2026-12-01', to: '2026-12-31' })
})

test('a month is over the day after its last', () => {
  assert.deepEqual([isOver('2026-03', '2026-03-31'), isOver('2026-03', '2026-04-01')], [false, true])
})

test('hours are written with one decimal where they need it', () => {
  assert.deepEqual([hoursOf(120), hoursOf(90), hoursOf(0)], ['2', '1.5', '0'])
})
