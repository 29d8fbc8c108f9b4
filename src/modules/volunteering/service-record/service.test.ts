import assert from 'node:assert/strict'
import test from 'node:test'
import { balanceOf } from '#modules/ledger/index.ts'
import { asOnePerson, asOwner } from '#test/office/owner.ts'
import { PLACES } from '#test/office.ts'
import { deskOf, faultsOf, published, type ShiftDesk, served, shiftDesk } from '#test/shift-desk.ts'
import { contract } from './contract.ts'

const book = (o: ShiftDesk, worker = o.clerk) => o.as(worker).call(contract)

async function recorded(o: ShiftDesk): Promise<string> {
  const turnId = await served(o, await published(o), o.people[0] ?? '')
  return (await deskOf(o).confirmTurn({ id: turnId })).recordId
}

test('a record is reversed by two people, stays to be read, and gives back what it earned', async (t) => {
  const o = await shiftDesk(t, 1)
  const [owner = ''] = o.people
  const id = await recorded(o)
  const { reversalId } = await book(o).askReversal({ id, reason: '核实当天未到场' })
  await assert.rejects(book(o).askReversal({ id, reason: '再来一次' }), { code: 'service.reversed_before' })
  await assert.rejects(book(o).decideReversal({ id: reversalId, isAgreed: true }), { code: 'service.second_person' })
  const other = await o.hire()
  await asOnePerson(o.house, o.clerk, other)
  await assert.rejects(book(o, other).decideReversal({ id: reversalId, isAgreed: true }), {
    code: 'service.second_person',
  })
  const open = (await book(o, o.second).listServiceRecords({ standing: 'asked' })).items[0]
  assert.deepEqual([open?.can.decide, open?.reversal?.reason], [true, '核实当天未到场'])
  await book(o, o.second).decideReversal({ id: reversalId, isAgreed: true })
  const { items, total, minutes } = await book(o).listServiceRecords({})
  assert.deepEqual([total, minutes, items[0]?.reversal?.status], [1, 0, 'agreed'])
  const wallet = await o.act((ctx) => balanceOf(ctx, 'points', { kind: 'wallet', owner }))
  assert.equal(wallet.free, 0)
  assert.deepEqual(await faultsOf(o), [])
})

test('declined, the record stands and may be asked about again', async (t) => {
  const o = await shiftDesk(t, 1)
  const id = await recorded(o)
  const { reversalId } = await book(o).askReversal({ id, reason: '听说没到' })
  await book(o, o.second).decideReversal({ id: reversalId, isAgreed: false })
  assert.equal((await book(o).listServiceRecords({})).minutes, 120)
  await assert.rejects(book(o, o.second).decideReversal({ id: reversalId, isAgreed: true }), {
    code: 'service.decided_before',
  })
  await book(o).askReversal({ id, reason: '有新的证据' })
})

test('of many who decide on one reversal one does', async (t) => {
  const o = await shiftDesk(t, 1)
  const id = await recorded(o)
  const { reversalId } = await book(o).askReversal({ id, reason: '重复登记' })
  const tries = await Promise.allSettled(
    Array.from({ length: 8 }, () => book(o, o.second).decideReversal({ id: reversalId, isAgreed: true })),
  )
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.deepEqual(await faultsOf(o), [])
})

test('nobody reads the records of people they do not look after', async (t) => {
  const o = await shiftDesk(t, 1)
  const id = await recorded(o)
  const neighbour = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  assert.equal((await book(o, neighbour).listServiceRecords({})).total, 0)
  await assert.rejects(book(o, neighbour).askReversal({ id, reason: '看看' }), { code: 'service.outside_area' })
})

test('the query of LG-10 finds minutes that were never served', async (t) => {
  const o = await shiftDesk(t, 1)
  await recorded(o)
  assert.deepEqual(await faultsOf(o), [])
  await asOwner(o.house, 'update service_record set minutes = 180')
  assert.deepEqual(await faultsOf(o), ['LG-10'])
})
