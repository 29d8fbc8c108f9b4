import assert from 'node:assert/strict'
import test from 'node:test'
import { expired } from './retention.ts'

const NOW = new Date('2026-11-22T02:30:00+08:00')
const KEEPING = { days: 14, weeks: 8, months: 12 }
const daysAgo = (days: number) => ({ name: `d${days}`, at: new Date(NOW.getTime() - days * 86_400_000) })

test('after two years of daily backups fourteen days, eight weeks and twelve months are left', () => {
  const all = Array.from({ length: 730 }, (_, days) => daysAgo(days))
  const gone = new Set(expired(all, KEEPING, NOW))
  const left = all.filter((one) => !gone.has(one.name))
  for (let days = 0; days < 14; days++) assert.ok(!gone.has(`d${days}`), `${days} days ago`)
  const months = new Set(left.map((one) => new Date(one.at.getTime() + 8 * 3_600_000).toISOString().slice(0, 7)))
  assert.equal(months.size, 12)
  assert.ok(left.length >= 14 + 5 + 9 && left.length <= 14 + 8 + 12, `${left.length}`)
})

test('whatever is said, the newest backup stays, however old it is', () => {
  assert.deepEqual(expired([daysAgo(4000)], KEEPING, NOW), [])
  assert.deepEqual(expired([], KEEPING, NOW), [])
})

test('several of one day all stay for the days, and one of them afterwards', () => {
  const early = { name: 'early', at: new Date('2026-10-06T01:00:00+08:00') }
  const late = { name: 'late', at: new Date('2026-10-06T23:00:00+08:00') }
  assert.deepEqual(expired([early, late, daysAgo(0)], KEEPING, NOW), ['early'])
  const today = [daysAgo(0.1), daysAgo(0.2), daysAgo(0.3)]
  assert.deepEqual(expired(today, KEEPING, NOW), [])
})

test('weeks begin on Monday and days at midnight of the office', () => {
  const sunday = { name: 'sunday', at: new Date('2026-10-25T23:30:00+08:00') }
  const monday = { name: 'monday', at: new Date('2026-10-26T00:30:00+08:00') }
  const few = { days: 7, weeks: 53, months: 3 }
  assert.deepEqual(expired([sunday, monday, daysAgo(0)], few, NOW), [])
  const sameWeek = { name: 'tuesday', at: new Date('2026-10-27T00:30:00+08:00') }
  assert.deepEqual(expired([sunday, monday, sameWeek, daysAgo(0)], few, NOW), ['monday'])
})
