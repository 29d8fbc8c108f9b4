import assert from 'node:assert/strict'
import test from 'node:test'
import { z } from 'zod'
import { endpoint, fileAnswer, nothing } from '../../contract.ts'
import { paceOf } from './pace.ts'
import { readProxies } from './proxies.ts'

test('proxies are addresses and ranges; nobody is trusted unless named, and never everybody', () => {
  assert.deepEqual(readProxies(undefined), [])
  assert.deepEqual(readProxies('127.0.0.1, 10.1.0.0/24 ::1'), ['127.0.0.1', '10.1.0.0/24', '::1'])
  for (const text of ['0.0.0.0/0', '::/0', 'proxy.example', '10.0.0.0/33', '10.0.0.0/', '10.0.0', 'true', '1/2/3'])
    assert.throws(() => readProxies(text), { code: 'proxy.unreadable' }, text)
})

test('a door is counted by what it does, unless its contract says otherwise', () => {
  const rest = {
    path: '/a',
    permission: 'a.b',
    summary: { zh: '甲', en: 'A' },
    input: nothing,
    output: z.object({}),
  } as const
  const file = { ...rest, output: fileAnswer, answer: 'file' } as const
  assert.equal(paceOf(endpoint({ ...rest, method: 'get' })), 'read')
  assert.equal(paceOf(endpoint({ ...rest, method: 'post' })), 'write')
  assert.equal(paceOf(endpoint({ ...rest, method: 'post', permission: 'public' })), 'sign-in')
  assert.equal(paceOf(endpoint({ ...rest, method: 'put', body: 'bytes' })), 'upload')
  assert.equal(paceOf(endpoint({ ...file, method: 'get' })), 'export')
  assert.equal(paceOf(endpoint({ ...file, method: 'get', pace: 'read' })), 'read')
})
