import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { routes as gatheringRoutes } from '#modules/gatherings/index.ts'
import { change, NOON } from '#test/office/desks/shift-changes.ts'
import { elderDoors, relativeOf } from '#test/office/elders.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { PLACES } from '#test/office.ts'
import { deskOf, ELEVEN, NINE, published, type ShiftDesk, served, shiftDeskOn } from '#test/shift-desk.ts'
import { contract as needs } from '../contract.ts'
import { routes as needDoors, needsTell } from '../index.ts'

type Desk = ShiftDesk & { needId: string; wang: string }
const bookOf = (o: ShiftDesk) => o.as(o.clerk).call(needs)

async function open(t: TestContext): Promise<Desk> {
  const o = await shiftDeskOn(t, 2, { rooms: [...needDoors, ...gatheringRoutes, ...elderDoors], listeners: needsTell })
  const wang = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  const { needId } = await bookOf(o).raiseNeed({ kind: 'company', words: '想有人聊聊', personId: wang })
  await bookOf(o).acceptNeed({ id: needId })
  return Object.assign(o, { needId, wang })
}

/** Which texts went to whom since the last time: people by their name, relatives' accounts as such. */
async function told(o: Desk): Promise<string[]> {
  await o.deliver()
  const rows = await asOwner<{ line: string }>(
    o.house,
    `with m as (delete from message returning *)
     select coalesce(p.name, '家属') || ' ' || m.template || case when m.status = 'withheld' then ' ' || m.why else '' end as line
       from m left join person p on p.id = m.person_id`,
  )
  return rows.map(({ line }) => line).toSorted()
}

test('who is sent, who asked and their family hear how it stands with a need, from hand to hand until it is done', async (t) => {
  const o = await open(t)
  await relativeOf({ o, worker: o.clerk, personId: o.wang })
  await told(o)
  const [first = '', second = ''] = o.people
  await bookOf(o).matchNeed({ id: o.needId, helperId: first })
  assert.deepEqual(await told(o), ['家属 need.matched', '王秀英 need.matched', '赵1 need.assigned'])
  await bookOf(o).matchNeed({ id: o.needId, helperId: second })
  assert.deepEqual(await told(o), ['家属 need.matched', '王秀英 need.matched', '赵1 need.off', '赵2 need.assigned'])
  await bookOf(o).releaseNeed({ id: o.needId, reason: '家里有事' })
  assert.deepEqual(await told(o), ['家属 need.again', '王秀英 need.again', '赵2 need.off'])
  await bookOf(o).matchNeed({ id: o.needId, helperId: first })
  await bookOf(o).beginNeed({ id: o.needId })
  await told(o)
  await bookOf(o).serveNeed({ id: o.needId })
  assert.deepEqual(await told(o), ['家属 need.done', '王秀英 need.done', '赵1 need.thanks'])
})

test('who takes the turn and who waits for them hear when; given up, the asker hears that another is looked for', async (t) => {
  const o = await open(t)
  const id = await published(o, { needId: o.needId })
  assert.deepEqual(await told(o), [])
  const { turnId } = await deskOf(o).claimTurn({ id, personId: o.people[0] ?? '' })
  assert.deepEqual(await told(o), ['王秀英 need.expected', '赵1 need.claimed'])
  await deskOf(o).giveUpTurn({ id, turnId })
  assert.deepEqual(await told(o), ['王秀英 need.again'])
  const done = await served(o, id, o.people[1] ?? '')
  await told(o)
  await deskOf(o).confirmTurn({ id: done })
  assert.deepEqual(await told(o), ['王秀英 need.done', '赵2 need.thanks'])
})

test('who waits for a helper hears the new time of a shift that moved, and when the helper has something else then', async (t) => {
  const o = await open(t)
  const id = await published(o, { needId: o.needId })
  await deskOf(o).claimTurn({ id, personId: o.people[0] ?? '' })
  await told(o)
  await change(o, id, { title: '陪聊' })
  assert.deepEqual(await told(o), [])
  await change(o, id, NOON)
  assert.deepEqual(await told(o), ['王秀英 need.expected'])
  const patrol = await published(o, { title: '小区巡逻' })
  await deskOf(o).claimTurn({ id: patrol, personId: o.people[0] ?? '' })
  await change(o, id, { startsAt: NINE, endsAt: ELEVEN })
  assert.deepEqual(await told(o), ['王秀英 need.again'])
})

test('nothing is told to the dead', async (t) => {
  const o = await open(t)
  await relativeOf({ o, worker: o.clerk, personId: o.wang })
  await told(o)
  await bookOf(o).matchNeed({ id: o.needId, helperId: o.people[0] ?? '' })
  await asOwner(o.house, `update person set status = 'deceased', died_on = '2026-03-01' where id = $1`, [o.wang])
  assert.deepEqual(await told(o), ['王秀英 need.matched not_living', '赵1 need.assigned'])
})
