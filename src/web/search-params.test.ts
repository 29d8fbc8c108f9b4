import assert from 'node:assert/strict'
import test from 'node:test'
import { param, parseSearch, stringifySearch } from './search-params.ts'

test('a number typed into a search stays the text that was typed', () => {
  assert.deepEqual(parseSearch('?q=371424&offset=50'), { q: '371424', offset: '50' })
})

test('what is not set leaves no trace in the address', () => {
  assert.equal(stringifySearch({ q: '', kind: undefined, status: null, offset: 0 }), '?offset=0')
  assert.equal(stringifySearch({ q: undefined }), '')
})

test('an address survives being written and read again', () => {
  const where = [{ field: 'place', op: 'empty', value: null }]
  const text = stringifySearch({ q: '张 三&李四', where, closed: true, offset: 50 })
  assert.deepEqual(parseSearch(text), { q: '张 三&李四', where: JSON.stringify(where), closed: '1', offset: '50' })
})

test('an address that holds nonsense opens the list as if the nonsense were not there', () => {
  const search = { q: '', offset: '-3', limit: 'many', kind: 'castle', closed: 'maybe' }
  assert.equal(param.text(search, 'q'), undefined)
  assert.equal(param.count(search, 'offset'), undefined)
  assert.equal(param.count(search, 'limit'), undefined)
  assert.equal(param.count(search, 'absent'), undefined)
  assert.equal(param.oneOf(search, 'kind', ['bureau', 'employer']), undefined)
  assert.equal(param.yes(search, 'closed'), undefined)
})

test('an address that holds sense is read as it means', () => {
  const search = { q: '一中', offset: '50', kind: 'bureau', closed: '1' }
  assert.equal(param.text(search, 'q'), '一中')
  assert.equal(param.count(search, 'offset'), 50)
  assert.equal(param.oneOf(search, 'kind', ['bureau', 'employer']), 'bureau')
  assert.equal(param.yes(search, 'closed'), true)
})
