import assert from 'node:assert/strict'
import test from 'node:test'
import { ensureInOrder, fits, occurrencesOf } from './rules.ts'

const at = (text: string) => `${text}:00+08:00`
const inShanghai = (iso: string) => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16)

for (const [what, times] of [
  ['ends as it begins', ['2026-03-10T09:00', '2026-03-10T09:00', null]],
  ['ends before it begins', ['2026-03-10T09:00', '2026-03-10T08:00', null]],
  ['lasts eight days', ['2026-03-10T09:00', '2026-03-18T09:00', null]],
  ['takes sign-ups after it began', ['2026-03-10T09:00', '2026-03-10T11:00', '2026-03-10T09:30']],
] as const)
  test(`a gathering that ${what} is refused`, () => {
    const [from, to, until] = times
    const asked = { startsAt: at(from), endsAt: at(to), signUpUntil: until && at(until) }
    assert.throws(() => ensureInOrder(asked), { code: 'gatherings.bad_time' })
  })

test('a gathering of a morning, with sign-up until it begins, is fine', () => {
  ensureInOrder({
    startsAt: at('2026-03-10T09:00'),
    endsAt: at('2026-03-10T11:00'),
    signUpUntil: at('2026-03-10T09:00'),
  })
})

for (const [what, start, repeat, expected] of [
  [
    'every week',
    '2026-03-10T09:00',
    { every: 'week', times: 3 },
    ['2026-03-10T09:00', '2026-03-17T09:00', '2026-03-24T09:00'],
  ],
  ['every other week', '2026-12-22T14:30', { every: 'fortnight', times: 2 }, ['2026-12-22T14:30', '2027-01-05T14:30']],
  [
    'each second Wednesday',
    '2026-03-11T09:00',
    { every: 'month', times: 3 },
    ['2026-03-11T09:00', '2026-04-08T09:00', '2026-05-13T09:00'],
  ],
  [
    'each fifth Tuesday, or the last',
    '2026-03-31T09:00',
    { every: 'month', times: 3 },
    ['2026-03-31T09:00', '2026-04-28T09:00', '2026-05-26T09:00'],
  ],
  [
    'early on a first of the month',
    '2026-01-01T07:00',
    { every: 'month', times: 3 },
    ['2026-01-01T07:00', '2026-02-05T07:00', '2026-03-05T07:00'],
  ],
] as const)
  test(`a series goes on ${what}`, () => {
    assert.deepEqual(occurrencesOf(at(start), repeat).map(inShanghai), expected)
  })

for (const [act, planned, held, cancelled] of [
  ['change', true, false, false],
  ['signUp', true, false, false],
  ['mark', true, false, false],
  ['close', true, false, false],
  ['correct', false, true, false],
  ['cancel', true, false, false],
] as const)
  test(`${act} fits a gathering where it stands so`, () => {
    assert.deepEqual([fits(act, 'planned'), fits(act, 'held'), fits(act, 'cancelled')], [planned, held, cancelled])
  })
