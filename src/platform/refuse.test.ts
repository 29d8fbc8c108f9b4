import assert from 'node:assert/strict'
import test from 'node:test'
import { badInput, ensure, forbidden, notFound, Refusal, refusal, signedOut } from './refuse.ts'

const closed = refusal('unit.closed', 409, (p: { name: string; on: string }) => ({
  zh: `${p.name}已于 ${p.on} 撤销。`,
  en: `${p.name} was closed on ${p.on}.`,
}))

test('a refusal says why in both languages, and carries what it speaks of', () => {
  const no = closed({ name: '县农机局', on: '2019-03-01' })
  assert.ok(no instanceof Refusal && no instanceof Error)
  assert.deepEqual([no.code, no.status, no.detail], ['unit.closed', 409, { name: '县农机局', on: '2019-03-01' }])
  assert.deepEqual(no.words, { zh: '县农机局已于 2019-03-01 撤销。', en: '县农机局 was closed on 2019-03-01.' })
  assert.equal(no.message, 'unit.closed: 县农机局 was closed on 2019-03-01.')
  assert.deepEqual([closed.code, closed.status], ['unit.closed', 409], 'as a contract lists it')
})

test('one goes on only if it is so', () => {
  ensure('somebody', notFound)
  for (const nothing of [undefined, null, 0, '', false])
    assert.throws(() => ensure(nothing, notFound), { code: 'row.not_found' })
})

test('the refusals everybody uses have their status and words', () => {
  const table: [no: Refusal, status: number][] = [
    [notFound(), 404],
    [forbidden(), 403],
    [signedOut(), 401],
    [badInput({ issues: [{ path: 'name', message: { zh: '太短', en: 'too short' } }] }), 400],
  ]
  for (const [no, status] of table) {
    assert.equal(no.status, status)
    assert.match(no.words.zh, /\p{Script=Han}.*。$/u)
    assert.match(no.words.en, /^[A-Z].*\.$/)
  }
})

test('what is wrong with an input is said field by field', () => {
  const issues = [
    { path: 'name', message: { zh: '太短', en: 'too short' } },
    { path: '', message: { zh: '须为对象', en: 'must be an object' } },
  ]
  assert.deepEqual(badInput({ issues }).words, {
    zh: '提交的内容有误：name——太短；内容——须为对象。请改正后再提交。',
    en: 'The request is not right: name: too short; body: must be an object. Correct it and send again.',
  })
})
