import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { routes as gatheringDoors } from '#modules/gatherings/index.ts'
import { qrOf } from '#platform/qr/index.ts'
import { elderDoors, elderOf, relativeOf } from '#test/office/elders.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import type { Visitor } from '#test/office/visitor.ts'
import { PLACES } from '#test/office.ts'
import { deskOf, faultsOf, published, recordDoors, type ShiftDesk, served, shiftDesk } from '#test/shift-desk.ts'
import { visitPayload } from '../../codes/visit-code.ts'
import { contract as needs } from '../../needs/contract.ts'
import { routes as needDoors } from '../../needs/index.ts'
import { contract } from '../contract.ts'
import { routes } from '../index.ts'

type Home = ShiftDesk & { wang: string; elder: Visitor; daughter: Visitor; turns: string[] }

/** 王秀英 was helped by as many volunteers as are asked for, in one shift, and has not said so yet. */
async function visited(t: TestContext, { helpers = 1, hasNeed = false } = {}): Promise<Home & { needId: string }> {
  const o = await shiftDesk(t, helpers, [...elderDoors, ...gatheringDoors, ...needDoors, ...routes])
  const wang = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  const elder = await elderOf({ o, worker: o.clerk, personId: wang })
  const daughter = await relativeOf({ o, worker: o.clerk, personId: wang })
  const book = o.as(o.clerk).call(needs)
  const needId = hasNeed ? (await book.raiseNeed({ kind: 'company', words: '想有人聊聊', personId: wang })).needId : ''
  if (hasNeed) await book.acceptNeed({ id: needId })
  const whose = hasNeed ? { needId } : { servedPersonId: wang }
  const id = await published(o, { ...whose, capacity: helpers })
  const turns: string[] = []
  for (const personId of o.people) {
    o.clock.set('2026-03-02T09:00:00+08:00')
    turns.push(await served(o, id, personId))
  }
  return Object.assign(o, { wang, elder, daughter, turns, needId })
}

const by = (o: Home, who: Visitor = o.elder) => who.call(contract)
const booked = async (o: Home) => (await o.as(o.clerk).call(recordDoors).listServiceRecords({})).items
const needOf = async (o: Home) => (await o.as(o.clerk).call(needs).listNeeds({})).items[0]
const confirm = (o: Home, who?: Visitor, rating: number | null = null) =>
  by(o, who).confirmMyVisit({ personId: o.wang, id: o.turns[0] ?? '', rating })

test('the served person confirms by one tap, with no stars given, and it counts as by a clerk’s word', async (t) => {
  const o = await visited(t)
  const [waiting] = (await by(o).myRecord({ personId: o.wang })).waiting
  assert.deepEqual(
    [waiting?.id, waiting?.title, waiting?.by, waiting?.minutes],
    [o.turns[0], '看望独居老人', '赵1', 120],
  )
  await confirm(o)
  const [record] = await booked(o)
  assert.deepEqual(
    [record?.confirmedWay, record?.confirmedBy, record?.rating, record?.minutes],
    ['served', '王秀英', null, 120],
  )
  const after = await by(o).myRecord({ personId: o.wang })
  assert.deepEqual([after.waiting, after.served.map((one) => one.by)], [[], ['赵1']])
  assert.deepEqual(await faultsOf(o), [])
})

test('a turn of one’s own is found under helping, neither as a gathering nor as something done for oneself', async (t) => {
  const o = await visited(t)
  await confirm(o)
  const [personId = ''] = o.people
  const helper = await elderOf({ o, worker: o.clerk, personId })
  const { helped } = await helper.call(contract).myShifts({ personId })
  assert.deepEqual(
    helped.map(({ title, minutes }) => [title, minutes]),
    [['看望独居老人', 120]],
  )
  const empty = { waiting: [], served: [], given: [] }
  assert.deepEqual(await helper.call(contract).myRecord({ personId }), empty)
  const headers = { cookie: `sangyu=${helper.token()}` }
  const told = await o.app.inject({ url: `/api/own/${personId}/gatherings`, headers })
  const { mine, been } = told.json<{ mine: unknown[]; been: unknown[] }>()
  assert.deepEqual([mine, been], [[], []])
})

test('whoever is helped shows the visit code, in digits and as a picture to be scanned', async (t) => {
  const o = await visited(t, { hasNeed: true })
  const [need] = (await by(o).myNeeds({ personId: o.wang })).items
  assert.match(need?.code ?? '', /^\d{6}$/)
  assert.deepEqual(need?.qr, qrOf(visitPayload(need?.code ?? '')))
  const { needId } = await by(o).askForHelp({ personId: o.wang, kind: 'shopping' })
  const asked = (await by(o).myNeeds({ personId: o.wang })).items.find(({ id }) => id === needId)
  assert.deepEqual([asked?.code, asked?.qr], [null, null])
})

test('a daughter confirms for her mother, and both stand in the trail', async (t) => {
  const o = await visited(t)
  await confirm(o, o.daughter, 5)
  const [record] = await booked(o)
  assert.deepEqual([record?.confirmedWay, record?.confirmedBy, record?.rating], ['served', '赵丽', 5])
  const [row] = await asOwner(o.house, `select subject, detail from audit_event where action = 'confirmMyVisit'`)
  assert.deepEqual(row, { subject: o.turns[0], detail: { for: o.wang, as: 'family' } })
})

test('of elder, daughter and clerk who confirm at once one does, and the hours count once', async (t) => {
  const o = await visited(t)
  const tries = await Promise.allSettled([
    ...Array.from({ length: 4 }, () => confirm(o)),
    ...Array.from({ length: 4 }, () => confirm(o, o.daughter, 5)),
    ...Array.from({ length: 4 }, () => deskOf(o).confirmTurn({ id: o.turns[0] ?? '' })),
  ])
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of tries) if (one.status === 'rejected') assert.equal(one.reason.code, 'shifts.wrong_state')
  assert.equal((await booked(o)).length, 1)
  assert.deepEqual(await faultsOf(o), [])
})

test('the volunteer, a neighbour and whoever has no authority confirm nothing', async (t) => {
  const o = await visited(t, { helpers: 2 })
  const [helper = '', other = ''] = o.people
  const volunteer = await elderOf({ o, worker: o.clerk, personId: helper })
  const neighbour = await elderOf({ o, worker: o.clerk, personId: other })
  const id = o.turns[0] ?? ''
  for (const [who, personId] of [
    [volunteer, helper],
    [volunteer, o.wang],
    [neighbour, other],
    [o.daughter, helper],
  ] as const)
    await assert.rejects(by(o, who).confirmMyVisit({ personId, id }), { status: 404 })
  await assert.rejects(o.as(o.clerk).call(contract).confirmMyVisit({ personId: o.wang, id }), { status: 403 })
  await assert.rejects(o.as().call(contract).confirmMyVisit({ personId: o.wang, id }), { status: 401 })
  assert.deepEqual(await booked(o), [])
})

test('how it was, said of a need, confirms whoever came for it: one act, not two', async (t) => {
  const o = await visited(t, { helpers: 2, hasNeed: true })
  const [need] = (await by(o).myNeeds({ personId: o.wang })).items
  assert.deepEqual([need?.status, need?.can.answer], ['in_service', true])
  await by(o).answerMyNeed({ personId: o.wang, id: o.needId, satisfaction: 5 })
  const records = await booked(o)
  assert.deepEqual(
    records.map(({ confirmedWay, rating }) => [confirmedWay, rating]),
    [
      ['served', 5],
      ['served', 5],
    ],
  )
  assert.equal((await needOf(o))?.status, 'closed')
  assert.deepEqual((await by(o).myRecord({ personId: o.wang })).waiting, [])
})

test('the last visit of a need, confirmed one by one, closes it, with stars or without', async (t) => {
  const o = await visited(t, { helpers: 2, hasNeed: true })
  await confirm(o)
  assert.equal((await needOf(o))?.status, 'served')
  await by(o).confirmMyVisit({ personId: o.wang, id: o.turns[1] ?? '' })
  assert.equal((await needOf(o))?.status, 'closed')
  const [closed] = (await by(o).myNeeds({ personId: o.wang })).items
  assert.deepEqual([closed?.satisfaction, closed?.can.answer], [null, false])
})

test('a need confirmed at the desk is still answered by whom it was for', async (t) => {
  const o = await visited(t, { hasNeed: true })
  await deskOf(o).confirmTurn({ id: o.turns[0] ?? '' })
  await by(o).answerMyNeed({ personId: o.wang, id: o.needId })
  assert.equal((await needOf(o))?.status, 'closed')
  await assert.rejects(by(o).answerMyNeed({ personId: o.wang, id: o.needId }), { code: 'needs.not_now' })
})
