import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { newId } from '#platform/ids.ts'
import { breaches, earned, openShop, register, type Shop } from '#test/office/bank.ts'
import { tracesOf } from '#test/office/owner.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as counter } from '../counter/contract.ts'
import { bankListeners, bankRoutes } from '../index.ts'
import { contract as redemptions } from '../redemptions/contract.ts'
import { contract } from './contract.ts'

type Desk = Office & { keeper: Worker; shop: Shop }

async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: bankRoutes, listeners: bankListeners })
  t.after(() => o.close())
  return Object.assign(o, { keeper: await o.hire(), shop: await openShop(o) })
}

const desk = (o: Desk, worker = o.keeper) => o.as(worker).call(contract)
const facts = (name: string) => ({ name, kind: 'shop' as const, placeCode: PLACES.guangchang })
const read = async (o: Desk) => (await desk(o).listPartners({})).items.find(({ id }) => id === o.shop.id)

test('what is registered of a partner is changed by one at a time, under a name that nobody else has', async (t) => {
  const o = await open(t)
  await desk(o).addPartner(facts('康复理疗馆'))
  const change = { ...facts('利民超市东店'), id: o.shop.id, version: 1, address: '东门 2 号' }
  const tries = await Promise.allSettled(Array.from({ length: 6 }, () => desk(o).changePartner(change)))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of tries)
    if (one.status === 'rejected') assert.match(String(one.reason.code), /changed_meanwhile|version/)
  const now = await read(o)
  assert.deepEqual([now?.name, now?.address, now?.version], ['利民超市东店', '东门 2 号', 2])
  const traces = await tracesOf(o.house)
  await assert.rejects(desk(o).changePartner({ ...change, version: 2, name: '康复理疗馆' }), { status: 409 })
  await assert.rejects(desk(o).addPartner(facts('康复理疗馆')), { status: 409 })
  assert.deepEqual(await tracesOf(o.house), traces)
  await assert.rejects(desk(o).changePartner({ ...change, id: newId() }), { status: 404 })
})

test('a partner that was ended takes nothing new; what waits there is handed over, and it can begin again', async (t) => {
  const o = await open(t)
  const [wang = ''] = await register(o, ['王秀英'])
  await earned(o, wang, 40)
  const at = o.as(o.keeper).call(redemptions)
  const wish = () => ({ id: newId(), personId: wang, itemId: o.shop.item })
  const { code } = await at.reserveRedemption(wish())
  await desk(o).closePartner({ id: o.shop.id })
  assert.equal((await read(o))?.status, 'closed')
  await assert.rejects(at.reserveRedemption(wish()))
  await o.as(o.shop.clerk).call(counter).handOver({ code, key: newId() })
  await desk(o).reopenPartner({ id: o.shop.id })
  await at.reserveRedemption(wish())
  assert.deepEqual(await breaches(o), [])
})

test('who stands behind one counter stands behind no other, and no more once it is ended', async (t) => {
  const o = await open(t)
  const other = await desk(o).addPartner(facts('康复理疗馆'))
  await assert.rejects(desk(o).linkCounter({ id: other.id, login: o.shop.clerk.login }), { status: 409 })
  await assert.rejects(desk(o).linkCounter({ id: other.id, login: o.keeper.login }))
  await desk(o).unlinkCounter({ id: o.shop.id, accountId: o.shop.clerk.id })
  await assert.rejects(o.as(o.shop.clerk).call(counter).readCounter({}))
  await desk(o).linkCounter({ id: other.id, login: o.shop.clerk.login })
  const { items } = await desk(o).listCounters({ id: other.id })
  assert.deepEqual(
    items.map(({ accountId }) => accountId),
    [o.shop.clerk.id],
  )
})

test('who keeps partners', async (t) => {
  const o = await open(t)
  const workers = [await o.hire({ role: 'reader' }), o.shop.clerk]
  for (const worker of workers) {
    await assert.rejects(desk(o, worker).addPartner(facts('新店')), { status: 403 })
    await assert.rejects(desk(o, worker).closePartner({ id: o.shop.id }), { status: 403 })
  }
})
