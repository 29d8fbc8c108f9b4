import assert from 'node:assert/strict'
import test from 'node:test'
import type { Totals } from './contract.ts'
import { addUp, groupWhere, opens, questionOf, tallyOf } from './rules.ts'

const street = '3714240010000000000'
const unit = '01980000-0000-7000-8000-000000000001'

for (const [what, cut, expected] of [
  ['everybody alive but survivors', { kind: 'all' }, [{ field: 'kind', op: 'not', value: 'survivor' }]],
  ['only 离休', { kind: 'lixiu' }, [{ field: 'kind', op: 'is', value: 'lixiu' }]],
  ['only 退休', { kind: 'tuixiu' }, [{ field: 'kind', op: 'is', value: 'tuixiu' }]],
] as const)
  test(`a book can hold ${what}`, () =>
    assert.deepEqual(questionOf({ place: undefined, unit: undefined, ...cut }), { status: 'living', where: expected }))

test('a book of one street or unit asks for that place or unit', () => {
  assert.equal(questionOf({ place: street, unit: undefined, kind: 'all' }).place, street)
  assert.equal(questionOf({ place: undefined, unit, kind: 'all' }).unit, unit)
})

for (const [groupBy, key, expected] of [
  ['street', street, [{ field: 'place', op: 'under', value: street }]],
  ['community', '3714240010230000000', [{ field: 'place', op: 'under', value: '3714240010230000000' }]],
  ['unit', unit, [{ field: 'originalUnit', op: 'is', value: unit }]],
  ['street', '', [{ field: 'street', op: 'empty', value: null }]],
  ['community', '', [{ field: 'community', op: 'empty', value: null }]],
  ['unit', '', [{ field: 'originalUnit', op: 'empty', value: null }]],
  ['none', '', []],
] as const)
  test(`the ${groupBy} group ${key || 'of the rest'} opens its own people`, () =>
    assert.deepEqual(groupWhere(groupBy, key), expected))

const totals = (people: number, lixiu: number): Totals => ({
  people,
  lixiu,
  tuixiu: people - lixiu,
  other: 0,
  women: 1,
  members: 2,
  aged80: 3,
  livesAlone: 4,
})

test('the grand total is the sum of the groups in every column', () => {
  const sum = addUp([totals(3, 1), totals(5, 2)])
  assert.deepEqual(sum, { people: 8, lixiu: 3, tuixiu: 5, other: 0, women: 2, members: 4, aged80: 6, livesAlone: 8 })
  assert.ok(Object.values(addUp([])).every((count) => count === 0))
})

test('every total says how its people are found', () => {
  assert.deepEqual(Object.keys(opens).sort(), Object.keys(totals(0, 0)).sort())
})

for (const [kinds, expected] of [
  [[], { people: 0, lixiu: 0, tuixiu: 0 }],
  [['lixiu', 'tuixiu', 'tuixiu'], { people: 3, lixiu: 1, tuixiu: 2 }],
  [['lixiu', 'other', null], { people: 3, lixiu: 1, tuixiu: 0 }],
] as const)
  test(`a page of ${kinds.length} is footed by kind`, () =>
    assert.deepEqual(tallyOf(kinds.map((kind) => ({ kind }))), expected))
