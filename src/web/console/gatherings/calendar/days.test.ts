import assert from 'node:assert/strict'
import test from 'node:test'
import { clockOf, dayOf, daysOf, instantOf, mondayOf, onNow, shiftMonths, spanOf, stepped } from './days.ts'

test('the office’s day and hour do not depend on the clock of the computer', () => {
  assert.equal(dayOf('2026-03-09T16:30:00.000Z'), '2026-03-10')
  assert.equal(clockOf('2026-03-09T16:30:00.000Z'), '00:30')
  assert.equal(Date.parse(instantOf('2026-03-10', '00:30')), Date.parse('2026-03-09T16:30:00Z'))
})

test('a week begins on Monday, and a month is shown in whole weeks', () => {
  assert.equal(mondayOf('2026-03-01'), '2026-02-23')
  assert.deepEqual(daysOf('week', '2026-03-04').slice(0, 2), ['2026-03-02', '2026-03-03'])
  const table: [string, string, string, number][] = [
    ['2026-03-15', '2026-02-23', '2026-04-05', 42],
    ['2026-02-01', '2026-01-26', '2026-03-01', 35],
    ['2027-02-28', '2027-02-01', '2027-02-28', 28],
  ]
  for (const [day, first, last, count] of table) {
    const days = daysOf('month', day)
    assert.deepEqual([days[0], days.at(-1), days.length], [first, last, count])
  }
})

test('the same day of another month is its last where it has no such day', () => {
  assert.equal(shiftMonths('2026-01-31', 1), '2026-02-28')
  assert.equal(shiftMonths('2026-01-31', -2), '2025-11-30')
  assert.equal(stepped('month', '2026-12-05', 1), '2027-01-05')
  assert.equal(stepped('week', '2026-12-29', 1), '2027-01-05')
})

test('a month is asked for whole, and a list from its day on', () => {
  assert.deepEqual(spanOf('month', '2026-03-15'), {
    from: '2026-02-23T00:00:00+08:00',
    to: '2026-04-06T00:00:00+08:00',
  })
  assert.deepEqual(spanOf('list', '2026-03-15'), { from: '2026-03-15T00:00:00+08:00' })
})

test('what is on at this hour has begun, is not over and not called off; the last begun stands first', () => {
  const gathering = (id: string, from: string, to: string) => ({
    id,
    startsAt: instantOf('2026-03-10', from),
    endsAt: instantOf('2026-03-10', to),
    status: 'planned',
  })
  const all = [
    gathering('early', '08:00', '11:00'),
    gathering('now', '09:30', '11:00'),
    gathering('over', '08:00', '10:00'),
    gathering('later', '10:01', '11:00'),
    { ...gathering('called off', '09:00', '11:00'), status: 'cancelled' },
    { ...gathering('closed', '09:00', '11:00'), status: 'held' },
    gathering('just begun', '10:00', '11:00'),
  ]
  const now = Date.parse(instantOf('2026-03-10', '10:00'))
  assert.deepEqual(
    onNow(all, now).map(({ id }) => id),
    ['just begun', 'now', 'early'],
  )
})
