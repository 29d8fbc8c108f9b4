import assert from 'node:assert/strict'
import test from 'node:test'
import { shaanxiFields } from '../fields/index.ts'
import { completenessOf } from './completeness.ts'

const around = { hasPlace: false, hasPhone: false, hasId: false }

test('Shaanxi counts 22 items', () => assert.equal(shaanxiFields.length, 22))

test('a name alone is one of 22', () => {
  const { missing, completeness } = completenessOf({ name: '王秀英' }, around, shaanxiFields)
  assert.equal(missing.length, 21)
  assert.equal(completeness, 4)
})

test('empty text and empty lists are missing, home and telephone count by what stands beside the record', () => {
  const { missing } = completenessOf({ name: '', livingFlags: [] }, { hasPlace: true, hasPhone: false, hasId: false }, [
    'name',
    'livingFlags',
    'placeCode',
    'phone',
  ])
  assert.deepEqual(missing, ['name', 'livingFlags', 'phone'])
})

test('a county that asks for nothing finds every record complete', () => {
  assert.equal(completenessOf({}, around, []).completeness, 100)
})
