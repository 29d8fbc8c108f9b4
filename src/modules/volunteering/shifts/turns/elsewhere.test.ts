import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { newId } from '#platform/ids.ts'
import { settle } from '#test/office/settle.ts'
import { PLACES, type Worker } from '#test/office.ts'
import { deskOf, ELEVEN, faultsOf, NINE, published, recordDoors, type ShiftDesk, shiftDesk } from '#test/shift-desk.ts'

type Desk = ShiftDesk & { far: Worker; id: string; guests: string[]; turns: string[] }

/** A shift of one community that volunteers of another took, each through their own community. */
async function open(t: TestContext, names: readonly string[]): Promise<Desk> {
  const o = await shiftDesk(t, 1)
  const far = await o.hire({ role: 'community_worker', place: PLACES.xinyuan, name: '周丽' })
  const id = await published(o, { capacity: 5 })
  const [guests, turns]: [string[], string[]] = [[], []]
  for (const [n, name] of names.entries()) {
    const personId = await o.act((ctx) => settle(ctx, { name, place: PLACES.xinyuan }))
    guests.push(personId)
    await o.act((ctx) =>
      ctx.db
        .insertInto('volunteer')
        .values({
          county: ctx.actor.county,
          id: newId(),
          person_id: personId,
          number: `371424-9000${n + 10}`,
          since_on: '2025-01-01',
          registered_at: ctx.now.toISOString(),
        })
        .execute(),
    )
    turns.push((await deskOf(o, far).claimTurn({ id, personId })).turnId)
  }
  return Object.assign(o, { far, id, guests, turns })
}

test('who keeps the shift finds volunteers of another community by a masked name, checks them in and out, and rates them', async (t) => {
  const o = await open(t, ['朱小波', '朱大海', '孙五'])
  const read = await deskOf(o).readShift({ id: o.id })
  assert.deepEqual(
    read.turns.map(({ name, isMasked, community }) => [name, isMasked, community]),
    [
      ['朱**（1）', true, null],
      ['朱**（2）', true, null],
      ['孙*', true, null],
    ],
  )
  assert.deepEqual([read.others, read.turns[0]?.can], [0, ['cancel', 'checkIn']])
  const [first = '', second = '', third = ''] = o.turns
  await deskOf(o).giveUpTurn({ id: o.id, turnId: second })
  o.clock.set(NINE)
  await deskOf(o).checkIn({ id: first })
  o.clock.set(ELEVEN)
  await deskOf(o).checkOut({ id: first })
  assert.deepEqual(
    (await deskOf(o).listWaiting({})).items.map(({ name, isMasked }) => [name, isMasked]),
    [['朱**', true]],
  )
  const { recordId } = await deskOf(o).confirmTurn({ id: first, rating: 5 })
  const records = await o.as(o.far).call(recordDoors).listServiceRecords({})
  assert.deepEqual(
    records.items.map(({ id, minutes, rating }) => [id, minutes, rating]),
    [[recordId, 120, 5]],
  )
  await deskOf(o).missTurn({ id: o.id, turnId: third })
  assert.deepEqual(await faultsOf(o), [])
})

test('service of somebody from another community is entered afterwards and approved by a second of the shift’s own', async (t) => {
  const o = await open(t, ['孙五'])
  const [personId = ''] = o.guests
  o.clock.set(ELEVEN)
  const { turnId } = await deskOf(o).enterLate({ id: o.id, personId, from: NINE, to: ELEVEN, reason: '忘了签到' })
  await deskOf(o, o.second).approveLate({ id: turnId })
  assert.deepEqual(await deskOf(o, o.second).confirmTurns({ turns: [turnId] }), { confirmed: 1 })
})

test('who keeps neither the shift nor the volunteer finds nothing, and a stranger who took no turn is not entered', async (t) => {
  const o = await open(t, ['孙五'])
  const third = await o.hire({ role: 'community_worker', place: PLACES.ruiheng, name: '吴敏' })
  const [turnId = ''] = o.turns
  assert.deepEqual((await deskOf(o, third).readShift({ id: o.id })).turns, [])
  await assert.rejects(deskOf(o, third).giveUpTurn({ id: o.id, turnId }), { status: 404 })
  const stranger = await o.act((ctx) => settle(ctx, { name: '钱七', place: PLACES.xinyuan }))
  o.clock.set(ELEVEN)
  const late = { id: o.id, personId: stranger, from: NINE, to: ELEVEN, reason: '忘了签到' }
  await assert.rejects(deskOf(o).enterLate(late), { status: 404 })
})
