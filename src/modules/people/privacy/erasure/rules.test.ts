import assert from 'node:assert/strict'
import test from 'node:test'
import {
  erasureActs,
  erasurePath,
  erasureStates,
  erasureStep,
  type Facts,
  type KeepReason,
  keptBecause,
} from './rules.ts'

const asker = { accounts: ['a'], permissions: new Set(['people.write', 'people.approve']) }
const decider = { accounts: ['b'], permissions: new Set(['people.approve']) }
const clerk = { accounts: ['c'], permissions: new Set(['people.write']) }

test('each state × act × who of an erasure that nothing keeps', () => {
  for (const status of erasureStates)
    for (const act of erasureActs) {
      const request = { status, requestedBy: 'a', kept: [] }
      const next = erasurePath[status][act] ?? null
      assert.equal(erasureStep(asker, request, act), act === 'withdraw' ? next : null, `asker ${status} ${act}`)
      assert.equal(erasureStep(decider, request, act), act === 'withdraw' ? null : next, `decider ${status} ${act}`)
      assert.equal(erasureStep(clerk, request, act), null, `clerk ${status} ${act}`)
    }
})

test('what is settled is decided no second time, whatever law keeps', () => {
  for (const status of erasureStates.filter((one) => one !== 'requested'))
    for (const act of ['approve', 'refuse'] as const)
      assert.equal(erasureStep(decider, { status, requestedBy: 'a', kept: ['duty'] }, act), null, `${status} ${act}`)
})

test('what law keeps is restricted and not erased, until nothing keeps it any more', () => {
  const kept: KeepReason[] = ['duty']
  assert.equal(erasureStep(decider, { status: 'requested', requestedBy: 'a', kept }, 'approve'), 'restricted')
  assert.equal(erasureStep(decider, { status: 'requested', requestedBy: 'a', kept }, 'refuse'), 'refused')
  assert.equal(erasureStep(decider, { status: 'restricted', requestedBy: 'a', kept }, 'finish'), null)
  assert.equal(erasureStep(decider, { status: 'restricted', requestedBy: 'a', kept: [] }, 'finish'), 'erased')
  assert.equal(erasureStep(decider, { status: 'restricted', requestedBy: 'a', kept }, 'lift'), 'lifted')
})

const living: Facts = {
  ground: 'purpose_ended',
  status: 'living',
  kind: 'tuixiu',
  diedOn: null,
  bereavementPaidOn: null,
  today: '2026-03-02',
}

test('what law requires to keep', () => {
  const dead = { ...living, status: 'deceased' }
  const table: [Facts, KeepReason[]][] = [
    [living, ['duty']],
    [{ ...living, ground: 'unlawful' }, []],
    [{ ...living, kind: 'other' }, []],
    [{ ...living, kind: null }, []],
    [{ ...living, status: 'moved_out' }, []],
    [{ ...dead, diedOn: '2016-03-02' }, ['retention']],
    [{ ...dead, diedOn: '2016-03-01' }, []],
    [{ ...dead, diedOn: '2016' }, ['retention']],
    [{ ...dead, diedOn: '2015~' }, []],
    [{ ...dead, diedOn: null }, ['retention']],
    [{ ...dead, diedOn: '2010-01-01', bereavementPaidOn: '2010-02-01' }, ['vouchers']],
    [{ ...dead, ground: 'unlawful', diedOn: '2025-01-01', bereavementPaidOn: '2025-02-01' }, ['vouchers']],
    [{ ...dead, diedOn: '1990-01-01', bereavementPaidOn: '1990-02-01' }, []],
  ]
  for (const [facts, reasons] of table) assert.deepEqual(keptBecause(facts), reasons, JSON.stringify(facts))
})
