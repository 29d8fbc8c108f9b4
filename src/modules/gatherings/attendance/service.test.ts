import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { Refused } from '#platform/client.ts'
import { tracesOf } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { BUREAU, type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as gatherings } from '../contract.ts'
import { routes } from '../index.ts'
import { contract as codes } from '../person-codes/contract.ts'
import { contract as signUps } from '../sign-up/contract.ts'
import { contract } from './contract.ts'

type Desk = Office & { worker: Worker; people: string[]; id: string }

/** Forty have signed up for a walk at nine, and it is half past ten. */
async function open(t: TestContext, people = 3): Promise<Desk> {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang, name: '李芳' })
  const ids = await o.act(async (ctx) => {
    const settled: string[] = []
    for (let n = 1; n <= people; n++) settled.push(await settle(ctx, { name: `赵${n}`, place: PLACES.guangchang }))
    return settled
  })
  const times = { startsAt: '2026-03-10T09:00:00+08:00', endsAt: '2026-03-10T11:00:00+08:00' }
  const walk = { kind: 'activity', title: '健步走', placeCode: PLACES.guangchang, ...times } as const
  const planned = await o.as(worker).call(gatherings).planGathering(walk)
  const id = planned.ids[0] ?? ''
  for (const personId of ids) await o.as(worker).call(signUps).signUp({ id, personId })
  o.clock.set('2026-03-10T10:30:00+08:00')
  return Object.assign(o, { worker, people: ids, id })
}

const at = (o: Desk) => o.as(o.worker).call(contract)
const who = (o: Desk, n: number) => o.people[n] ?? ''
const allPresent = (o: Desk) => o.people.map((personId) => ({ personId, state: 'present' as const }))

test('forty people are marked in one act, and sending the sheet again changes nothing', async (t) => {
  const o = await open(t, 40)
  assert.deepEqual(await at(o).markAttendance({ id: o.id, marks: allPresent(o) }), { marked: 40 })
  const first = await at(o).readSheet({ id: o.id })
  o.clock.pass(5)
  await at(o).markAttendance({ id: o.id, marks: allPresent(o) })
  assert.deepEqual(await at(o).readSheet({ id: o.id }), first)
  assert.ok(
    first.items.every(({ state, minutes, markedBy }) => state === 'present' && minutes === 120 && markedBy === '李芳'),
  )
  assert.equal((await o.as(o.worker).call(gatherings).readGathering({ id: o.id })).present, 40)
})

test('where somebody is marked as present nothing is cancelled, until the mark is taken back', async (t) => {
  const o = await open(t)
  const cancel = () => o.as(o.worker).call(gatherings).cancelGathering({ id: o.id, reason: '下雨' })
  await at(o).markAttendance({ id: o.id, marks: [{ personId: who(o, 0), state: 'present' }] })
  const traces = await tracesOf(o.house)
  await assert.rejects(cancel(), { code: 'gatherings.has_present', status: 409, message: /03-10.*1 人/ })
  assert.deepEqual(await tracesOf(o.house), traces)
  await at(o).markAttendance({ id: o.id, marks: [{ personId: who(o, 0), state: 'absent' }] })
  await cancel()
})

test('who came unasked is entered, who was brought the lesson home counts, and who was not marked was absent', async (t) => {
  const o = await open(t)
  const guest = await o.act((ctx) => settle(ctx, { name: '钱四', place: PLACES.guangchang }))
  await at(o).markAttendance({
    id: o.id,
    marks: [
      { personId: who(o, 0), state: 'present', minutes: 45 },
      { personId: who(o, 1), state: 'home', minutes: 30 },
      { personId: guest, state: 'present', way: 'walk_in' },
    ],
  })
  assert.deepEqual(await at(o).closeGathering({ id: o.id }), { present: 3, absent: 1 })
  const { items } = await at(o).readSheet({ id: o.id })
  const lines = items.map(({ name, state, minutes, isSignedUp }) => [name, state, minutes, isSignedUp] as const)
  assert.deepEqual(
    lines.toSorted(([a], [b]) => a.localeCompare(b)),
    [
      ['赵1', 'present', 45, true],
      ['赵2', 'home', 30, true],
      ['赵3', 'absent', null, true],
      ['钱四', 'present', 120, false],
    ],
  )
})

test('nobody is marked before it begins, nor after the sheet is closed, and an empty sheet does not close', async (t) => {
  const o = await open(t)
  const marks = [{ personId: who(o, 0), state: 'present' as const }]
  await assert.rejects(at(o).closeGathering({ id: o.id }), { code: 'attendance.nobody' })
  o.clock.set('2026-03-10T08:59:00+08:00')
  await assert.rejects(at(o).markAttendance({ id: o.id, marks }), { code: 'gatherings.not_yet' })
  o.clock.set('2026-03-10T11:00:00+08:00')
  await at(o).markAttendance({ id: o.id, marks })
  await at(o).closeGathering({ id: o.id })
  await assert.rejects(at(o).markAttendance({ id: o.id, marks }), { code: 'gatherings.over' })
  await assert.rejects(at(o).closeGathering({ id: o.id }), { code: 'gatherings.over' })
})

test('a closed sheet is put right with a reason, and what stood there is kept', async (t) => {
  const o = await open(t)
  await at(o).markAttendance({ id: o.id, marks: [{ personId: who(o, 0), state: 'present' }] })
  await at(o).closeGathering({ id: o.id })
  const wrong = { id: o.id, personId: who(o, 1), state: 'present', reason: '漏签，门卫登记可查' } as const
  await at(o).correctAttendance(wrong)
  await assert.rejects(at(o).correctAttendance(wrong), { code: 'attendance.unchanged' })
  const { items } = await at(o).readSheet({ id: o.id })
  const line = items.find(({ personId }) => personId === who(o, 1))
  assert.deepEqual([line?.state, line?.minutes], ['present', 120])
  assert.deepEqual(
    line?.corrections.map(({ state, reason, by }) => [state, reason, by]),
    [['absent', '漏签，门卫登记可查', '李芳']],
  )
})

test('a sheet with somebody of another area is refused whole', async (t) => {
  const o = await open(t)
  const stranger = await o.act((ctx) => settle(ctx, { name: '孙五', place: PLACES.xinyuan }))
  const traces = await tracesOf(o.house)
  const marks = [...allPresent(o), { personId: stranger, state: 'present' as const }]
  await assert.rejects(at(o).markAttendance({ id: o.id, marks }), { status: 422, code: 'attendance.strangers' })
  assert.deepEqual(await tracesOf(o.house), traces)
})

/** Signed up by their own community for a gathering of ours. */
async function fromElsewhere(o: Desk, names: readonly string[]): Promise<string[]> {
  o.clock.set('2026-03-09T10:00:00+08:00')
  const far = o.as(await o.hire({ role: 'community_worker', place: PLACES.xinyuan })).call(signUps)
  const ids: string[] = []
  for (const name of names) {
    const personId = await o.act((ctx) => settle(ctx, { name, place: PLACES.xinyuan }))
    await far.signUp({ id: o.id, personId })
    ids.push(personId)
  }
  o.clock.set('2026-03-10T10:30:00+08:00')
  return ids
}

test('whoever signed up from another area stands on the sheet by a masked name, is marked, and is put right', async (t) => {
  const o = await open(t)
  const [first = '', second = '', third = ''] = await fromElsewhere(o, ['朱小波', '朱大海', '孙五'])
  const { items, others } = await at(o).readSheet({ id: o.id })
  const masked = items.filter(({ isMasked }) => isMasked)
  assert.deepEqual(
    masked.map(({ name, community }) => [name, community]),
    [
      ['朱**（1）', null],
      ['朱**（2）', null],
      ['孙*', null],
    ],
  )
  assert.deepEqual([items.length, others], [6, 0])
  await at(o).markAttendance({
    id: o.id,
    marks: [...allPresent(o), { personId: first, state: 'present' }, { personId: third, state: 'excused' }],
  })
  assert.deepEqual(await at(o).closeGathering({ id: o.id }), { present: 4, absent: 1 })
  await at(o).correctAttendance({ id: o.id, personId: second, state: 'present', reason: '漏签，门卫登记可查' })
  const after = await at(o).readSheet({ id: o.id })
  assert.equal(after.items.find(({ personId }) => personId === second)?.minutes, 120)
  await assert.rejects(o.as(o.worker).call(codes).readCode({ id: second }), { status: 404 })
})

test('a joint organiser keeps the sheet too, and does not change the plan', async (t) => {
  const o = await open(t)
  await o.act((ctx) =>
    ctx.db.updateTable('unit').set({ place_code: PLACES.xinyuan }).where('id', '=', BUREAU).execute(),
  )
  const partner = o.as(await o.hire({ role: 'community_worker', place: PLACES.xinyuan }))
  await assert.rejects(partner.call(contract).markAttendance({ id: o.id, marks: allPresent(o) }), { status: 403 })
  await o.act((ctx) =>
    ctx.db
      .insertInto('gathering_host')
      .values({ county: ctx.actor.county, gathering_id: o.id, unit_id: BUREAU, position: 0 })
      .execute(),
  )
  const { can } = await partner.call(gatherings).readGathering({ id: o.id })
  assert.deepEqual([can.mark, can.close, can.change, can.cancel], [true, true, false, false])
  const { items } = await partner.call(contract).readSheet({ id: o.id })
  assert.deepEqual(
    items.map(({ name }) => name),
    ['赵*（1）', '赵*（2）', '赵*（3）'],
  )
  assert.deepEqual(await partner.call(contract).markAttendance({ id: o.id, marks: allPresent(o) }), { marked: 3 })
  assert.deepEqual(await partner.call(contract).closeGathering({ id: o.id }), { present: 3, absent: 0 })
})

test('a refused sheet says which lines are wrong', async (t) => {
  const o = await open(t)
  const stranger = await o.act((ctx) => settle(ctx, { name: '孙五', place: PLACES.xinyuan }))
  const marks = [...allPresent(o), { personId: stranger, state: 'present' as const }]
  await assert.rejects(at(o).markAttendance({ id: o.id, marks }), (error: Refused) => {
    assert.deepEqual(error.detail, { count: 1, people: [stranger] })
    return true
  })
})

test('nobody is marked for longer than the gathering lasts, nor put right to it', async (t) => {
  const o = await open(t)
  const tooLong = { id: o.id, marks: [{ personId: who(o, 0), state: 'present' as const, minutes: 121 }] }
  await assert.rejects(at(o).markAttendance(tooLong), { status: 422, code: 'attendance.too_long' })
  await at(o).markAttendance({ id: o.id, marks: [{ personId: who(o, 0), state: 'present', minutes: 120 }] })
  await at(o).closeGathering({ id: o.id })
  const wrong = { id: o.id, personId: who(o, 1), state: 'home', minutes: 1_440, reason: '送学上门' } as const
  await assert.rejects(at(o).correctAttendance(wrong), { code: 'attendance.too_long' })
  await at(o).correctAttendance({ ...wrong, minutes: 90 })
})

test('a neighbour’s worker reads how many came, not who, and marks nobody', async (t) => {
  const o = await open(t)
  await at(o).markAttendance({ id: o.id, marks: allPresent(o) })
  const neighbour = o.as(await o.hire({ role: 'community_worker', place: PLACES.xinyuan })).call(contract)
  const sheet = await neighbour.readSheet({ id: o.id })
  assert.deepEqual([sheet.items, sheet.others], [[], 3])
  await assert.rejects(neighbour.markAttendance({ id: o.id, marks: allPresent(o) }), { status: 403 })
})
