import assert from 'node:assert/strict'
import test from 'node:test'
import { catalogue } from '../../fields/index.ts'
import { consentKeys, ensurePurpose, purposeOf, purposeOfField, purposes } from '../registry/index.ts'
import { emptiedBy, isProved } from './rules.ts'

const evidenceId = '01980000-0000-7000-8000-000000000001'

test('who agrees for somebody else says who they are and brings a paper; the person owes no proof', () => {
  const table: [Parameters<typeof isProved>[0], boolean][] = [
    [{ givenBy: 'self', giver: null, evidenceId: null }, true],
    [{ givenBy: 'family', giver: '女儿 王小兰', evidenceId }, true],
    [{ givenBy: 'family', giver: '女儿 王小兰', evidenceId: null }, false],
    [{ givenBy: 'family', giver: null, evidenceId }, false],
    [{ givenBy: 'worker', giver: ' ', evidenceId }, false],
    [{ givenBy: 'worker', giver: '社区 李敏', evidenceId }, true],
  ]
  for (const [given, proved] of table) assert.equal(isProved(given), proved, JSON.stringify(given))
})

test('withdrawing a consent empties just what stood on it', () => {
  assert.deepEqual(emptiedBy('health_text', purposeOfField).fields, ['medicalHistory', 'longTermMedicine'])
  assert.deepEqual(emptiedBy('photo', purposeOfField), { fields: [], photo: true })
  for (const key of consentKeys.filter((one) => one !== 'photo'))
    assert.equal(emptiedBy(key, purposeOfField).photo, false)
})

test('every field has a purpose with its basis, its law and its term', () => {
  for (const field of catalogue) {
    const key = purposeOfField.get(field.key)
    assert.ok(key, field.key)
    const purpose = purposeOf(key)
    assert.ok(purpose.law.zh && purpose.law.en && purpose.retention, field.key)
  }
  assert.equal(purposeOfField.size, catalogue.length)
})

test('a field that is in no purpose cannot be stored', () => {
  assert.throws(() => ensurePurpose('bloodGroup'), /no purpose/)
  assert.doesNotThrow(() => ensurePurpose('name'))
})

test('what stands on consent is asked in plain words and kept until it is withdrawn', () => {
  for (const purpose of purposes)
    if (purpose.basis === 'consent') {
      assert.ok(purpose.plain.zh.length > 10 && purpose.plain.en.length > 10)
      assert.equal(purpose.retention, 'until_withdrawn')
    } else assert.notEqual(purpose.retention, 'until_withdrawn')
})
