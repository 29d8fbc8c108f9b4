import assert from 'node:assert/strict'
import test from 'node:test'
import { watermark } from './text.ts'

test('a watermark names who, by the end of the account, and when', () => {
  for (const [name, login, text] of [
    ['周敏', 'zhoumin2026', '周敏 · 2026 · 2026-03-03 00:05'],
    ['周敏', 'zm', '周敏 · zm · 2026-03-03 00:05'],
    ['系统', '', '系统 · 2026-03-03 00:05'],
  ] as const)
    assert.equal(watermark({ name, login }, '2026-03-03 00:05'), text)
})
