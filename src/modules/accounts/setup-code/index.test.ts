import assert from 'node:assert/strict'
import test from 'node:test'
import { newSetupCode } from './index.ts'

test('the code in the terminal is good as it is read out: small letters, blanks, no hyphens', () => {
  const { text, code } = newSetupCode()
  assert.match(text, /^([A-HJ-KMNP-Z2-9]{4}-){2}[A-HJ-KMNP-Z2-9]{4}$/)
  for (const typed of [text, text.toLowerCase(), text.replaceAll('-', ''), ` ${text.replaceAll('-', ' ')} `])
    assert.equal(code.judge(typed), 'right', typed)
})

test('a code is used once', () => {
  const { text, code } = newSetupCode()
  code.spend()
  assert.equal(code.judge(text), 'locked')
})

test('after five wrong tries the right code comes too late', () => {
  const { text, code } = newSetupCode()
  const tries = ['', 'AAAA-AAAA-AAAA', text.slice(1), `${text}A`, newSetupCode().text].map((typed) => code.judge(typed))
  assert.deepEqual(tries, Array(5).fill('wrong'))
  assert.equal(code.judge(text), 'locked')
})

test('four wrong tries are forgiven', () => {
  const { text, code } = newSetupCode()
  for (let turn = 0; turn < 4; turn++) code.judge('AAAA-AAAA-AAAA')
  assert.equal(code.judge(text), 'right')
})
