import assert from 'node:assert/strict'
import test from 'node:test'
import { lastSearch, neighboursOf, rememberList } from './last-list.ts'

test('from a person one goes on to who stood beside in the list one came from', () => {
  assert.deepEqual(neighboursOf('2'), { before: undefined, after: undefined })
  const people = ['1', '2', '3'].map((id) => ({ id, name: `名${id}` }))
  rememberList({ search: { q: '名' }, people })
  assert.deepEqual(lastSearch(), { q: '名' })
  assert.deepEqual(neighboursOf('2'), { before: people[0], after: people[2] })
  assert.equal(neighboursOf('1').before, undefined)
  assert.equal(neighboursOf('3').after, undefined)
  assert.deepEqual(neighboursOf('9'), { before: undefined, after: undefined })
})
