import assert from 'node:assert/strict'
import test from 'node:test'
import { takingBackOf, undoUntil } from './rules.ts'

const givenAt = new Date('2026-03-02T09:00:00+08:00')
const after = (seconds: number) => new Date(givenAt.getTime() + seconds * 1000)

test('a gift is taken back for ten minutes, and once', () => {
  for (const [seconds, isUndone, expected] of [
    [0, false, 'undo'],
    [600, false, 'undo'],
    [601, false, 'late'],
    [0, true, 'done'],
    [601, true, 'done'],
  ] as const)
    assert.equal(takingBackOf({ givenAt, isUndone }, after(seconds)), expected, `${seconds} ${isUndone}`)
})

test('until when it can be taken back is said to the second', () => {
  assert.deepEqual(undoUntil(givenAt), after(600))
})
