import assert from 'node:assert/strict'
import test from 'node:test'
import { factsOf, repeatOf, type Typed, typedOf } from './plan-draft.ts'

const typed: Typed = {
  kind: 'activity',
  title: '春季健步走',
  placeCode: '3714240010010000000',
  day: '2026-03-10',
  from: '09:00',
  until: '11:00',
  signUp: 'open',
}

test('a day and two clocks become instants of the office, and what is left empty stays empty', () => {
  const facts = factsOf(typed)
  assert.deepEqual(
    [facts.startsAt, facts.endsAt, facts.capacity, facts.signUpUntil, facts.offerHours, facts.hosts, facts.note],
    ['2026-03-10T09:00:00+08:00', '2026-03-10T11:00:00+08:00', null, null, 24, [], null],
  )
  assert.equal('intensity' in facts, false)
})

test('money is typed in yuan and sent in cents; of other things one says how many, or nothing', () => {
  const { resources } = factsOf({
    ...typed,
    resources: [
      { kind: 'funds', name: '经费', amount: '1200.5' },
      { kind: 'vehicle', name: '大巴', amount: '2' },
      { kind: 'people', name: '医护', amount: '' },
    ],
  })
  assert.deepEqual(
    resources.map(({ cents, count }) => [cents, count]),
    [
      [120_050, null],
      [null, 2],
      [null, null],
    ],
  )
})

test('sign-up closes at six on an earlier day, and at the beginning on the day itself', () => {
  assert.equal(factsOf({ ...typed, untilDay: '2026-03-08' }).signUpUntil, '2026-03-08T18:00:00+08:00')
  assert.equal(factsOf({ ...typed, untilDay: '2026-03-10' }).signUpUntil, '2026-03-10T09:00:00+08:00')
})

test('once is no series', () => {
  assert.equal(repeatOf(typed), null)
  assert.deepEqual(repeatOf({ ...typed, repeat: 'week', times: '6' }), { every: 'week', times: 6 })
})

test('what stands there comes back unchanged from the form', () => {
  const record = {
    ...factsOf({ ...typed, capacity: '40', resources: [{ kind: 'funds', name: '经费', amount: '300' }] }),
    id: '01980000-0000-7000-8000-000000000001',
    intensity: 2 as const,
    hosts: [],
    version: 1,
    resources: [
      {
        id: '01980000-0000-7000-8000-000000000002',
        kind: 'funds' as const,
        name: '经费',
        count: null,
        cents: 30_000,
        unitId: null,
        unit: null,
      },
    ],
    place: '广场社区',
    site: null,
    status: 'planned' as const,
    taken: 0,
    waiting: 0,
    present: 0,
    seriesId: null,
    shiftId: null,
    reason: null,
    can: { change: true, signUp: true, mark: true, close: true, correct: false, cancel: true },
  }
  const again = factsOf(typedOf(record))
  assert.deepEqual([again.startsAt, again.capacity, again.resources[0]?.cents], [record.startsAt, 40, 30_000])
})
