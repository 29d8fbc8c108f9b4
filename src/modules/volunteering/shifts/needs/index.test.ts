import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { routes as gatheringRoutes } from '#modules/gatherings/index.ts'
import { listeners as messageListeners } from '#modules/messages/index.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { PLACES } from '#test/office.ts'
import { deskOf, NINE, published, type ShiftDesk, shiftDeskOn } from '#test/shift-desk.ts'
import { contract as needs } from '../../needs/contract.ts'
import { routes as needDoors } from '../../needs/index.ts'

type Desk = ShiftDesk & { needId: string; book: ReturnType<typeof bookOf> }
const bookOf = (o: ShiftDesk) => o.as(o.clerk).call(needs)

async function open(t: TestContext): Promise<Desk> {
  const o = await shiftDeskOn(t, 2, { rooms: [...needDoors, ...gatheringRoutes], listeners: messageListeners })
  const wang = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  const book = bookOf(o)
  const { needId } = await book.raiseNeed({ kind: 'company', words: '想有人聊聊', personId: wang })
  await book.acceptNeed({ id: needId })
  return Object.assign(o, { needId, book })
}

/** How a shift stands, with its turns. */
async function stands(o: Desk, id: string) {
  const { status, turns } = await deskOf(o).readShift({ id })
  return [status, ...turns.map((turn) => turn.status)]
}

const toldOf = (o: Desk) =>
  asOwner<{ person_id: string }>(o.house, `select person_id from message where template = 'gathering.cancelled'`)

for (const [act, said] of [
  ['withdrawNeed', '需求已撤回'],
  ['releaseNeed', '需求另行安排'],
] as const)
  test(`${act}: the shift made for the need is called off, and who had taken it is told`, async (t) => {
    const o = await open(t)
    const id = await published(o, { needId: o.needId })
    const [personId = ''] = o.people
    await deskOf(o).claimTurn({ id, personId })
    await o.book[act]({ id: o.needId, reason: '女儿回来了' })
    await o.deliver()
    assert.deepEqual(await stands(o, id), ['cancelled', 'cancelled'])
    assert.deepEqual(await toldOf(o), [{ person_id: personId }])
    const [gathering] = await asOwner(o.house, 'select reason from gathering')
    assert.equal(gathering?.['reason'], said)
  })

test('closed while one has served and another is still to come, the other need not come', async (t) => {
  const o = await open(t)
  const id = await published(o, { needId: o.needId })
  const [first = '', second = ''] = o.people
  const { turnId } = await deskOf(o).claimTurn({ id, personId: first })
  await deskOf(o).claimTurn({ id, personId: second })
  o.clock.set(NINE)
  await deskOf(o).checkIn({ id: turnId })
  o.clock.set('2026-03-10T10:00:00+08:00')
  await deskOf(o).checkOut({ id: turnId })
  await deskOf(o).confirmTurn({ id: turnId })
  await o.book.closeNeed({ id: o.needId, satisfaction: 5 })
  await o.deliver()
  assert.deepEqual(await stands(o, id), ['planned', 'confirmed', 'cancelled'])
})

test('a need with a shift still to come gets no second one, and gets one after that is called off', async (t) => {
  const o = await open(t)
  const id = await published(o, { needId: o.needId })
  await assert.rejects(published(o, { needId: o.needId }), { code: 'shifts.need_has_shift', status: 409 })
  await o.book.releaseNeed({ id: o.needId, reason: '改天' })
  await assert.rejects(published(o, { needId: o.needId }), { code: 'shifts.need_has_shift' })
  await o.deliver()
  const next = await published(o, { needId: o.needId })
  await deskOf(o).cancelShift({ id: next, reason: '下雨' })
  const third = await published(o, { needId: o.needId })
  await o.deliver()
  assert.deepEqual([await stands(o, id), await stands(o, third)], [['cancelled'], ['planned']])
})
