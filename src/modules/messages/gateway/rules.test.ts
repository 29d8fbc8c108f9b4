import assert from 'node:assert/strict'
import test from 'node:test'
import { isOwnAddress, mayAsk, outcomeOf } from './rules.ts'

for (const [url, office, trial] of [
  ['https://sms.example.gov.cn/send', true, true],
  ['http://10.20.30.40:8080/send', true, true],
  ['http://192.168.1.9/send', true, true],
  ['http://sms.example.gov.cn/send', false, false],
  ['http://8.8.8.8/send', false, false],
  ['https://127.0.0.1/send', false, true],
  ['http://127.0.0.1:9/send', false, true],
  ['http://localhost/send', false, true],
  ['http://[::1]/send', false, true],
  ['http://169.254.169.254/latest', false, true],
  ['https://user:word@sms.example.gov.cn/', false, false],
  ['https://sms.example.gov.cn/#x', false, false],
  ['ftp://127.0.0.1/', false, false],
  ['not an address', false, false],
] as const)
  test(`a gateway at ${url} ${office ? 'may be asked' : 'is refused'}`, () => {
    assert.deepEqual([mayAsk(url, false), mayAsk(url, true)], [office, trial])
  })

test('this machine is known by all its names', () => {
  for (const host of ['localhost', 'a.localhost', '127.0.0.2', '::1', '[::1]', '0.0.0.0'])
    assert.ok(isOwnAddress(host), host)
  for (const host of ['10.0.0.1', 'sms.example.gov.cn', '128.0.0.1']) assert.ok(!isOwnAddress(host), host)
})

for (const [status, outcome] of [
  [200, 'sent'],
  [204, 'sent'],
  [400, 'refused'],
  [422, 'refused'],
  [401, 'unreachable'],
  [403, 'unreachable'],
  [408, 'unreachable'],
  [429, 'unreachable'],
  [302, 'refused'],
  [500, 'unreachable'],
  [503, 'unreachable'],
] as const)
  test(`an answer ${status} of the gateway means ${outcome}`, () => {
    assert.equal(outcomeOf(status), outcome)
  })
