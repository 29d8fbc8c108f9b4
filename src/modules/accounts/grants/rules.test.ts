import assert from 'node:assert/strict'
import test from 'node:test'
import { ROLES, type Role } from '../rules.ts'
import { type Area, areInOrder, fitsRole, isWithin, overlap } from './rules.ts'

test('liaisons are granted units, those who work in the streets places', () => {
  const expected: Record<Role, [place: boolean, unit: boolean]> = {
    county_administrator: [true, false],
    bureau_staff: [true, true],
    street_staff: [true, false],
    community_worker: [true, false],
    unit_liaison: [false, true],
    reader: [true, true],
  }
  for (const role of ROLES) assert.deepEqual([fitsRole(role, 'place'), fitsRole(role, 'unit')], expected[role], role)
})

const place = (lo: string, hi: string): Area => ({ kind: 'place', lo, hi })
const street = { lo: '3714240010000000000', hi: '3714240019999999999' }
const community = place('3714240010230000000', '3714240010239999999')
const county = place('3714240000000000000', '3714249999999999999')

test('nobody gives an area they do not have', () => {
  const scopes = {
    county: { all: true, places: [], units: [] },
    street: { all: false, places: [street], units: [] },
    unit: { all: false, places: [], units: ['school'] },
    nothing: { all: false, places: [], units: [] },
  }
  for (const [scope, area, expected] of [
    ['county', county, true],
    ['county', { kind: 'unit', id: 'school' }, true],
    ['street', community, true],
    ['street', place(street.lo, street.hi), true],
    ['street', county, false],
    ['street', place('3714240020000000000', '3714240029999999999'), false],
    ['street', place('3714240010230000000', '3714240020000000000'), false],
    ['street', { kind: 'unit', id: 'school' }, false],
    ['unit', { kind: 'unit', id: 'school' }, true],
    ['unit', { kind: 'unit', id: 'hospital' }, false],
    ['unit', community, false],
    ['nothing', community, false],
  ] as const) {
    assert.equal(isWithin(scopes[scope], area), expected, `${scope} ${JSON.stringify(area)}`)
  }
})

test('the last day of a grant lies neither before its first nor in the past', () => {
  for (const [from, until, expected] of [
    ['2026-03-02', null, true],
    ['2026-03-02', '2026-03-02', true],
    ['2026-01-01', '2026-03-02', true],
    ['2026-05-01', '2026-04-30', false],
    ['2026-01-01', '2026-03-01', false],
  ] as const) {
    assert.equal(areInOrder({ from, until }, '2026-03-02'), expected, `${from} ${until}`)
  }
})

test('two grants overlap when they share a day', () => {
  for (const [one, other, expected] of [
    [['2026-01-01', '2026-06-30'], ['2026-06-30', null], true],
    [['2026-01-01', '2026-06-30'], ['2026-07-01', null], false],
    [['2026-01-01', null], ['2030-01-01', '2030-02-01'], true],
    [['2026-03-01', '2026-03-31'], ['2026-01-01', '2026-02-28'], false],
  ] as const) {
    const [a, b] = [one, other].map(([from, until]) => ({ from, until }))
    if (!a || !b) throw new Error('two grants')
    assert.equal(overlap(a, b), expected)
    assert.equal(overlap(b, a), expected)
  }
})
