import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { elderDoors, elderOf, relativeOf } from '#test/office/elders.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import type { Visitor } from '#test/office/visitor.ts'
import { PLACES } from '#test/office.ts'
import { deskOf, ELEVEN, faultsOf, NINE, newVolunteer, published, type ShiftDesk, shiftDesk } from '#test/shift-desk.ts'
import { routes as needDoors } from '../../needs/index.ts'
import { contract as swapDesk } from '../../shifts/swaps/contract.ts'
import { contract as teams } from '../../teams/contract.ts'
import { routes as teamDoors } from '../../teams/index.ts'
import { contract as own } from '../contract.ts'
import { routes } from '../index.ts'
import { contract } from './contract.ts'

type Home = ShiftDesk & { id: string; me: string; mate: string; li: Visitor; code: string }

/** 赵1 has a turn at 王秀英's door on Tuesday morning, and 赵2 is of the same team. */
async function open(t: TestContext): Promise<Home> {
  const o = await shiftDesk(t, 2, [...elderDoors, ...needDoors, teamDoors, ...routes])
  const [me = '', mate = ''] = o.people
  const wang = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  const bureau = await o.hire()
  const { teamId } = await o
    .as(bureau)
    .call(teams)
    .foundTeam({ kind: 'team', name: '银龄帮办队', fields: [], placeCode: PLACES.guangchang })
  for (const personId of o.people) await o.as(bureau).call(teams).joinTeam({ id: teamId, personId, role: 'member' })
  const id = await published(o, { servedPersonId: wang, capacity: 1 })
  const li = await elderOf({ o, worker: o.clerk, personId: me })
  await li.call(own).claimMyTurn({ personId: me, id })
  const { servedCode } = await deskOf(o).readShift({ id })
  return Object.assign(o, { id, me, mate, li, code: servedCode ?? '' })
}

const turns = (o: Home, who: Visitor = o.li) => who.call(contract)
const mine = async (o: Home) => (await o.li.call(own).myShifts({ personId: o.me })).mine[0]
const wrong = (code: string) => (code === '000000' ? '111111' : '000000')

test('a volunteer types the code of whom they came to see, in and out, and an hour is an hour', async (t) => {
  const o = await open(t)
  const typed = { personId: o.me, id: o.id, code: o.code }
  assert.deepEqual((await mine(o))?.can, { checkIn: false, checkOut: false, swap: true })
  await assert.rejects(turns(o).checkInMyTurn(typed), { code: 'checking.not_now' })
  o.clock.set(NINE)
  assert.deepEqual((await mine(o))?.can, { checkIn: true, checkOut: false, swap: false })
  await assert.rejects(turns(o).checkOutMyTurn(typed), { code: 'own.no_turn' })
  await turns(o).checkInMyTurn({ ...typed, code: ` ${o.code} ` })
  await assert.rejects(turns(o).checkInMyTurn(typed), { code: 'own.no_turn' })
  assert.deepEqual((await mine(o))?.can, { checkIn: false, checkOut: true, swap: false })
  o.clock.set(ELEVEN)
  assert.equal((await turns(o).checkOutMyTurn(typed)).minutes, 120)
  assert.equal((await mine(o))?.turn, 'served')
  const [turn] = (await deskOf(o).readShift({ id: o.id })).turns
  assert.deepEqual([turn?.inWay, turn?.outWay, turn?.minutes], ['served_code', 'served_code', 120])
  assert.deepEqual(await faultsOf(o), [])
})

test('who forgot to check out still can for an hour after the shift, for no more than the plan', async (t) => {
  const o = await open(t)
  o.clock.set(NINE)
  const typed = { personId: o.me, id: o.id, code: o.code }
  await turns(o).checkInMyTurn(typed)
  o.clock.set('2026-03-10T15:00:00+08:00')
  assert.deepEqual((await mine(o))?.can.checkOut, false)
  await assert.rejects(turns(o).checkOutMyTurn(typed), { code: 'checking.too_late_out', status: 409 })
  o.clock.set('2026-03-10T12:00:00+08:00')
  assert.deepEqual((await mine(o))?.can.checkOut, true)
  assert.equal((await turns(o).checkOutMyTurn(typed)).minutes, 120)
})

test('a code is not found by trying: after ten wrong ones, however many at once, the clerk writes it down', async (t) => {
  const o = await open(t)
  o.clock.set(NINE)
  const typed = { personId: o.me, id: o.id, code: wrong(o.code) }
  const tries = await Promise.allSettled(Array.from({ length: 14 }, () => turns(o).checkInMyTurn(typed)))
  const codes = tries.map((one) => (one.status === 'rejected' ? one.reason.code : 'done'))
  assert.equal(codes.filter((code) => code === 'checking.wrong_code').length, 10)
  assert.equal(codes.filter((code) => code === 'own.too_many_codes').length, 4)
  await assert.rejects(turns(o).checkInMyTurn({ ...typed, code: o.code }), { code: 'own.too_many_codes' })
  const [turn] = (await deskOf(o).readShift({ id: o.id })).turns
  await deskOf(o).checkIn({ id: turn?.id ?? '' })
})

test('a relative with authority types the code too, and is named in the trail; a stranger finds nothing', async (t) => {
  const o = await open(t)
  const daughter = await relativeOf({ o, worker: o.clerk, personId: o.me })
  const stranger = await elderOf({ o, worker: o.clerk, personId: o.mate })
  o.clock.set(NINE)
  const typed = { personId: o.me, id: o.id, code: o.code }
  await assert.rejects(turns(o, stranger).checkInMyTurn(typed), { status: 404 })
  await assert.rejects(turns(o, stranger).checkInMyTurn({ ...typed, personId: o.mate }), { code: 'own.no_turn' })
  await turns(o, daughter).checkInMyTurn(typed)
  const [row] = await asOwner(
    o.house,
    `select detail, changed from audit_event where action = 'checkInMyTurn' and result = 'done'`,
  )
  assert.deepEqual(row?.['detail'], { for: o.me, as: 'family' })
})

async function offered(o: Home): Promise<{ swapId: string; zhao: Visitor }> {
  const zhao = await elderOf({ o, worker: o.clerk, personId: o.mate })
  const { swapId } = await turns(o).offerMyTurn({ personId: o.me, id: o.id, toPersonId: o.mate })
  return { swapId, zhao }
}

test('a turn is offered to one of the team, taken on their page, and the clerk agrees', async (t) => {
  const o = await open(t)
  const { items, title } = await turns(o).mySwapMates({ personId: o.me, id: o.id })
  assert.equal(title, '看望独居老人')
  assert.deepEqual(items, [{ personId: o.mate, name: '赵2', team: '银龄帮办队' }])
  const { swapId, zhao } = await offered(o)
  const [asked] = (await turns(o, zhao).mySwaps({ personId: o.mate })).offered
  assert.deepEqual([asked?.id, asked?.by, asked?.title, asked?.status], [swapId, '赵1', '看望独居老人', 'offered'])
  await turns(o, zhao).takeMySwap({ personId: o.mate, id: swapId })
  assert.deepEqual((await turns(o).mySwaps({ personId: o.me })).mine, [
    { id: swapId, shiftId: o.id, to: '赵2', status: 'taken' },
  ])
  await o.as(o.clerk).call(swapDesk).agreeToSwap({ id: swapId })
  const { turns: all } = await deskOf(o).readShift({ id: o.id })
  assert.deepEqual(
    all.map(({ name, status, onBehalf }) => [name, status, onBehalf]),
    [
      ['赵2', 'claimed', 'self'],
      ['赵1', 'cancelled', 'self'],
    ],
  )
})

test('a swap is withdrawn by who offered it or declined by who was asked, and by nobody else', async (t) => {
  const o = await open(t)
  const other = await elderOf({ o, worker: o.clerk, personId: await newVolunteer(o, 3) })
  const stranger = (await asOwner<{ id: string }>(o.house, `select id from person where name = '赵3'`))[0]?.id ?? ''
  const { swapId, zhao } = await offered(o)
  for (const refused of [
    () => turns(o, other).takeMySwap({ personId: stranger, id: swapId }),
    () => turns(o, other).endMySwap({ personId: stranger, id: swapId }),
    () => turns(o).takeMySwap({ personId: o.me, id: swapId }),
    () => turns(o, other).mySwaps({ personId: o.me }),
    () => turns(o, other).mySwapMates({ personId: o.me, id: o.id }),
  ])
    await assert.rejects(refused(), { status: 404 })
  assert.deepEqual(await turns(o, other).mySwaps({ personId: stranger }), { offered: [], mine: [] })
  await turns(o, zhao).endMySwap({ personId: o.mate, id: swapId })
  await assert.rejects(turns(o, zhao).takeMySwap({ personId: o.mate, id: swapId }), { code: 'swaps.not_now' })
  const again = await turns(o).offerMyTurn({ personId: o.me, id: o.id, toPersonId: o.mate })
  await turns(o).endMySwap({ personId: o.me, id: again.swapId })
  const states = await asOwner(o.house, 'select status from shift_swap order by offered_at, id')
  assert.deepEqual(new Set(states.map(({ status }) => status)), new Set(['declined', 'withdrawn']))
})

test('only one’s team is asked, and once at a time; who has begun hands nothing on', async (t) => {
  const o = await open(t)
  const stranger = await newVolunteer(o, 3)
  const ask = (toPersonId: string) => turns(o).offerMyTurn({ personId: o.me, id: o.id, toPersonId })
  await assert.rejects(ask(stranger), { code: 'own.not_mate' })
  const tries = await Promise.allSettled(Array.from({ length: 6 }, () => ask(o.mate)))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  o.clock.set(NINE)
  assert.deepEqual((await turns(o).mySwaps({ personId: o.me })).mine, [])
  await assert.rejects(ask(o.mate), { code: 'swaps.begun' })
})

test('the leader agrees on their own page to a swap in their team, and nobody else finds it', async (t) => {
  const o = await open(t)
  const leader = await newVolunteer(o, 9)
  const { items } = await o
    .as(await o.hire())
    .call(teams)
    .listTeams({})
  const teamId = items[0]?.id ?? ''
  await o
    .as(await o.hire())
    .call(teams)
    .joinTeam({ id: teamId, personId: leader, role: 'leader' })
  const shift = { capacity: 1, teamId, startsAt: '2026-03-17T09:00:00+08:00', endsAt: '2026-03-17T11:00:00+08:00' }
  const id = await published(o, shift)
  await o.li.call(own).claimMyTurn({ personId: o.me, id })
  const { swapId } = await turns(o).offerMyTurn({ personId: o.me, id, toPersonId: o.mate })
  const head = await elderOf({ o, worker: o.clerk, personId: leader })
  const mate = await elderOf({ o, worker: o.clerk, personId: o.mate })
  const waiting = async () => (await turns(o, head).swapsToDecide({ personId: leader })).items
  assert.deepEqual(await waiting(), [], 'the other has not taken it yet')
  await turns(o, mate).takeMySwap({ personId: o.mate, id: swapId })
  assert.deepEqual(
    (await waiting()).map(({ from, to }) => [from, to]),
    [['赵1', '赵2']],
  )
  assert.deepEqual((await turns(o).swapsToDecide({ personId: o.me })).items, [])
  const word = { id: swapId, agrees: true }
  await assert.rejects(turns(o).decideSwap({ ...word, personId: o.me }), { status: 404 })
  await assert.rejects(turns(o, mate).decideSwap({ ...word, personId: leader }), { status: 404 })
  await turns(o, head).decideSwap({ ...word, personId: leader })
  await assert.rejects(turns(o, head).decideSwap({ ...word, personId: leader }), { status: 404 })
  const read = await deskOf(o).readShift({ id })
  assert.deepEqual(
    read.turns.map(({ name, status, handedOn }) => [name, status, handedOn?.leader]),
    [
      ['赵2', 'claimed', undefined],
      ['赵1', 'cancelled', '赵9'],
    ],
  )
})
