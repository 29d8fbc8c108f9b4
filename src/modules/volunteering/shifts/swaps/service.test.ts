import assert from 'node:assert/strict'
import test from 'node:test'
import { PLACES } from '#test/office.ts'
import { deskOf, NINE, published, type ShiftDesk, shiftDesk } from '#test/shift-desk.ts'
import { contract as teams } from '../../teams/contract.ts'
import { routes as teamDoors } from '../../teams/index.ts'
import { contract } from './contract.ts'

const swaps = (o: ShiftDesk, worker = o.clerk) => o.as(worker).call(contract)

async function claimed(o: ShiftDesk) {
  const id = await published(o, { capacity: 1 })
  const [first = '', second = ''] = o.people
  const { turnId } = await deskOf(o).claimTurn({ id, personId: first })
  return { id, turnId, first, second }
}

test('a turn is offered, taken and agreed to; then the other has it and the place with it', async (t) => {
  const o = await shiftDesk(t, 3)
  const { id, turnId, second } = await claimed(o)
  await deskOf(o).claimTurn({ id, personId: o.people[2] ?? '' })
  const { swapId } = await swaps(o).offerTurn({ id: turnId, toPersonId: second })
  await assert.rejects(swaps(o).agreeToSwap({ id: swapId }), { code: 'swaps.not_now' })
  await swaps(o).takeSwap({ id: swapId, onBehalf: 'family' })
  const agreed = await swaps(o).agreeToSwap({ id: swapId })
  const { turns, taken } = await deskOf(o).readShift({ id })
  assert.deepEqual(
    turns.map(({ name, status, onBehalf }) => [name, status, onBehalf]),
    [
      ['赵2', 'claimed', 'family'],
      ['赵3', 'waiting', 'clerk'],
      ['赵1', 'cancelled', 'clerk'],
    ],
  )
  assert.deepEqual([taken, turns[0]?.id], [1, agreed.turnId])
})

test('of many who agree to one swap one does, and one turn changes hands', async (t) => {
  const o = await shiftDesk(t, 2)
  const { id, turnId, second } = await claimed(o)
  const { swapId } = await swaps(o).offerTurn({ id: turnId, toPersonId: second })
  await swaps(o).takeSwap({ id: swapId })
  const tries = await Promise.allSettled(Array.from({ length: 6 }, () => swaps(o).agreeToSwap({ id: swapId })))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.equal((await deskOf(o).readShift({ id })).taken, 1)
})

test('a turn is offered to one at a time, not to oneself, and withdrawn it can be offered again', async (t) => {
  const o = await shiftDesk(t, 3)
  const { turnId, first, second } = await claimed(o)
  await assert.rejects(swaps(o).offerTurn({ id: turnId, toPersonId: first }), { code: 'swaps.same_one' })
  const { swapId } = await swaps(o).offerTurn({ id: turnId, toPersonId: second })
  const third = { id: turnId, toPersonId: o.people[2] ?? '' }
  await assert.rejects(swaps(o).offerTurn(third), { code: 'swaps.already_offered' })
  await swaps(o).endSwap({ id: swapId, as: 'withdrawn' })
  await assert.rejects(swaps(o).takeSwap({ id: swapId }), { code: 'swaps.not_now' })
  await swaps(o).offerTurn(third)
})

test('once the shift has begun nothing is handed on, and who has another turn then takes none', async (t) => {
  const o = await shiftDesk(t, 2)
  const { turnId, second } = await claimed(o)
  const other = await published(o, { title: '小区巡逻', task: 'patrol' })
  await deskOf(o).claimTurn({ id: other, personId: second })
  await assert.rejects(swaps(o).offerTurn({ id: turnId, toPersonId: second }), { code: 'shifts.overlap' })
  o.clock.set(NINE)
  await assert.rejects(swaps(o).offerTurn({ id: turnId, toPersonId: second }), { code: 'swaps.begun' })
})

test('a leader of the team gives their word at the desk, and it stands who agreed; a member, or one of the two, does not', async (t) => {
  const o = await shiftDesk(t, 4, [teamDoors])
  const [first = '', second = '', leader = '', member = ''] = o.people
  const team = o.as(await o.hire()).call(teams)
  const { teamId } = await team.foundTeam({
    kind: 'team',
    name: '银龄帮办队',
    fields: [],
    placeCode: PLACES.guangchang,
  })
  for (const personId of o.people)
    await team.joinTeam({
      id: teamId,
      personId,
      role: personId === leader ? 'leader' : personId === first ? 'deputy' : 'member',
    })
  const id = await published(o, { capacity: 1, teamId })
  const { turnId } = await deskOf(o).claimTurn({ id, personId: first })
  const offered = await swaps(o).offerTurn({ id: turnId, toPersonId: second })
  assert.deepEqual(
    (await swaps(o).listLeaders({ id: offered.swapId })).items.map(({ personId }) => personId),
    [leader],
  )
  await swaps(o).refuseSwap({ id: offered.swapId, leaderId: leader })
  await assert.rejects(swaps(o).takeSwap({ id: offered.swapId }), { code: 'swaps.not_now' })
  const { swapId } = await swaps(o).offerTurn({ id: turnId, toPersonId: second })
  await swaps(o).takeSwap({ id: swapId })
  for (const leaderId of [member, first])
    await assert.rejects(swaps(o).agreeToSwap({ id: swapId, leaderId }), { code: 'swaps.not_leader' })
  const elsewhere = await o.hire({ role: 'community_worker', place: PLACES.ruiheng })
  await assert.rejects(swaps(o, elsewhere).agreeToSwap({ id: swapId }), { code: 'shifts.outside_area' })
  await swaps(o).agreeToSwap({ id: swapId, leaderId: leader })
  const gone = (await deskOf(o).readShift({ id })).turns.find(({ status }) => status === 'cancelled')
  assert.deepEqual(gone?.handedOn, { to: '赵2', by: o.clerk.name, leader: '赵3' })
})
