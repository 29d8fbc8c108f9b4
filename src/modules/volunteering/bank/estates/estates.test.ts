import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { newId } from '#platform/ids.ts'
import { breaches, earned, openShop, recordDoors, recordRoutes, register } from '#test/office/bank.ts'
import { tracesOf } from '#test/office/owner.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as wallets } from '../contract.ts'
import { bankListeners, bankRoutes } from '../index.ts'
import { contract as requests } from '../redemptions/contract.ts'

type Desk = Office & { clerk: Worker; second: Worker; wang: string; son: string }

/** 王秀英 has forty points; her son is on record too. */
async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: [...bankRoutes, recordRoutes], listeners: bankListeners })
  t.after(() => o.close())
  const [clerk, second] = [await o.hire(), await o.hire({ name: '吴静' })]
  const [wang = '', son = ''] = await register(o, ['王秀英', '王建国'])
  await earned(o, wang, 40)
  return Object.assign(o, { clerk, second, wang, son })
}

const desk = (o: Desk, worker = o.clerk) => ({ ...o.as(worker).call(wallets), ...o.as(worker).call(requests) })
const points = async (o: Desk, personId: string) => (await desk(o).readWallet({ personId })).points
const estate = (o: Desk) => ({ personId: o.wang, heirId: o.son, reason: '公证书 2026 临公证字第 12 号' })

async function dies(o: Desk): Promise<void> {
  await o
    .as(o.clerk)
    .call(recordDoors)
    .recordDeath({ id: o.wang, values: { diedOn: '2026-02-27' } })
  await o.deliver()
}

test('an heir inherits all points once a second person agrees; hours stay with who served them', async (t) => {
  const o = await open(t)
  await assert.rejects(desk(o).askInheritance(estate(o)), { code: 'bank.not_deceased' })
  await dies(o)
  const traces = await tracesOf(o.house)
  await assert.rejects(desk(o).askInheritance({ ...estate(o), heirId: o.wang }), { code: 'bank.no_heir' })
  assert.deepEqual(await tracesOf(o.house), traces)
  const { id } = await desk(o).askInheritance(estate(o))
  await assert.rejects(desk(o).askInheritance(estate(o)), { code: 'bank.inheritance_asked' })
  await assert.rejects(desk(o).decideBankRequest({ id, agrees: true }), { code: 'bank.own_request' })
  assert.equal(await points(o, o.son), 0, 'nothing moves before the second word')
  const words = await Promise.allSettled(
    Array.from({ length: 5 }, () => desk(o, o.second).decideBankRequest({ id, agrees: true })),
  )
  assert.equal(words.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.deepEqual([await points(o, o.wang), await points(o, o.son)], [0, 40])
  const { minutes } = await desk(o).readWallet({ personId: o.wang })
  assert.equal(minutes, 1_200)
  await assert.rejects(desk(o).askInheritance(estate(o)), { code: 'bank.nothing_left' })
  assert.deepEqual(await breaches(o), [])
})

test('a refused inheritance moves nothing and can be asked for again', async (t) => {
  const o = await open(t)
  await dies(o)
  const { id } = await desk(o).askInheritance(estate(o))
  await desk(o, o.second).decideBankRequest({ id, agrees: false })
  assert.deepEqual([await points(o, o.wang), await points(o, o.son)], [40, 0])
  await desk(o).askInheritance(estate(o))
})

test('death stops the wallet and gives back what waited at a counter', async (t) => {
  const o = await open(t)
  const shop = await openShop(o, { points: 10 })
  await desk(o).reserveRedemption({ id: newId(), personId: o.wang, itemId: shop.item })
  await dies(o)
  const { held, free, isFrozen } = await desk(o).readWallet({ personId: o.wang })
  assert.deepEqual([held, free, isFrozen], [0, 40, true])
  const gift = { id: newId(), personId: o.wang, points: 5 }
  await assert.rejects(desk(o).donatePoints(gift), { code: 'ledger.frozen' })
  assert.deepEqual(await breaches(o), [])
})

test('who may ask and who may decide', async (t) => {
  const o = await open(t)
  await dies(o)
  const elsewhere = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  const reader = await o.hire({ role: 'reader' })
  const shop = await openShop(o)
  const table = [
    [elsewhere, 403],
    [reader, 403],
    [shop.clerk, 403],
  ] as const
  for (const [worker, status] of table) await assert.rejects(desk(o, worker).askInheritance(estate(o)), { status })
  const { id } = await desk(o).askInheritance(estate(o))
  for (const [worker, status] of table)
    await assert.rejects(desk(o, worker).decideBankRequest({ id, agrees: true }), { status })
})
