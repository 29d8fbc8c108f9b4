import assert from 'node:assert/strict'
import test from 'node:test'
import {
  actsOn,
  fitsTurn,
  isOneShift,
  liesWithin,
  mayCheckIn,
  mayCheckOut,
  mayEnterLate,
  mayServe,
  mayUndoCheckIn,
  minutesOf,
  TURN_STATES,
} from './rules.ts'

const at = (time: string) => `2026-03-10T${time}:00+08:00`
const plan = { from: at('09:00'), to: at('11:00') }

test('minutes are what was checked, within the plan and what is left of the day', () => {
  const table: [from: string, to: string, before: number, minutes: number][] = [
    ['09:00', '11:00', 0, 120],
    ['08:30', '12:40', 0, 120],
    ['09:20', '10:50', 0, 90],
    ['09:00', '11:00', 400, 80],
    ['09:00', '11:00', 480, 0],
    ['11:00', '12:00', 0, 0],
    ['08:00', '08:59', 0, 0],
  ]
  for (const [from, to, before, minutes] of table)
    assert.equal(minutesOf(plan, { from: at(from), to: at(to) }, before), minutes, `${from}–${to} after ${before}`)
})

test('half a minute is no minute', () => {
  assert.equal(minutesOf(plan, { from: at('09:00'), to: '2026-03-10T09:10:59+08:00' }, 0), 10)
})

test('checking in is from an hour before to the end', () => {
  for (const [time, may] of [
    ['07:59', false],
    ['08:00', true],
    ['09:00', true],
    ['10:59', true],
    ['11:00', false],
  ] as const)
    assert.equal(mayCheckIn(plan, new Date(at(time))), may, time)
})

test('checking out is to an hour after the end', () => {
  for (const [time, may] of [
    ['09:30', true],
    ['12:00', true],
    ['12:01', false],
    ['19:00', false],
  ] as const)
    assert.equal(mayCheckOut(plan, new Date(at(time))), may, time)
})

test('one’s own check-in is undone with no more words for ten minutes', () => {
  for (const [time, isOwn, may] of [
    ['09:10', true, true],
    ['09:11', true, false],
    ['09:01', false, false],
  ] as const)
    assert.equal(mayUndoCheckIn({ inAt: at('09:00'), isOwn }, new Date(at(time))), may, time)
})

test('a shift is entered after the fact within thirty days, the last one whole', () => {
  for (const [day, may] of [
    ['2026-03-10T11:00', true],
    ['2026-04-09T23:59', true],
    ['2026-04-10T00:00', false],
    ['2027-03-10T09:00', false],
  ] as const)
    assert.equal(mayEnterLate(plan, new Date(`${day}:00+08:00`)), may, day)
})

test('what is entered after the fact lies within the plan', () => {
  const table: [from: string, to: string, lies: boolean][] = [
    ['09:00', '11:00', true],
    ['09:30', '10:00', true],
    ['08:59', '11:00', false],
    ['09:00', '11:01', false],
    ['10:00', '10:00', false],
    ['10:30', '10:00', false],
  ]
  for (const [from, to, lies] of table) assert.equal(liesWithin(plan, { from: at(from), to: at(to) }), lies, from + to)
})

test('a shift is of one day and eight hours at most', () => {
  const table: [from: string, to: string, is: boolean][] = [
    [at('09:00'), at('17:00'), true],
    [at('09:00'), at('17:01'), false],
    [at('20:00'), '2026-03-11T00:00:00+08:00', true],
    [at('20:00'), '2026-03-11T00:30:00+08:00', false],
  ]
  for (const [from, to, is] of table) assert.equal(isOneShift({ from, to }), is, to)
})

test('who may serve follows whom the shift is open to; who was invited is welcome everywhere', () => {
  const nobody = { isVolunteer: false, isMember: false, isInvited: false }
  const table = [
    ['team', { ...nobody, isVolunteer: true }, false],
    ['team', { ...nobody, isMember: true }, true],
    ['volunteers', nobody, false],
    ['volunteers', { ...nobody, isVolunteer: true }, true],
    ['invited', { ...nobody, isVolunteer: true, isMember: true }, false],
    ['invited', { ...nobody, isInvited: true }, true],
    ['team', { ...nobody, isInvited: true }, true],
  ] as const
  for (const [openTo, who, may] of table) assert.equal(mayServe(openTo, who), may, openTo)
})

test('each state of a turn allows exactly its acts', () => {
  const allowed = Object.fromEntries(TURN_STATES.map((state) => [state, actsOn(state)]))
  assert.deepEqual(allowed, {
    waiting: ['cancel'],
    claimed: ['cancel', 'swap', 'checkIn', 'miss'],
    started: ['checkOut', 'takeBack'],
    late: ['approve', 'refuse'],
    served: ['confirm', 'refuse'],
    confirmed: ['reverse'],
    refused: [],
    cancelled: [],
    missed: [],
    reversed: [],
  })
  assert.equal(fitsTurn('confirm', 'late'), false, 'what was entered afterwards is approved first')
})
