import assert from 'node:assert/strict'
import test from 'node:test'
import { actsFor } from '#modules/volunteering/needs/rules.ts'
import { actsOf, actTo } from './acts.ts'

const everything = new Set(['volunteering.record', 'volunteering.manage'])
const standing = (status: Parameters<typeof actsFor>[1]) => ({ status, can: actsFor(everything, status) })

for (const [from, to, act] of [
  ['raised', 'accepted', 'accept'],
  ['raised', 'declined', 'decline'],
  ['raised', 'served', undefined],
  ['accepted', 'matched', 'match'],
  ['matched', 'accepted', 'release'],
  ['matched', 'matched', undefined],
  ['in_service', 'accepted', 'release'],
  ['served', 'closed', 'close'],
  ['served', 'accepted', 'resume'],
  ['closed', 'raised', undefined],
] as const)
  test(`a card dragged from ${from} to ${to}: ${act ?? 'stays'}`, () => {
    assert.equal(actTo(standing(from), to), act)
  })

test('the way forward stands before the ways out', () => {
  assert.deepEqual(actsOf(standing('raised')), ['accept', 'decline', 'withdraw'])
  assert.deepEqual(actsOf({ can: actsFor(new Set(), 'raised') }), [])
})
