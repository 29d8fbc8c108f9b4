import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { routes as gatheringRoutes } from '#modules/gatherings/index.ts'
import { listeners as messageListeners } from '#modules/messages/index.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { PLACES } from '#test/office.ts'
import { deskOf, ELEVEN, NINE, published, type ShiftDesk, shiftDeskOn } from '#test/shift-desk.ts'
import { contract as needs } from '../../needs/contract.ts'
import { routes as needDoors, needsEndWithService, needsTell } from '../../needs/index.ts'
import { contract as swaps } from '../../shifts/swaps/contract.ts'
import { contract } from '../contract.ts'
import { routes } from '../index.ts'

type Desk = ShiftDesk & { wang: string; one: string; other: string }

async function open(t: TestContext): Promise<Desk> {
  const rooms = [...needDoors, ...gatheringRoutes, routes]
  const o = await shiftDeskOn(t, 2, { rooms, listeners: [...needsTell, needsEndWithService, ...messageListeners] })
  const wang = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  const [one = '', other = ''] = o.people
  return Object.assign(o, { wang, one, other })
}

const bookOf = (o: Desk) => o.as(o.clerk).call(needs)
const listOf = (o: Desk) => o.as(o.clerk).call(contract)

/** 赵1 leaves; answers which texts went to whom. */
async function leaves(o: Desk): Promise<string[]> {
  await o.deliver()
  await asOwner(o.house, 'delete from message')
  await listOf(o).leaveVolunteering({ personId: o.one, reason: '随子女迁居' })
  return told(o)
}

async function told(o: Desk): Promise<string[]> {
  await o.deliver()
  const rows = await asOwner<{ line: string }>(
    o.house,
    `select p.name || ' ' || m.template as line from message m join person p on p.id = m.person_id`,
  )
  return rows.map(({ line }) => line).toSorted()
}

async function needOf(o: Desk): Promise<string> {
  const { needId: id } = await bookOf(o).raiseNeed({ kind: 'company', words: '想有人聊聊', personId: o.wang })
  await bookOf(o).acceptNeed({ id })
  return id
}

const turnsOf = async (o: Desk, id: string) =>
  new Map((await deskOf(o).readShift({ id })).turns.map((turn) => [turn.personId, turn]))

test('who leaves gives up the turns to come: the next who waits is offered the place, and whoever expects them hears', async (t) => {
  const o = await open(t)
  const needId = await needOf(o)
  await bookOf(o).matchNeed({ id: needId, helperId: o.one })
  const id = await published(o, { capacity: 1, needId })
  for (const personId of [o.one, o.other]) await deskOf(o).claimTurn({ id, personId })
  assert.deepEqual(await leaves(o), ['王秀英 need.again', '赵2 gathering.offered'])
  const turns = await turnsOf(o, id)
  assert.deepEqual([turns.get(o.one)?.status, turns.get(o.other)?.isOffered], ['cancelled', true])
  const need = await bookOf(o).readNeed({ id: needId })
  assert.deepEqual([need.status, need.helper, need.shiftId], ['in_service', null, id])
  assert.equal(need.steps.at(-1)?.note, '志愿者已退出，班次的名额由其他人承担')
  const turnId = turns.get(o.other)?.id ?? ''
  await deskOf(o).takePlace({ id, turnId })
  assert.equal((await turnsOf(o, id)).get(o.other)?.status, 'claimed')
})

test('what they were to help with without a shift is open again; what they ask for themselves stands', async (t) => {
  const o = await open(t)
  const [matched, begun] = [await needOf(o), await needOf(o)]
  for (const id of [matched, begun]) await bookOf(o).matchNeed({ id, helperId: o.one })
  await bookOf(o).beginNeed({ id: begun })
  const { needId: own } = await bookOf(o).raiseNeed({ kind: 'repair', words: '灯不亮', personId: o.one })
  assert.deepEqual(await leaves(o), ['王秀英 need.again', '王秀英 need.again', '赵1 need.off', '赵1 need.off'])
  for (const id of [matched, begun]) {
    const { status, helper, steps } = await bookOf(o).readNeed({ id })
    assert.deepEqual([status, helper, steps.at(-1)?.note], ['accepted', null, '志愿者已退出，请另派人'])
  }
  assert.equal((await bookOf(o).readNeed({ id: own })).status, 'raised')
})

test('what has begun or was served stays, with its need, and is confirmed afterwards', async (t) => {
  const o = await open(t)
  const needId = await needOf(o)
  await bookOf(o).matchNeed({ id: needId, helperId: o.one })
  const [id, late] = [await published(o, { needId }), await published(o, { endsAt: '2026-03-10T09:30:00+08:00' })]
  const { turnId } = await deskOf(o).claimTurn({ id, personId: o.one })
  await deskOf(o).claimTurn({ id: late, personId: o.other })
  o.clock.set(NINE)
  o.clock.pass(1)
  for (const personId of [o.one, o.other]) await listOf(o).leaveVolunteering({ personId, reason: '随子女迁居' })
  await o.deliver()
  assert.deepEqual(
    [(await turnsOf(o, id)).get(o.one)?.status, (await turnsOf(o, late)).get(o.other)?.status],
    ['claimed', 'claimed'],
  )
  assert.equal((await bookOf(o).readNeed({ id: needId })).helperId, o.one)
  await deskOf(o).checkIn({ id: turnId })
  o.clock.set(ELEVEN)
  await deskOf(o).checkOut({ id: turnId })
  await deskOf(o).confirmTurn({ id: turnId })
})

test('nobody waits any more for who left to hand on or to take a turn', async (t) => {
  const o = await open(t)
  const [id, other] = [
    await published(o),
    await published(o, { startsAt: ELEVEN, endsAt: '2026-03-10T12:00:00+08:00' }),
  ]
  const mine = await deskOf(o).claimTurn({ id, personId: o.one })
  const theirs = await deskOf(o).claimTurn({ id: other, personId: o.other })
  const counter = o.as(o.clerk).call(swaps)
  const { swapId: given } = await counter.offerTurn({ id: mine.turnId, toPersonId: o.other })
  const { swapId: asked } = await counter.offerTurn({ id: theirs.turnId, toPersonId: o.one })
  await leaves(o)
  for (const swapId of [given, asked]) await assert.rejects(counter.takeSwap({ id: swapId }), { code: 'swaps.not_now' })
  assert.equal((await turnsOf(o, other)).get(o.other)?.status, 'claimed')
})

test('who comes back before it is heard keeps what they promised', async (t) => {
  const o = await open(t)
  const id = await published(o)
  await deskOf(o).claimTurn({ id, personId: o.one })
  const needId = await needOf(o)
  await bookOf(o).matchNeed({ id: needId, helperId: o.one })
  await listOf(o).leaveVolunteering({ personId: o.one, reason: '点错了' })
  await listOf(o).registerVolunteer({ personId: o.one })
  await o.deliver()
  assert.equal((await turnsOf(o, id)).get(o.one)?.status, 'claimed')
  assert.equal((await bookOf(o).readNeed({ id: needId })).helperId, o.one)
})
