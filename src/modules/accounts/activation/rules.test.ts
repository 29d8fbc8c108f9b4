import assert from 'node:assert/strict'
import test from 'node:test'
import { opens, plainCode } from './rules.ts'

const now = new Date('2026-03-02T01:00:00Z')
const later = new Date('2026-03-02T01:00:01Z')

test('a code opens an invited account, the same code, before its hour', () => {
  const kept = { status: 'invited', fits: true, until: later }
  for (const [account, expected] of [
    [kept, true],
    [{ ...kept, fits: false }, false],
    [{ ...kept, until: now }, false],
    [{ ...kept, until: null }, false],
    [{ ...kept, status: 'open' }, false],
    [{ ...kept, status: 'closed' }, false],
  ] as const)
    assert.equal(opens(account, now), expected)
})

test('a code is the same in small letters, with blanks and in full width', () => {
  for (const typed of ['KJ3M-9TXW-B4RC', ' kj3m 9txw b4rc', 'ＫＪ３Ｍ9TXWB4RC'])
    assert.equal(plainCode(typed), 'KJ3M9TXWB4RC')
  assert.notEqual(plainCode('KJ3M-9TXW-B4RD'), 'KJ3M9TXWB4RC')
})
