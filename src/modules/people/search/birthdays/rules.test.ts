import assert from 'node:assert/strict'
import test from 'node:test'
import { roundBirthdays } from './rules.ts'

test('fourteen days are looked ahead, today among them, for every age from sixty to a hundred and five', () => {
  const asked = roundBirthdays('2026-03-02')
  assert.deepEqual(
    asked.map(({ age }) => age),
    [60, 65, 70, 75, 80, 85, 90, 95, 100, 105],
  )
  assert.deepEqual(asked[6], { age: 90, from: '1936-03-02', to: '1936-03-15' })
})

const turns: [today: string, from: string, to: string][] = [
  ['2026-12-25', '1946-12-25', '1947-01-07'],
  ['2028-02-20', '1948-02-20', '1948-03-04'],
  ['2026-02-20', '1946-02-20', '1946-03-05'],
]
for (const [today, from, to] of turns)
  test(`on ${today} those who turn eighty were born from ${from} to ${to}`, () => {
    assert.deepEqual(roundBirthdays(today)[4], { age: 80, from, to })
  })
