import assert from 'node:assert/strict'
import test from 'node:test'
import { DOUBTING, REFUSING } from './shapes.ts'
import { reasonWords } from './words.ts'

test('every reason says in both languages what is wrong and what to do', () => {
  for (const code of [...REFUSING, ...DOUBTING]) {
    const { zh, en } = reasonWords(code)
    assert.ok(zh.length > 15 && zh.endsWith('。'), code)
    assert.match(zh, /请/, code)
    assert.ok(en.length > 30 && en.endsWith('.'), code)
  }
})

test('a code nobody knows still asks somebody to look', () => {
  assert.match(reasonWords('SOMETHING_NEW').zh, /核对/)
})
