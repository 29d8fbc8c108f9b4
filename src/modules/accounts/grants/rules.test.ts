import assert from 'node:assert/strict'
import test from 'node:test'
import { ADMINISTRATORS, ROLES, type Role, VISITORS } from '../rules.ts'
import { areaOf, areInOrder, dutyOf, fitsRole, overlap } from './rules.ts'

test('liaisons are granted units, those who work in the streets places, administrators and visitors no area', () => {
  const expected: Record<Role, [place: boolean, unit: boolean]> = {
    system_administrator: [false, false],
    security_administrator: [false, false],
    audit_administrator: [false, false],
    bureau_staff: [true, true],
    street_staff: [true, false],
    community_worker: [true, false],
    unit_liaison: [false, true],
    reader: [true, true],
    elder: [false, false],
    family: [false, false],
    partner: [false, false],
  }
  for (const role of ROLES) assert.deepEqual([fitsRole(role, 'place'), fitsRole(role, 'unit')], expected[role], role)
  for (const role of ROLES) assert.ok(fitsRole(role, areaOf(role)), role)
  assert.deepEqual(
    ROLES.filter((role) => fitsRole(role, 'office')),
    [...ADMINISTRATORS, ...VISITORS],
  )
})

test('work with people is one duty, each administration another', () => {
  assert.deepEqual([...new Set(ROLES.map(dutyOf))], [...ADMINISTRATORS, 'business'])
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
