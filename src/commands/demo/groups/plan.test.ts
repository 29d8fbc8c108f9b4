import assert from 'node:assert/strict'
import test from 'node:test'
import { GROUPS } from './plan.ts'

test('there are 18 interest groups and 9 associations, each with its own name, some about to elect', () => {
  const of = (kind: string) => GROUPS.filter((one) => one.kind === kind).length
  assert.deepEqual([of('interest'), of('association')], [18, 9])
  assert.equal(new Set(GROUPS.map(({ name }) => name)).size, 27)
  assert.ok(GROUPS.filter(({ endsIn }) => endsIn > 0 && endsIn <= 90).length >= 3)
  assert.ok(GROUPS.some(({ endsIn }) => endsIn < 0))
  assert.deepEqual(
    GROUPS.filter(({ name, community }) => name.includes('社区') !== community.endsWith('社区')),
    [],
  )
})
