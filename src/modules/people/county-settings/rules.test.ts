import assert from 'node:assert/strict'
import test from 'node:test'
import { shaanxiFields } from '../fields/index.ts'
import { isAreaCode, unknownFields } from './rules.ts'

test('an area code begins with a zero and has three or four digits; none is allowed', () => {
  for (const text of ['', '010', '0534', '029']) assert.ok(isAreaCode(text), text)
  for (const text of ['534', '00', '0001', '05345', '０５３４', '0534 ', 'abc']) assert.ok(!isAreaCode(text), text)
})

test('every item of 陕西 is one that a record has; a slip of the pen is named', () => {
  assert.deepEqual(unknownFields(shaanxiFields), [])
  assert.deepEqual(unknownFields(['name', 'nmae', 'placeCode', 'phone', '']), ['nmae', ''])
})
