import assert from 'node:assert/strict'
import test from 'node:test'
import type { Planned } from '../contract.ts'
import { actionOf, changesTo, type Decision, type Plan, planOf, rejudged } from './rules.ts'

for (const [rowClass, isMatched, changes, plan] of [
  ['ok', false, [], 'new'],
  ['ok', true, [], 'unchanged'],
  ['ok', true, ['post'], 'changed'],
  ['doubtful', true, ['post'], 'doubtful'],
  ['refused', false, [], 'refused'],
  ['duplicate', false, [], 'duplicate'],
  ['not-a-person', false, [], 'not-a-person'],
] as const)
  test(`a row that is ${rowClass}${isMatched ? ', matched' : ''}, with ${changes.length} changes, is planned as ${plan}`, () => {
    assert.equal(planOf({ class: rowClass, isMatched, changes }), plan)
  })

const plans: Plan[] = ['new', 'changed', 'unchanged', 'doubtful', 'refused', 'duplicate', 'not-a-person']
const decisions: Decision[] = [null, 'accept', 'skip', 'new', 'match']
/** What happens to a row for each decision, in the order above; matched and with changes unless the plan is new. */
const acts: Record<Plan, string> = {
  new: 'create create leave create create',
  changed: 'update update leave create update',
  unchanged: 'leave leave leave leave leave',
  doubtful: 'leave update leave create update',
  refused: 'leave leave leave leave leave',
  duplicate: 'leave leave leave create leave',
  'not-a-person': 'leave leave leave leave leave',
}
for (const plan of plans)
  test(`every decision on a row planned as ${plan} does what the office expects`, () => {
    const done = decisions.map((decision) => actionOf({ plan, decision, isMatched: plan !== 'new', hasChanges: true }))
    assert.equal(done.join(' '), acts[plan])
  })

for (const [what, before, row, expected] of [
  ['an empty field is filled', { post: null }, { post: '局长' }, { post: '局长' }],
  ['the same value changes nothing', { post: '局长' }, { post: '局长' }, {}],
  ['another value replaces', { post: '科员' }, { post: '局长' }, { post: '局长' }],
  ['a less precise date changes nothing', { birthOn: '1931-05-02' }, { birthOn: '1931-05' }, {}],
  ['a more precise date is taken', { birthOn: '1931' }, { birthOn: '1931-05' }, { birthOn: '1931-05' }],
  ['a contradicting month is taken', { birthOn: '1931-05-02' }, { birthOn: '1931-06' }, { birthOn: '1931-06' }],
  [
    'living flags are added to those that stand',
    { livingFlags: ['lives_alone'] },
    { livingFlags: ['childless'] },
    { livingFlags: ['lives_alone', 'childless'] },
  ],
  [
    'a flag that stands already changes nothing',
    { livingFlags: ['lives_alone'] },
    { livingFlags: ['lives_alone'] },
    {},
  ],
] as const)
  test(what, () => assert.deepEqual(changesTo(before as never, row as never), expected)) // tables of constants

function planned(values: Planned['values']): Planned {
  return {
    values,
    phones: [],
    idStatus: 'invalid',
    unitId: null,
    unitName: null,
    placeCode: null,
    placeName: null,
    isDeceased: false,
  }
}

test('a corrected number clears its doubt', () => {
  const row = planned({ name: '王秀英', idNumber: '11010519491231002X', birthOn: '1949-12-31', gender: '2' })
  assert.deepEqual(rejudged(row, ['ID_CHECKSUM'], new Set(['idNumber'])), { class: 'ok', reasons: [] })
})

test('a corrected number that contradicts the birth date raises a new doubt', () => {
  const row = planned({ name: '王秀英', idNumber: '11010519491231002X', birthOn: '1950-01' })
  assert.deepEqual(rejudged(row, ['ID_CHECKSUM'], new Set(['idNumber'])), {
    class: 'doubtful',
    reasons: ['ID_BIRTH_MISMATCH'],
  })
})

test('a number that is wrong again stays doubtful, with the new reason', () => {
  assert.deepEqual(
    rejudged(planned({ name: '王秀英', idNumber: '123' }), ['ID_CHECKSUM'], new Set(['idNumber'])).reasons,
    ['ID_LENGTH'],
  )
})

test('a correction of one thing leaves the doubts of others', () => {
  assert.deepEqual(
    rejudged(planned({ name: '王秀英' }), ['HIDDEN_SHEET', 'UNIT_UNKNOWN'], new Set(['unitId'])).reasons,
    ['HIDDEN_SHEET'],
  )
})

test('without a name a row stays refused', () => {
  assert.equal(rejudged(planned({}), [], new Set(['birthOn'])).class, 'refused')
})
