import assert from 'node:assert/strict'
import test from 'node:test'
import { correctionActs, correctionPath, correctionStates, correctionStep } from './rules.ts'

const [asker, decider, clerk] = [
  { accounts: ['a'], permissions: new Set(['people.write', 'people.approve']) },
  { accounts: ['b'], permissions: new Set(['people.approve']) },
  { accounts: ['c'], permissions: new Set(['people.write']) },
]

test('each state × act × who of a correction', () => {
  for (const status of correctionStates)
    for (const act of correctionActs) {
      const request = { status, requestedBy: 'a' }
      const next = correctionPath[status][act] ?? null
      assert.equal(correctionStep(asker, request, act), act === 'withdraw' ? next : null, `asker ${status} ${act}`)
      assert.equal(correctionStep(decider, request, act), act === 'withdraw' ? null : next, `decider ${status} ${act}`)
      assert.equal(correctionStep(clerk, request, act), null, `clerk ${status} ${act}`)
    }
})

test('only what is proposed moves, and it ends where the act says', () => {
  assert.deepEqual(correctionPath.proposed, { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' })
  for (const status of ['approved', 'refused', 'withdrawn'] as const) assert.deepEqual(correctionPath[status], {})
  assert.equal(correctionStep(decider, { status: 'unheard', requestedBy: 'a' }, 'approve'), null)
})
