import assert from 'node:assert/strict'
import test from 'node:test'
import type { Comparison, Side } from '../queries.ts'
import { firstChoice, mergeOf, sideOf } from './merge-choice.ts'

const side = (id: string, values: Side['values']): Side => ({
  id,
  name: '郭振华',
  birthOn: null,
  unit: null,
  community: null,
  phone: null,
  idStatus: 'missing',
  status: 'living',
  values,
  mergedInto: null,
  phones: [],
  contacts: 0,
  family: 0,
  affiliations: [],
  tags: [],
  updatedAt: '2026-03-02T01:00:00Z',
})
const both: Comparison = {
  first: side('one', { name: '郭振华', post: '局长', political: null, interests: [] }),
  second: side('two', { name: '郭振华', post: '副局长', political: '01', interests: ['书法'] }),
  differing: ['post', 'political', 'interests'],
  score: 90,
  reasons: [],
  status: 'open',
  can: { merge: true, judge: true },
}

test('the record that knows more stays; of two that know as much, the first', () => {
  assert.equal(firstChoice(both).kept, 'second')
  assert.equal(firstChoice({ ...both, second: both.first, first: both.second }).kept, 'first')
  assert.equal(firstChoice({ ...both, second: both.first }).kept, 'first')
})

test('a field takes the kept value, or the other where the kept record has none', () => {
  const kept = { kept: 'first' as const, fields: {} }
  assert.equal(sideOf(kept, both, 'post'), 'first')
  assert.equal(sideOf(kept, both, 'political'), 'second')
  assert.equal(sideOf(kept, both, 'interests'), 'second')
  assert.deepEqual(mergeOf(kept, both), {
    keptId: 'one',
    absorbedId: 'two',
    takeFromAbsorbed: ['political', 'interests'],
  })
})

test('what somebody chose holds, whichever record stays', () => {
  const fields = { post: 'second', political: 'first' } as const
  assert.deepEqual(mergeOf({ kept: 'first', fields }, both).takeFromAbsorbed, ['post', 'interests'])
  assert.deepEqual(mergeOf({ kept: 'second', fields }, both), {
    keptId: 'two',
    absorbedId: 'one',
    takeFromAbsorbed: ['political'],
  })
})
