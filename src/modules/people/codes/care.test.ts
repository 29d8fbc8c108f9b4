import assert from 'node:assert/strict'
import test from 'node:test'
import { abilityOf, selfCareOf } from './care.ts'

test('an assessment of ability falls into the bands of GB/T 42195', () => {
  for (const [score, level] of [
    [90, '0'],
    [89, '1'],
    [66, '1'],
    [65, '2'],
    [46, '2'],
    [45, '3'],
    [30, '3'],
    [29, '4'],
    [0, '4'],
  ] as const) {
    assert.equal(abilityOf(score), level, `${score}`)
  }
  for (const score of [-1, 91, 65.5, Number.NaN]) assert.throws(() => abilityOf(score), RangeError)
})

test('the yearly self-care questions fall into four bands', () => {
  for (const [score, level] of [
    [0, '1'],
    [3, '1'],
    [4, '2'],
    [8, '2'],
    [9, '3'],
    [18, '3'],
    [19, '4'],
    [37, '4'],
  ] as const) {
    assert.equal(selfCareOf(score), level, `${score}`)
  }
  for (const score of [-1, 3.5, Number.NaN]) assert.throws(() => selfCareOf(score), RangeError)
})
