import assert from 'node:assert/strict'
import test from 'node:test'
import type { Condition } from '#modules/people/search/contract.ts'
import { isComplete, withField, withOp } from './condition-draft.ts'

test('only a finished line of the builder is asked', () => {
  const cases: [Condition, boolean][] = [
    [{ field: '', op: 'filled', value: null }, false],
    [{ field: 'noSuchField', op: 'filled', value: null }, false],
    [{ field: 'health', op: 'empty', value: null }, true],
    [{ field: 'post', op: 'contains', value: null }, false],
    [{ field: 'post', op: 'contains', value: '' }, false],
    [{ field: 'post', op: 'contains', value: '局长' }, true],
    [{ field: 'kind', op: 'in', value: [] }, false],
    [{ field: 'kind', op: 'in', value: ['lixiu'] }, true],
    [{ field: 'age', op: 'between', value: [80] }, false],
    [{ field: 'age', op: 'between', value: [80, ''] }, false],
    [{ field: 'age', op: 'between', value: [80, 89] }, true],
    [{ field: 'isHomeStudy', op: 'is', value: false }, true],
  ]
  for (const [draft, complete] of cases) assert.equal(isComplete(draft), complete, JSON.stringify(draft))
})

test('another field starts anew with its own first comparison', () => {
  assert.deepEqual(withField('age'), { field: 'age', op: 'between', value: null })
  assert.deepEqual(withField('phone'), { field: 'phone', op: 'filled', value: null })
})

test('another comparison keeps the value where it still fits', () => {
  const cases: [Condition, Condition['op'], Condition['value']][] = [
    [{ field: 'age', op: 'between', value: [80, 89] }, 'atLeast', 80],
    [{ field: 'age', op: 'atLeast', value: 80 }, 'between', ['80', '']],
    [{ field: 'age', op: 'atLeast', value: null }, 'between', null],
    [{ field: 'age', op: 'atLeast', value: 80 }, 'atMost', 80],
    [{ field: 'kind', op: 'in', value: ['lixiu'] }, 'empty', null],
    [{ field: 'kind', op: 'in', value: ['lixiu', 'tuixiu'] }, 'not', ['lixiu', 'tuixiu']],
  ]
  for (const [draft, op, value] of cases) assert.deepEqual(withOp(draft, op), { ...draft, op, value })
})
