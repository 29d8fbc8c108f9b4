import assert from 'node:assert/strict'
import test from 'node:test'
import { isByWeekdays, isWorkingDay, lastKnownYear, type OwnDays, workingDayAfter } from './index.ts'

const none: OwnDays = new Map()
const own: OwnDays = new Map([
  ['2026-03-03', false],
  ['2026-03-07', true],
  ['2026-02-14', false],
])

test('the office rests on national holidays, works the weekends made up for them, and the county’s own list comes first', () => {
  const table: [day: string, own: OwnDays, works: boolean][] = [
    ['2026-03-02', none, true],
    ['2026-03-07', none, false],
    ['2026-02-16', none, false],
    ['2026-02-14', none, true],
    ['2026-10-08', none, true],
    ['2026-10-10', none, true],
    ['2025-10-08', none, false],
    ['2026-03-03', own, false],
    ['2026-03-07', own, true],
    ['2026-02-14', own, false],
  ]
  for (const [day, days, works] of table) assert.equal(isWorkingDay(day, days), works, day)
})

for (const [day, count, days, last] of [
  ['2026-03-02', 5, none, '2026-03-09'],
  ['2026-03-06', 1, none, '2026-03-09'],
  ['2026-03-07', 1, none, '2026-03-09'],
  ['2026-03-02', 3, own, '2026-03-06'],
  ['2026-02-13', 1, none, '2026-02-14'],
  ['2026-02-13', 2, none, '2026-02-24'],
  ['2026-04-01', 3, none, '2026-04-07'],
  ['2026-09-30', 1, none, '2026-10-08'],
  ['2026-09-30', 3, none, '2026-10-10'],
  ['2028-02-28', 2, none, '2028-03-01'],
] as const)
  test(`${count} working days after ${day} end on ${last}`, () => assert.equal(workingDayAfter(day, count, days), last))

test('of a year that nobody announced yet weekdays are counted, and that is known of each date; a county that listed its days knows', () => {
  const next = lastKnownYear + 1
  const listed: OwnDays = new Map([[`${next}-01-01`, false]])
  const table: [from: string, until: string, own: OwnDays, isByWeekdays: boolean][] = [
    ['2026-04-01', '2026-04-07', none, false],
    [`${lastKnownYear}-12-29`, `${next}-01-02`, none, true],
    [`${next}-03-01`, `${next}-03-06`, none, true],
    [`${next}-03-01`, `${next}-03-06`, listed, false],
    ['1999-03-01', '1999-03-06', none, true],
  ]
  for (const [from, until, days, said] of table) assert.equal(isByWeekdays(from, until, days), said, from)
})
