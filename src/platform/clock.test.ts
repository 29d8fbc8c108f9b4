import assert from 'node:assert/strict'
import test from 'node:test'
import { officeDay } from './clock.ts'

test('the office changes its day at midnight in Shanghai', () => {
  const days: [instant: string, day: string][] = [
    ['2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['2026-03-01T16:00:00.000Z', '2026-03-02'],
    ['2026-03-02T00:00:00+08:00', '2026-03-02'],
    ['2026-03-02T15:59:59Z', '2026-03-02'],
    ['2025-12-31T16:00:00Z', '2026-01-01'],
    ['2024-02-28T16:00:00Z', '2024-02-29'],
    ['2024-02-29T16:00:00Z', '2024-03-01'],
    // Shanghai kept summer time from 1986 to 1991: midnight was an hour earlier.
    ['1988-07-01T14:59:59Z', '1988-07-01'],
    ['1988-07-01T15:00:00Z', '1988-07-02'],
  ]
  for (const [instant, day] of days) assert.equal(officeDay(new Date(instant)), day, instant)
})

test('the machine may stand in any zone', (t) => {
  const before = process.env['TZ']
  t.after(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })
  for (const zone of ['America/Los_Angeles', 'UTC', 'Pacific/Auckland']) {
    process.env['TZ'] = zone
    assert.equal(officeDay(new Date('2026-03-01T16:00:00Z')), '2026-03-02', zone)
  }
})
