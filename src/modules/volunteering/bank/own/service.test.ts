import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { Refused } from '#platform/client.ts'
import { newId } from '#platform/ids.ts'
import { breaches, earned, openShop, register, type Shop } from '#test/office/bank.ts'
import { elderDoors, elderOf, relativeOf } from '#test/office/elders.ts'
import { asOwner } from '#test/office/owner.ts'
import type { Visitor } from '#test/office/visitor.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { contract as counterDoors } from '../counter/contract.ts'
import { bankListeners, bankRoutes } from '../index.ts'
import { contract as requests } from '../redemptions/contract.ts'
import { contract } from './contract.ts'

type Home = Office & { worker: Worker; wang: string; son: string; elder: Visitor; shop: Shop }

async function open(t: TestContext): Promise<Home> {
  const o = await office({ rooms: [...elderDoors, ...bankRoutes], listeners: bankListeners })
  t.after(() => o.close())
  const worker = await o.hire()
  const shop = await openShop(o, { stock: 5 })
  const [wang = '', son = ''] = await register(o, ['王秀英', '王建国'])
  await asOwner(
    o.house,
    `insert into family_member (county, id, person_id, relation, name, linked_person_id) values ($1, $2, $3, '2', '王建国', $4)`,
    [o.county, newId(), wang, son],
  )
  await earned(o, wang, 40)
  const elder = await elderOf({ o, worker, personId: wang })
  return Object.assign(o, { worker, shop, wang, son, elder })
}

const mine = (o: Home, who = o.elder) => who.call(contract)
const redeemed = (o: Home) => mine(o).redeemPoints({ personId: o.wang, id: newId(), itemId: o.shop.item })

test('an elder sees hours and points, redeems, shows the code, and the statement says what it was', async (t) => {
  const o = await open(t)
  const before = await mine(o).myBank({ personId: o.wang })
  assert.deepEqual([before.minutes, before.points, before.free, before.waiting], [1200, 40, 40, []])
  const [item] = (await mine(o).myBankItems({ personId: o.wang })).items
  assert.deepEqual([item?.name, item?.isWithin], ['鸡蛋一提', true])
  const reserved = await redeemed(o)
  assert.ok(reserved.qr.length > 20 && reserved.qr.every((row) => row.length === reserved.qr.length))
  const { waiting, free } = await mine(o).myBank({ personId: o.wang })
  assert.deepEqual([waiting[0]?.id, waiting[0]?.partner, free], [reserved.id, '利民超市', 30])
  await o.as(o.shop.clerk).call(counterDoors).handOver({ code: reserved.code, key: newId() })
  const [line] = (await mine(o).myBankStatement({ personId: o.wang })).items
  assert.deepEqual([line?.code, line?.about, line?.amount, line?.after], ['redeem', '鸡蛋一提 · 利民超市', -10, 30])
})

for (const [at, seconds, code] of [
  ['9:59', 599, undefined],
  ['10:01', 601, 'bank.too_late'],
] as const)
  test(`after ${at} an elder ${code ? 'is politely told that it is too late' : 'takes a redemption back, however often they tap'}`, async (t) => {
    const o = await open(t)
    const { id } = await redeemed(o)
    o.clock.set(new Date(o.clock.now().getTime() + seconds * 1000))
    const undo = () => mine(o).undoMyRedemption({ personId: o.wang, id })
    if (code) await assert.rejects(undo(), (no: Refused) => no.code === code && no.words.en.includes(' at 09:15;'))
    else for (let n = 0; n < 3; n++) await undo()
    const { free, held } = await mine(o).myBank({ personId: o.wang })
    assert.deepEqual([free, held], code ? [30, 10] : [40, 0])
    assert.deepEqual(await breaches(o), [])
  })

test('what was handed over cannot be undone by oneself; the page loaded again shows the same code as long', async (t) => {
  const o = await open(t)
  const first = await redeemed(o)
  o.clock.pass(3)
  const again = await mine(o).showMyRedemptionCode({ personId: o.wang, id: first.id })
  assert.deepEqual(again, { ...first, undoSeconds: first.undoSeconds - 180 })
  await o.as(o.shop.clerk).call(counterDoors).handOver({ code: again.code, key: newId() })
  await assert.rejects(mine(o).undoMyRedemption({ personId: o.wang, id: first.id }), { code: 'bank.handed_over' })
})

test('points go to family on record or to the pool, once, and never to a stranger', async (t) => {
  const o = await open(t)
  const [stranger = ''] = await register(o, ['李四'])
  const gift = { personId: o.wang, id: newId(), takerId: o.son, points: 15 }
  await Promise.all(Array.from({ length: 5 }, () => mine(o).giveMyPoints(gift)))
  await mine(o).donateMyPoints({ personId: o.wang, id: newId(), points: 5 })
  assert.equal((await mine(o).myBank({ personId: o.wang })).points, 20)
  await assert.rejects(mine(o).giveMyPoints({ ...gift, points: 14 }), { status: 422 })
  await assert.rejects(mine(o).giveMyPoints({ ...gift, id: newId(), takerId: stranger }), { code: 'bank.not_family' })
  await assert.rejects(mine(o).giveMyPoints({ ...gift, id: newId(), points: 21 }), { code: 'ledger.not_enough' })
  assert.deepEqual(await breaches(o), [])
})

test('a relative with authority redeems and is named as such; others do not find the person', async (t) => {
  const o = await open(t)
  const relative = await relativeOf({ o, worker: o.worker, personId: o.wang })
  await relative.call(contract).redeemPoints({ personId: o.wang, id: newId(), itemId: o.shop.item })
  const [line] = (await o.as(o.worker).call(requests).listRedemptions({})).items
  assert.equal(line?.onBehalf, 'family')
  await assert.rejects(mine(o).myBank({ personId: o.son }), { status: 404 })
  await assert.rejects(mine(o).redeemPoints({ personId: o.son, id: newId(), itemId: o.shop.item }), { status: 404 })
})
