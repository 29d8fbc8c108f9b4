import assert from 'node:assert/strict'
import test from 'node:test'
import { visitCodeIn, visitPayload } from './visit-code.ts'

test('a visit code is read as it is shown, and as people type it', () => {
  for (const [text, expected] of [
    [visitPayload('012345'), '012345'],
    ['012345', '012345'],
    [' 012 345 ', '012345'],
    ['０１２３４５', '012345'],
    ['01234', undefined],
    ['0123456', undefined],
    ['SANGYU:01234567', undefined],
    ['ABCD-2345', undefined],
    ['https://example.cn/012345', undefined],
    ['', undefined],
  ] as const)
    assert.equal(visitCodeIn(text), expected, text)
})
