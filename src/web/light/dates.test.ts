import assert from 'node:assert/strict'
import test from 'node:test'
import { dateOf, dayOf, hourOf, lengthOf, timeOf, whenOf } from './dates.ts'

test('a day is written out with its day of the week, as the office’s clock has it', () => {
  assert.equal(dayOf('2026-11-21T01:00:00Z', 'zh'), '2026年11月21日（星期六）')
  assert.equal(dayOf('2026-11-20T16:30:00Z', 'zh'), '2026年11月21日（星期六）')
  assert.equal(dayOf('2026-11-21T01:00:00Z', 'en'), 'Saturday, 21 November 2026')
})

test('an hour is said as people say it', () => {
  for (const [at, zh, en] of [
    ['2026-11-20T21:00:00Z', '凌晨5点', '5 a.m.'],
    ['2026-11-21T01:00:00Z', '上午9点', '9 a.m.'],
    ['2026-11-21T01:30:00Z', '上午9点半', '9:30 a.m.'],
    ['2026-11-21T04:05:00Z', '中午12点5分', '12:05 p.m.'],
    ['2026-11-21T06:30:00Z', '下午2点半', '2:30 p.m.'],
    ['2026-11-21T11:00:00Z', '晚上7点', '7 p.m.'],
  ] as const)
    assert.deepEqual([hourOf(at, 'zh'), hourOf(at, 'en')], [zh, en])
  assert.equal(whenOf('2026-11-21T01:00:00Z', 'zh'), '2026年11月21日（星期六）上午9点')
})

test('a length is hours and minutes', () => {
  assert.deepEqual(
    [lengthOf(150, 'zh'), lengthOf(120, 'zh'), lengthOf(30, 'zh'), lengthOf(0, 'zh')],
    ['2小时30分钟', '2小时', '30分钟', '0分钟'],
  )
  assert.equal(lengthOf(150, 'en'), '2 h 30 min')
})

test('a counter reads hours and days in figures, by the clock of the office', () => {
  for (const [at, date, time] of [
    ['2026-11-20T16:05:00Z', '2026-11-21', '00:05'],
    ['2026-11-21T06:30:00Z', '2026-11-21', '14:30'],
    ['2026-12-31T15:59:00Z', '2026-12-31', '23:59'],
  ] as const)
    assert.deepEqual([dateOf(at), timeOf(at)], [date, time])
})
