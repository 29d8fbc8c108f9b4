import assert from 'node:assert/strict'
import test from 'node:test'
import { mayDestroy, replaced } from './rules.ts'

test('only a data key that was replaced everywhere may be destroyed', () => {
  for (const [purpose, state, expected] of [
    ['data', 'live', false],
    ['data', 'kept', true],
    ['data', 'destroyed', false],
    ['index', 'live', false],
    ['index', 'kept', false],
    ['index', 'destroyed', false],
  ] as const)
    assert.equal(mayDestroy({ purpose, state }), expected, `${purpose} ${state}`)
})

test('the newest live key of a purpose goes on; the older live ones end, those of the other purpose do not', () => {
  const keys = [
    { purpose: 'data', id: 1, state: 'destroyed' },
    { purpose: 'data', id: 2, state: 'live' },
    { purpose: 'index', id: 1, state: 'live' },
    { purpose: 'data', id: 3, state: 'live' },
    { purpose: 'data', id: 4, state: 'live' },
  ] as const
  const ids = (purpose: 'data' | 'index') => replaced(keys, purpose).map(({ id }) => id)
  assert.deepEqual([ids('data'), ids('index')], [[2, 3], []])
})
