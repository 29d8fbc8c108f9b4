import assert from 'node:assert/strict'
import test from 'node:test'
import { outcomeOf } from './rules.ts'

for (const [status, outcome] of [
  [200, 'sent'],
  [204, 'sent'],
  [400, 'refused'],
  [422, 'refused'],
  [401, 'unreachable'],
  [403, 'unreachable'],
  [408, 'unreachable'],
  [429, 'unreachable'],
  [302, 'refused'],
  [500, 'unreachable'],
  [503, 'unreachable'],
] as const)
  test(`an answer ${status} of the gateway means ${outcome}`, () => {
    assert.equal(outcomeOf(status), outcome)
  })
