import assert from 'node:assert/strict'
import test from 'node:test'
import { newCode } from './numbering/index.ts'
import { daysAfter, hoursWords, numberOf, plainly, siteToPrint, standingOn } from './rules.ts'

test('a code has eight signs, none of which is taken for another', () => {
  for (let n = 0; n < 200; n++) assert.match(newCode(), /^[2-9A-HJ-NP-Z]{8}$/)
})

test('numbers run by county and year', () => {
  assert.equal(numberOf(371424, 2026, 7), '371424-2026-00007')
})

test('what is typed is understood however it is written', () => {
  const table: [string, string][] = [
    ['371424-2026-00007', '371424-2026-00007'],
    [' ３７１４２４－２０２６－００００７ ', '371424-2026-00007'],
    ['371424—2026—00007', '371424-2026-00007'],
    ['abcd 2345', 'ABCD2345'],
  ]
  for (const [typed, plain] of table) assert.equal(plainly(typed), plain)
})

test('a certificate is public for its days, then valid, overtaken once less stands, and revoked is revoked', () => {
  const until = { untilOn: '2026-03-09', revokedOn: null, minutes: 120, stands: 120 }
  for (const [day, standing] of [
    ['2026-03-02', 'public'],
    ['2026-03-09', 'public'],
    ['2026-03-10', 'valid'],
  ] as const)
    assert.equal(standingOn(day, until), standing, day)
  for (const day of ['2026-03-05', '2026-03-10'])
    assert.equal(standingOn(day, { ...until, stands: 119 }), 'overtaken', day)
  assert.equal(standingOn('2026-03-10', { ...until, stands: 180 }), 'valid')
  assert.equal(standingOn('2026-03-05', { ...until, stands: 0, revokedOn: '2026-03-04' }), 'revoked')
})

test('days and hours are said as on paper', () => {
  assert.equal(daysAfter('2026-02-27', 7), '2026-03-06')
  assert.deepEqual([hoursWords(120), hoursWords(90), hoursWords(45)], ['2 小时', '1 小时 30 分钟', '0 小时 45 分钟'])
})

test('a paper is verified under the county’s address, else under the one we were asked by, and never under nonsense', () => {
  const table: [string | null, string | null, string | undefined][] = [
    ['https://sangyu.example.cn', 'http://10.1.0.5:8080', 'https://sangyu.example.cn'],
    ['', 'http://10.1.0.5:8080', 'http://10.1.0.5:8080'],
    [null, 'https://sangyu.example.cn/any?page', 'https://sangyu.example.cn'],
    [null, 'http://', undefined],
    [null, null, undefined],
  ]
  for (const [configured, observed, site] of table) assert.equal(siteToPrint(configured, observed), site)
})
