import assert from 'node:assert/strict'
import test from 'node:test'
import { catalogue } from '#modules/people/fields/catalogue.ts'
import { filterFields, missingWord } from './filter-fields.ts'

test('every field but sealed numbers can be asked for, under a group, in both languages', () => {
  const keys = new Set(filterFields.map(({ key }) => key))
  for (const field of catalogue) assert.equal(keys.has(field.key), field.kind !== 'sealed', field.key)
  assert.equal(keys.size, filterFields.length, 'a key stands twice')
  for (const { key, label, group, ops } of filterFields) {
    assert.ok(label.zh && label.en && group.zh && group.en, key)
    assert.ok(ops.length, key)
  }
})

test('what a record may lack has a name', () => {
  assert.deepEqual(missingWord('phone'), { zh: '电话', en: 'Telephone' })
  assert.equal(missingWord('gender').zh, '性别')
  assert.equal(missingWord('shoeSize').zh, 'shoeSize')
})
