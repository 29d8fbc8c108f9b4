import assert from 'node:assert/strict'
import test from 'node:test'
import { exportStates } from './contract.ts'
import { abilitiesFor, fetchBy, isPurpose, leavesAtOnce, stateOf } from './rules.ts'

const [at, within, after] = ['2026-03-02T09:00:00Z', '2026-03-03T08:59:59Z', '2026-03-03T09:00:00Z'].map(
  (text) => new Date(text),
)

test('how many people leave by one person’s word', () => {
  const CASES: [people: number, isWhole: boolean, lastDay: number, atOnce: boolean][] = [
    [0, false, 0, true],
    [50, false, 0, true],
    [51, false, 0, false],
    [1, true, 0, false],
    [50, false, 100, true],
    [50, false, 101, false],
    [1, false, 150, false],
  ]
  for (const [people, isWhole, lastDay, atOnce] of CASES)
    assert.equal(leavesAtOnce({ people, isWhole, lastDay }), atOnce, `${people} ${isWhole} ${lastDay}`)
})

test('a purpose says something', () => {
  for (const [text, says] of [
    ['', false],
    ['走访', false],
    ['  走访 ', false],
    ['走访慰问', true],
    ['visits', true],
  ] as const)
    assert.equal(isPurpose(text), says, text)
})

test('who may do what with a request: each state, each person', () => {
  const people = [
    { accounts: ['maker'], permissions: new Set(['people.export', 'people.approve']) },
    { accounts: ['checker'], permissions: new Set(['people.export', 'people.approve']) },
    { accounts: ['colleague'], permissions: new Set(['people.export']) },
  ]
  const expected: Record<string, string[]> = {
    waiting: ['withdraw', 'decide', ''],
    ready: ['fetch', '', ''],
  }
  for (const status of exportStates) {
    const request = { status, paper: 'list', requestedBy: 'maker', decidedAt: at ?? null }
    const may = people.map((actor) =>
      Object.entries(abilitiesFor(request, actor, within ?? new Date(0)))
        .flatMap(([act, ok]) => (ok ? [act] : []))
        .join(),
    )
    assert.deepEqual(may, expected[status] ?? ['', '', ''], status)
  }
})

test('an approved export can be fetched for a day, and whoever lost the right cannot fetch it at all', () => {
  assert.ok(at && within && after)
  assert.equal(fetchBy(at).toISOString(), after.toISOString())
  for (const status of exportStates) {
    const isOpen = status === 'making' || status === 'ready'
    assert.equal(stateOf({ status, decidedAt: at }, within), status)
    assert.equal(stateOf({ status, decidedAt: at }, after), isOpen ? 'expired' : status)
  }
  const ready = { status: 'ready', requestedBy: 'maker', decidedAt: at }
  for (const [paper, permission, gets] of [
    ['list', 'people.export', true],
    ['list', 'ledger.read', false],
    ['ledger', 'ledger.read', true],
    ['ledger', 'people.export', false],
  ] as const) {
    const actor = { accounts: ['maker'], permissions: new Set([permission]) }
    assert.equal(abilitiesFor({ ...ready, paper }, actor, within).fetch, gets, `${paper} ${permission}`)
  }
})
