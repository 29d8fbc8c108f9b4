import assert from 'node:assert/strict'
import test from 'node:test'
import { daysBetween, isFiledWell, termState } from './rules.ts'

for (const [what, untilOn, endedOn, expected] of [
  ['runs on', '2027-03-01', null, 'runs'],
  ['ends in ninety-one days', '2026-06-01', null, 'runs'],
  ['ends in ninety days', '2026-05-31', null, 'ends_soon'],
  ['ends today', '2026-03-02', null, 'ends_soon'],
  ['ended yesterday without an election', '2026-03-01', null, 'overdue'],
  ['was ended', '2026-03-01', '2026-03-01', 'ended'],
] as const)
  test(`a term that ${what} is ${expected}`, () => {
    assert.equal(termState({ untilOn, endedOn }, '2026-03-02'), expected)
  })

test('days are counted over a leap day and a new year', () => {
  assert.deepEqual([daysBetween('2028-02-28', '2028-03-01'), daysBetween('2026-12-31', '2027-01-01')], [2, 1])
})

test('what is filed has its number, what is not has none', () => {
  const number = '临社备〔2025〕3号'
  assert.deepEqual(
    [
      isFiledWell({ filing: 'none', filingNo: null }),
      isFiledWell({ filing: 'none', filingNo: number }),
      isFiledWell({ filing: 'filed', filingNo: number }),
      isFiledWell({ filing: 'registered', filingNo: null }),
    ],
    [true, false, true, false],
  )
})
