import assert from 'node:assert/strict'
import test from 'node:test'
import { hashOfCode, opens } from './rules.ts'

const now = new Date('2026-03-02T01:00:00Z')
const later = new Date('2026-03-02T01:00:01Z')

test('a code opens an invited account, the same code, before its hour', () => {
  const kept = { status: 'invited', hash: hashOfCode('KJ3M-9TXW-B4RC'), until: later }
  for (const [typed, account, expected] of [
    ['KJ3M-9TXW-B4RC', kept, true],
    [' kj3m 9txw b4rc', kept, true],
    ['ＫＪ３Ｍ9TXWB4RC', kept, true],
    ['KJ3M-9TXW-B4RD', kept, false],
    ['', kept, false],
    ['KJ3M-9TXW-B4RC', { ...kept, until: now }, false],
    ['KJ3M-9TXW-B4RC', { ...kept, until: null }, false],
    ['KJ3M-9TXW-B4RC', { ...kept, status: 'open' }, false],
    ['KJ3M-9TXW-B4RC', { ...kept, hash: null }, false],
    ['KJ3M-9TXW-B4RC', undefined, false],
  ] as const)
    assert.equal(opens(typed, account, now), expected, typed)
})
