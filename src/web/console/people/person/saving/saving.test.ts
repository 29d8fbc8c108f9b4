import assert from 'node:assert/strict'
import test from 'node:test'
import { Refused } from '#platform/client.ts'
import { changedOf } from './changed-of.ts'
import { conflictOf } from './conflict-of.ts'

test('only what was typed is sent: an untouched masked number, an order of choices and an empty box are no change', () => {
  const before = {
    idNumber: '********',
    post: null,
    livingFlags: ['a', 'b'],
    childrenCount: 2,
    interests: [],
  }
  const cases: [typed: Parameters<typeof changedOf>[1], changed: string[]][] = [
    [{ ...before }, []],
    [{ ...before, post: '' }, []],
    [{ ...before, livingFlags: ['b', 'a'] }, []],
    [{ ...before, interests: null }, []],
    [{ ...before, livingFlags: ['b'] }, ['livingFlags']],
    [{ ...before, idNumber: null }, ['idNumber']],
    [{ ...before, post: '局长', childrenCount: 0 }, ['post', 'childrenCount']],
  ]
  for (const [typed, changed] of cases) assert.deepEqual(Object.keys(changedOf(before, typed)), changed)
})

test('a refusal because somebody else was faster brings the other side along; any other does not', () => {
  const detail = { section: 'work', by: '王海燕', at: '2026-03-02T01:00:00Z', version: 4, current: { post: '局长' } }
  const refused = (code: string, more: unknown) => new Refused(409, { code, detail: more })
  assert.deepEqual(conflictOf(refused('people.section_changed', detail)), {
    by: '王海燕',
    at: '2026-03-02T01:00:00Z',
    version: 4,
    current: { post: '局长' },
  })
  assert.deepEqual(conflictOf(refused('people.section_changed', { version: 2 }))?.current, {})
  for (const error of [
    refused('people.id_taken', detail),
    refused('people.section_changed', null),
    new Error('x'),
    null,
  ])
    assert.equal(conflictOf(error), null)
})
