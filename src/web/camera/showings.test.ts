import assert from 'node:assert/strict'
import test from 'node:test'
import { showings } from './showings.ts'

const looks = (...seen: string[][]) => {
  const fresh = showings()
  return seen.flatMap((one) => fresh(one))
}
const nothing = (times: number): string[][] => Array.from({ length: times }, () => [])

test('a card held still is shown once, and one blurred picture does not show it again', () => {
  assert.deepEqual(looks(['a'], ['a'], [], ['a'], ...nothing(5), ['a']), ['a'])
})

test('a card taken away and held up again is shown again', () => {
  assert.deepEqual(looks(['a'], ...nothing(8), ['a']), ['a', 'a'])
})

test('the next card is shown while the last is still in the picture', () => {
  assert.deepEqual(looks(['a'], ['a', 'b'], ['b', 'b']), ['a', 'b'])
})
