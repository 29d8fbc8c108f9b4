import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timesOf } from './times-of.ts'

const NEW_YEAR = '2026-12-31T16:05:00Z'

for (const [lang, longDay, month] of [
  ['zh', '2027年1月1日星期五', '2027年1月'],
  ['en', 'Friday, 1 January 2027', 'January 2027'],
] as const)
  test(`times are the office's own, days are written one way, months in the language of the page: ${lang}`, () => {
    const times = timesOf(lang)
    assert.equal(times.minute(NEW_YEAR), '2027-01-01 00:05')
    assert.equal(times.day(NEW_YEAR), '2027-01-01')
    assert.equal(times.longDay(NEW_YEAR), longDay)
    assert.equal(times.month('2027-01'), month)
  })
