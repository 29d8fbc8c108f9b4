import assert from 'node:assert/strict'
import test from 'node:test'
import { isOnRecord, leftOf, verdictOf } from './rules.ts'

const AGES = { alone: 80, dependent: 60 }

test('the pool gives on the grounds the county names, from the age it names', () => {
  const table = [
    ['alone', 80, 'fits'],
    ['alone', 79, 'too_young'],
    ['alone', null, 'age_unknown'],
    ['dependent', 60, 'fits'],
    ['dependent', 85, 'fits'],
    ['dependent', 59, 'too_young'],
    ['low_income', 90, 'ground_off'],
    ['low_income', null, 'ground_off'],
  ] as const
  for (const [ground, age, verdict] of table)
    assert.equal(verdictOf({ ground, age }, AGES), verdict, `${ground} at ${String(age)}`)
})

test('a year leaves what its cap leaves; without a cap there is no end', () => {
  const table = [
    [120, 0, 120],
    [120, 100, 20],
    [120, 120, 0],
    [100, 120, 0],
    [null, 5_000, null],
  ] as const
  for (const [cap, had, left] of table) assert.equal(leftOf(cap, had), left)
})

test('who decides sees whether the record says the same', () => {
  const table = [
    ['alone', ['lives_alone'], true],
    ['alone', ['empty_nest', 'dependent'], true],
    ['alone', ['with_spouse'], false],
    ['dependent', ['partly_dependent'], true],
    ['dependent', [], false],
    ['low_income', ['lives_alone'], null],
  ] as const
  for (const [ground, flags, is] of table) assert.equal(isOnRecord(ground, flags), is, ground)
})
