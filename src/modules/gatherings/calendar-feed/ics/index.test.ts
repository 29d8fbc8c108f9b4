import assert from 'node:assert/strict'
import test from 'node:test'
import { calendarText, escaped, folded, stamped } from './index.ts'

test('what would end a value is written out, and what no calendar can show is left out', () => {
  const table: [string, string][] = [
    ['健步走', '健步走'],
    ['棋牌, 书画; 茶', '棋牌\\, 书画\\; 茶'],
    ['a\\b', 'a\\\\b'],
    ['一行\r\n二行\n三行', '一行\\n二行\\n三行'],
    ['铃\u0007声\u2028下', '铃声\\n下'],
  ]
  for (const [given, written] of table) assert.equal(escaped(given), written)
})

test('no line is longer than 75 octets, no character is cut, and put together again it is what it was', () => {
  for (const text of [
    'x'.repeat(75),
    'x'.repeat(76),
    `SUMMARY:${'重阳节'.repeat(60)}`,
    `SUMMARY:${'👵🏻'.repeat(40)}`,
    '',
  ]) {
    const lines = folded(text).split('\r\n')
    for (const line of lines) {
      assert.ok(Buffer.byteLength(line) <= 75, line)
      assert.ok(line.isWellFormed())
    }
    assert.equal(lines.map((line, n) => (n ? line.slice(1) : line)).join(''), text)
  }
  assert.equal(folded('x'.repeat(75)).includes('\r\n'), false)
})

test('an instant is written in UTC to the second', () => {
  assert.equal(stamped('2026-03-10T09:00:00+08:00'), '20260310T010000Z')
  assert.equal(stamped('2026-03-10T01:00:00.999Z'), '20260310T010000Z')
})

test('a calendar says of each gathering when, where, and whether it was called off', () => {
  const line = {
    id: '01980000-0000-7000-8000-000000000001',
    title: '春季健步走',
    place: '广场社区 活动室',
    startsAt: '2026-03-10T09:00:00+08:00',
    endsAt: '2026-03-10T11:00:00+08:00',
    isCancelled: false,
    sequence: 2,
    changedAt: '2026-03-01T08:00:00+08:00',
  }
  const text = calendarText('临邑县活动', [line, { ...line, isCancelled: true }])
  const lines = text.split('\r\n')
  assert.equal(text.endsWith('END:VCALENDAR\r\n'), true)
  assert.deepEqual(lines.slice(0, 3), ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Sangyu//Calendar//ZH'])
  assert.deepEqual(lines.slice(7, 17), [
    'BEGIN:VEVENT',
    'UID:01980000-0000-7000-8000-000000000001@sangyu',
    'DTSTAMP:20260301T000000Z',
    'SEQUENCE:2',
    'DTSTART:20260310T010000Z',
    'DTEND:20260310T030000Z',
    'SUMMARY:春季健步走',
    'LOCATION:广场社区 活动室',
    'STATUS:CONFIRMED',
    'END:VEVENT',
  ])
  assert.equal(lines.filter((one) => one === 'STATUS:CANCELLED').length, 1)
})
