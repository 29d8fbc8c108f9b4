import assert from 'node:assert/strict'
import test from 'node:test'
import { isOwnAddress, mayAsk } from './index.ts'

for (const [url, office, trial] of [
  ['https://sms.example.cn/send', true, true],
  ['http://10.20.30.40:8080/send', true, true],
  ['http://192.168.1.9/send', true, true],
  ['http://sms.example.cn/send', false, false],
  ['https://127.0.0.1/send', false, true],
  ['http://127.0.0.1:9/send', false, true],
  ['http://localhost/send', false, true],
  ['http://[::1]/send', false, true],
  ['http://[fe80::1]/latest', false, true],
  ['https://user:word@sms.example.cn/', false, false],
  ['https://sms.example.cn/#x', false, false],
  ['ftp://127.0.0.1/', false, false],
  ['not an address', false, false],
] as const)
  test(`a gateway at ${url} ${office ? 'may be asked' : 'is refused'}`, () => {
    assert.deepEqual([mayAsk(url, false), mayAsk(url, true)], [office, trial])
  })

test('this machine is known by all its names', () => {
  for (const host of ['localhost', 'a.localhost', '127.0.0.2', '::1', '[::1]', '0.0.0.0'])
    assert.ok(isOwnAddress(host), host)
  for (const host of ['10.0.0.1', 'sms.example.cn', '128.0.0.1']) assert.ok(!isOwnAddress(host), host)
})
