import assert from 'node:assert/strict'
import test from 'node:test'
import { isProven } from './rules.ts'

test('a proof counts for a quarter of an hour', () => {
  const now = new Date('2026-03-02T01:30:00Z')
  const table: [provenAt: string | null, proven: boolean][] = [
    [null, false],
    ['2026-03-02T01:30:00Z', true],
    ['2026-03-02T01:15:01Z', true],
    ['2026-03-02T01:15:00Z', false],
    ['2026-03-01T01:30:00Z', false],
  ]
  for (const [provenAt, proven] of table)
    assert.equal(isProven(provenAt ? new Date(provenAt) : null, now), proven, String(provenAt))
})
