import assert from 'node:assert/strict'
import test from 'node:test'
import { needStates } from '../codes/index.ts'
import { actsFor, afterAct, dueAfter, isOverdue, type NeedAct, type NeedState, needActs } from './rules.ts'

const MOVES: Record<NeedState, Partial<Record<NeedAct, NeedState>>> = {
  raised: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  accepted: { match: 'matched', decline: 'declined', withdraw: 'withdrawn' },
  matched: { match: 'matched', release: 'accepted', begin: 'in_service', withdraw: 'withdrawn' },
  in_service: { release: 'accepted', serve: 'served', withdraw: 'withdrawn' },
  served: { resume: 'accepted', close: 'closed' },
  closed: {},
  declined: {},
  withdrawn: {},
}

for (const [state, moves] of Object.entries(MOVES) as [NeedState, (typeof MOVES)[NeedState]][]) // the table's own keys
  for (const act of needActs)
    test(`a need that is ${state}: ${act} ${moves[act] ? `makes it ${moves[act]}` : 'cannot be done'}`, () => {
      assert.equal(afterAct(act, state), moves[act])
    })

test('every state of the table is reached, and nothing leads out of an end', () => {
  const reached = new Set(needActs.flatMap((act) => Object.values(MOVES).flatMap((moves) => moves[act] ?? [])))
  assert.deepEqual(new Set([...reached, 'raised']), new Set(Object.keys(needStates)))
})

test('who only records may close and withdraw, and neither accepts nor matches; a reader does nothing', () => {
  const records = new Set(['volunteering.record'])
  const done = (state: NeedState) => needActs.filter((act) => actsFor(records, state)[act])
  assert.deepEqual(done('raised'), ['withdraw'])
  assert.deepEqual(done('served'), ['resume', 'close'])
  assert.deepEqual(
    needActs.filter((act) => actsFor(new Set(['volunteering.read']), 'raised')[act]),
    [],
  )
})

for (const [urgency, due] of [
  ['today', '2026-03-03T01:00:00.000Z'],
  ['week', '2026-03-09T01:00:00.000Z'],
  ['normal', '2026-03-17T01:00:00.000Z'],
] as const)
  test(`what is wanted “${urgency}” should have a helper by ${due.slice(0, 10)}`, () => {
    assert.equal(dueAfter(urgency, new Date('2026-03-02T09:00:00+08:00')).toISOString(), due)
  })

for (const [status, dueAt, expected] of [
  ['raised', '2026-03-01T00:00:00Z', true],
  ['matched', '2026-03-01T00:00:00Z', true],
  ['raised', '2026-03-03T00:00:00Z', false],
  ['in_service', '2026-03-01T00:00:00Z', false],
  ['closed', '2026-03-01T00:00:00Z', false],
] as const)
  test(`${status}, due ${dueAt.slice(0, 10)}: ${expected ? 'late' : 'not late'} on the second`, () => {
    assert.equal(isOverdue({ status, dueAt }, new Date('2026-03-02T00:00:00Z')), expected)
  })
