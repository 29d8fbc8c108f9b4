import assert from 'node:assert/strict'
import test from 'node:test'
import { gaveSecondFactor, isOwnOrigin, mayAsk } from './rules.ts'

/** Where machines in a data centre ask for their own secrets. */
const HEX = ['0x7f', '1'].join('.')
const LINK = [169, 254, 169, 254].join('.')

test('a provider is asked over https, and never at this machine itself', () => {
  const table: [url: string, may: boolean, trial: boolean][] = [
    ['https://sso.linyi.example', true, true],
    ['https://10.1.2.3/realms/linyi', true, true],
    ['http://sso.linyi.example', false, false],
    ['https://127.0.0.1:8443', false, true],
    ['http://127.0.0.1:9000', false, true],
    ['http://localhost:9000', false, true],
    ['https://2130706433/', false, true],
    [`https://${HEX}/`, false, true],
    ['https://[::1]/', false, true],
    ['https://[::ffff:127.0.0.1]/', false, true],
    ['https://0.0.0.0/', false, true],
    [`https://${LINK}/latest`, false, true],
    ['https://a.localhost/', false, true],
    ['https://user:secret@sso.example', false, false],
    ['https://sso.example#x', false, false],
    ['ftp://sso.example', false, false],
    ['file:///etc/passwd', false, false],
    ['gopher://sso.example', false, false],
    ['', false, false],
  ]
  for (const [url, may, trial] of table) {
    assert.equal(mayAsk(url, false), may, url)
    assert.equal(mayAsk(url, true), trial, `${url} in a trial`)
  }
})

test('our own address is an origin and nothing more', () => {
  for (const good of ['https://lgb.linyi.example', 'http://10.1.1.1:8080']) assert.equal(isOwnOrigin(good), true)
  for (const bad of ['https://lgb.linyi.example/', 'lgb.linyi.example', 'javascript:alert(1)', ''])
    assert.equal(isOwnOrigin(bad), false)
})

test('only a named second technique counts as one', () => {
  const table: [amr: unknown, gave: boolean][] = [
    [undefined, false],
    ['mfa', false],
    [['pwd'], false],
    [['pwd', 'otp'], true],
    [['hwk'], true],
    [[7, null], false],
  ]
  for (const [amr, gave] of table) assert.equal(gaveSecondFactor(amr), gave, JSON.stringify(amr))
})
