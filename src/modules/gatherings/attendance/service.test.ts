import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { tracesOf } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as gatherings } from '../contract.ts'
import { routes } from '../index.ts'
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

test('a neighbour’s worker reads how many came, not who, and marks nobody', async (t) => {
  const o = await open(t)
  await at(o).markAttendance({ id: o.id, marks: allPresent(o) })
  const neighbour = o.as(await o.hire({ role: 'community_worker', place: PLACES.xinyuan })).call(contract)
  const sheet = await neighbour.readSheet({ id: o.id })
  assert.deepEqual([sheet.items, sheet.others], [[], 3])
  await assert.rejects(neighbour.markAttendance({ id: o.id, marks: allPresent(o) }), { status: 403 })
})
