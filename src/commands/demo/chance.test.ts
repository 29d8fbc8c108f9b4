import assert from 'node:assert/strict'
import test from 'node:test'
import { Chance, shares } from './chance.ts'

const drawn = (seed: number) => {
  const chance = new Chance(seed)
  return Array.from({ length: 50 }, () => chance.next())
}

test('the same seed draws the same, another seed something else', () => {
  assert.deepEqual(drawn(7), drawn(7))
  assert.notDeepEqual(drawn(7), drawn(8))
  assert.ok(drawn(7).every((one) => one >= 0 && one < 1))
})

test('whole numbers come from the whole range, both ends included', () => {
  const chance = new Chance(1)
  const seen = new Set(Array.from({ length: 200 }, () => chance.int(3, 6)))
  assert.deepEqual(
    [...seen].sort((a, b) => a - b),
    [3, 4, 5, 6],
  )
})

test('weights are kept to within a point', () => {
  const chance = new Chance(2)
  const counts = Map.groupBy(
    Array.from({ length: 20_000 }, () => chance.weighted(shares('organ 23, institution 69, enterprise 8'))),
    (nature) => nature,
  )
  for (const [nature, share] of shares('organ 23, institution 69, enterprise 8'))
    assert.ok(Math.abs((counts.get(nature)?.length ?? 0) / 200 - share) < 1, nature)
})

test('some of a list are different ones, in its order', () => {
  const chance = new Chance(3)
  for (let turn = 0; turn < 20; turn++) {
    const some = chance.some([1, 2, 3, 4, 5], 3)
    assert.equal(new Set(some).size, 3)
    assert.deepEqual(
      some,
      [...some].sort((a, b) => a - b),
    )
  }
})
