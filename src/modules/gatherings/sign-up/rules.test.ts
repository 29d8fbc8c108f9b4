import assert from 'node:assert/strict'
import test from 'node:test'
import { dueAt } from '#modules/messages/index.ts'
import { closedTo, offersFor, offerUntil, placeFor } from './rules.ts'

const at = (text: string) => `${text}:00+08:00`
const monday = { until: at('2026-03-09T18:00'), startsAt: at('2026-03-10T09:00') }

for (const [what, signUp, now, isInvited, expected] of [
  ['in time', 'open', '2026-03-09T18:00', false, null],
  ['a minute late', 'open', '2026-03-09T18:01', false, 'late'],
  ['where nobody needs to', 'none', '2026-03-01T09:00', false, 'none'],
  ['uninvited', 'invited', '2026-03-01T09:00', false, 'invited'],
  ['invited', 'invited', '2026-03-01T09:00', true, null],
  ['invited and late', 'invited', '2026-03-10T08:00', true, 'late'],
] as const)
  test(`somebody signs up ${what}: ${expected ?? 'welcome'}`, () => {
    assert.equal(closedTo({ ...monday, signUp }, { now: at(now), isInvited }), expected)
  })

test('without a day of its own sign-up goes on until it begins', () => {
  const window = { signUp: 'open', until: null, startsAt: monday.startsAt } as const
  assert.equal(closedTo(window, { now: monday.startsAt, isInvited: false }), null)
  assert.equal(closedTo(window, { now: at('2026-03-10T09:01'), isInvited: false }), 'late')
})

for (const [capacity, taken, waiting, place, offers] of [
  [null, 500, 0, 'in', 0],
  [30, 29, 0, 'in', 0],
  [30, 30, 0, 'waiting', 0],
  [30, 29, 2, 'waiting', 1],
  [30, 20, 2, 'waiting', 2],
  [null, 5, 2, 'in', 2],
  [30, 31, 4, 'waiting', 0],
] as const)
  test(`of ${capacity ?? 'any number of'} places ${taken} are taken and ${waiting} wait: ${place}, ${offers} offered`, () => {
    const seats = { capacity, taken, waiting }
    assert.deepEqual([placeFor(seats), offersFor(seats)], [place, offers])
  })

test('an offer stands for its hours, into the morning where they end by night, and not beyond the beginning', () => {
  const march = (time: string) => new Date(`2026-03-${time}:00+08:00`)
  const byDay = (when: Date) => dueAt(when, { from: '21:00', to: '08:00' })
  for (const [now, hours, begins, until] of [
    ['09T10:00', 4, '12T09:00', '09T14:00'],
    ['09T18:00', 4, '12T09:00', '10T08:00'],
    ['09T20:00', 8, '12T09:00', '10T08:00'],
    ['09T18:00', 4, '10T07:00', '10T07:00'],
    ['09T10:00', 24, '09T15:00', '09T15:00'],
  ] as const)
    assert.equal(
      offerUntil({ now: march(now), hours, begins: march(begins).getTime() }, byDay).toISOString(),
      march(until).toISOString(),
      `${now} for ${hours}`,
    )
})
