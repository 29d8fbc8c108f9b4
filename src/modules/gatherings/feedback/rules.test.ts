import assert from 'node:assert/strict'
import test from 'node:test'
import { sayUntil } from './rules.ts'

test('who came has a month to say how it was', () => {
  const table = [
    ['2026-03-10T02:30:00Z', '2026-04-09T02:30:00.000Z'],
    ['2026-12-20T10:00:00+08:00', '2027-01-19T02:00:00.000Z'],
  ] as const
  for (const [endsAt, until] of table) assert.equal(sayUntil(endsAt).toISOString(), until)
})
