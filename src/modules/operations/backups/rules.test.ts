import assert from 'node:assert/strict'
import test from 'node:test'
import { daysSince, isBackupOverdue, isProofOverdue } from './rules.ts'

const NOW = new Date('2026-11-22T10:00:00+08:00')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString()

test('a proof counts for thirty-five days, and none at all is overdue', () => {
  const table: [string | null, boolean][] = [
    [null, true],
    [daysAgo(0), false],
    [daysAgo(35.9), false],
    [daysAgo(36), true],
    [daysAgo(400), true],
  ]
  for (const [at, overdue] of table) assert.equal(isProofOverdue(at, NOW), overdue, String(at))
})

test('a daily backup may be half a day late', () => {
  for (const [at, overdue] of [
    [null, true],
    [daysAgo(1), false],
    [daysAgo(1.5), false],
    [daysAgo(1.6), true],
  ] as const)
    assert.equal(isBackupOverdue(at, NOW), overdue, String(at))
})

test('days are counted whole, and a clock that was set back gives none below zero', () => {
  for (const [at, days] of [
    [null, null],
    [daysAgo(0.9), 0],
    [daysAgo(1), 1],
    [daysAgo(-3), 0],
  ] as const)
    assert.equal(daysSince(at, NOW), days)
})
