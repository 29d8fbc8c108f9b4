import assert from 'node:assert/strict'
import test from 'node:test'
import {
  canEndOn,
  type Days,
  holdsOn,
  isRecordableDay,
  lastDay,
  leavesNoCustodian,
  overlap,
  planMove,
  readDays,
  writeDays,
} from './rules.ts'

const days = (from: string | null, until: string | null = null): Days => ({ from, until })

test('every way the database writes a range of days is read, open ends included', () => {
  const table: [string, Days][] = [
    ['[2020-01-01,2021-06-01)', days('2020-01-01', '2021-06-01')],
    ['(,2021-06-01)', days(null, '2021-06-01')],
    ['[2020-01-01,)', days('2020-01-01')],
    ['(,)', days(null)],
    ['(2019-12-31,2021-05-31]', days('2020-01-01', '2021-06-01')],
    ['[2020-02-28,2020-02-29]', days('2020-02-28', '2020-03-01')],
    ['(-infinity,infinity)', days(null)],
    ['["2020-01-01","2021-06-01")', days('2020-01-01', '2021-06-01')],
  ]
  for (const [range, expected] of table) assert.deepEqual(readDays(range), expected, range)
  for (const range of ['empty', '', '2020-01-01', '[2020-01-01'])
    assert.throws(() => readDays(range), RangeError, range)
})

test('days are written as the database reads them back', () => {
  const table: [Days, string][] = [
    [days('2020-01-01', '2021-06-01'), '[2020-01-01,2021-06-01)'],
    [days(null, '2021-06-01'), '(,2021-06-01)'],
    [days('2020-01-01'), '[2020-01-01,)'],
    [days(null), '(,)'],
  ]
  for (const [one, range] of table) {
    assert.equal(writeDays(one), range)
    assert.deepEqual(readDays(range), one)
  }
})

test('an affiliation holds from its first day to the day before it ends', () => {
  const table: [Days, string, boolean][] = [
    [days('2020-01-01', '2020-03-01'), '2019-12-31', false],
    [days('2020-01-01', '2020-03-01'), '2020-01-01', true],
    [days('2020-01-01', '2020-03-01'), '2020-02-29', true],
    [days('2020-01-01', '2020-03-01'), '2020-03-01', false],
    [days(null), '1950-01-01', true],
    [days('2020-01-01'), '2099-01-01', true],
  ]
  for (const [one, day, holds] of table) assert.equal(holdsOn(one, day), holds, `${writeDays(one)} on ${day}`)
  assert.equal(lastDay(days('2020-01-01', '2020-03-01')), '2020-02-29')
  assert.equal(lastDay(days('2020-01-01')), null)
})

test('one that ends and the next that begins on that day do not overlap', () => {
  const table: [Days, Days, boolean][] = [
    [days(null, '2020-01-01'), days('2020-01-01'), false],
    [days(null, '2020-01-02'), days('2020-01-01'), true],
    [days(null), days('2020-01-01', '2020-01-02'), true],
    [days('2010-01-01', '2012-01-01'), days('2015-01-01'), false],
    [days(null), days(null), true],
  ]
  for (const [a, b, expected] of table) {
    assert.equal(overlap(a, b), expected)
    assert.equal(overlap(b, a), expected)
  }
})

test('a move ends the home of that day and lasts until the next known home', () => {
  const old = { id: 'old', days: days(null, '2020-01-01') }
  const now = { id: 'now', days: days('2020-01-01') }
  const table: [string, Parameters<typeof planMove>, ReturnType<typeof planMove>][] = [
    ['the first home', [[], '2024-05-01'], { cut: null, opened: days('2024-05-01') }],
    [
      'from a home of unknown beginning',
      [[{ id: 'now', days: days(null) }], '2024-05-01'],
      { cut: { id: 'now', days: days(null, '2024-05-01') }, opened: days('2024-05-01') },
    ],
    [
      'out of the present home',
      [[old, now], '2024-05-01'],
      { cut: { id: 'now', days: days('2020-01-01', '2024-05-01') }, opened: days('2024-05-01') },
    ],
    [
      'remembered late, between two homes',
      [[old, now], '2015-05-01'],
      { cut: { id: 'old', days: days(null, '2015-05-01') }, opened: days('2015-05-01', '2020-01-01') },
    ],
    [
      'remembered late, before the first known home',
      [[now], '2015-05-01'],
      { cut: null, opened: days('2015-05-01', '2020-01-01') },
    ],
    ['on a day when another home begins', [[old, now], '2020-01-01'], null],
    [
      'after a home that ended',
      [[{ id: 'old', days: days(null, '2019-01-01') }], '2024-05-01'],
      { cut: null, opened: days('2024-05-01') },
    ],
  ]
  for (const [what, input, expected] of table) assert.deepEqual(planMove(...input), expected, what)
})

test('the last original unit of a living cadre cannot end', () => {
  const original = { id: 'a', kind: 'original_unit', days: days(null) }
  const other = { id: 'b', kind: 'original_unit', days: days('2020-01-01') }
  const managing = { id: 'c', kind: 'managing_unit', days: days(null) }
  const past = { id: 'd', kind: 'original_unit', days: days(null, '2010-01-01') }
  const table: [string, Parameters<typeof leavesNoCustodian>, boolean][] = [
    ['the only one', [[original], { id: 'a', on: '2026-01-01' }, true], true],
    ['the only one of somebody who died', [[original], { id: 'a', on: '2026-01-01' }, false], false],
    ['a managing unit takes no duty over', [[original, managing], { id: 'a', on: '2026-01-01' }, true], true],
    ['a managing unit may end', [[original, managing], { id: 'c', on: '2026-01-01' }, true], false],
    ['another original unit holds', [[original, other], { id: 'a', on: '2026-01-01' }, true], false],
    ['the other had not begun by then', [[original, other], { id: 'a', on: '2019-01-01' }, true], true],
    ['the other ended long ago', [[original, past], { id: 'a', on: '2026-01-01' }, true], true],
    ['an unknown affiliation', [[original], { id: 'z', on: '2026-01-01' }, true], false],
  ]
  for (const [what, input, expected] of table) assert.equal(leavesNoCustodian(...input), expected, what)
})

test('an affiliation ends after its first day, and only what has happened is recorded', () => {
  assert.equal(canEndOn(days('2020-01-01'), '2020-01-02'), true)
  assert.equal(canEndOn(days('2020-01-01'), '2020-01-01'), false)
  assert.equal(canEndOn(days(null), '1950-01-01'), true)
  const table: [string, boolean][] = [
    ['2026-03-02', true],
    ['2026-03-03', false],
    ['1900-01-01', true],
    ['1899-12-31', false],
    ['0001-01-01', false],
  ]
  for (const [day, expected] of table) assert.equal(isRecordableDay(day, '2026-03-02'), expected, day)
})
