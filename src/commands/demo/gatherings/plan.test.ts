import assert from 'node:assert/strict'
import test from 'node:test'
import { dayIn, yearOf } from './plan.ts'

test('a day of the year is the last one gone by, and weeks are counted from today', () => {
  const table: [string, string, string][] = [
    ['10-18', '2026-11-22', '2026-10-18'],
    ['11-22', '2026-11-22', '2025-11-22'],
    ['12-31', '2026-11-22', '2025-12-31'],
    ['-2w7', '2026-11-22', '2026-11-08'],
    ['1w1', '2026-12-28', '2027-01-04'],
    ['0w3', '2026-11-22', '2026-11-18'],
  ]
  for (const [on, today, day] of table) assert.equal(dayIn(on, today), day)
})

test('a year has about fifty gatherings, no venue is given twice at one hour, and some are still to come', () => {
  for (const today of ['2026-11-22', '2027-01-30', '2026-06-30', '2028-02-29']) {
    const year = yearOf(today)
    assert.ok(year.length >= 48 && year.length <= 60, String(year.length))
    assert.ok(year.filter(({ day }) => day > today).length >= 7)
    const places = year.map(({ day, at, site }) => `${day} ${at} ${site}`)
    assert.equal(new Set(places).size, places.length, today)
  }
})
