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
  await o
    .as(clerk)
    .call(recordDoors)
    .changeFamily({ id: wang, version: 0, family: [{ relation: '2', name: '王建国', linkedPersonId: son }] })
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

async function comesBack(o: Desk): Promise<void> {
  await o.as(o.clerk).call(recordDoors).restoreLife({ id: o.wang, reason: '同名，登记错了' })
  await o.deliver()
}

const requestsOf = async (o: Desk, worker = o.clerk) =>
  (await desk(o, worker).listBankRequests({})).items.map(({ kind, status, can, ...one }) => ({
    kind,
    status,
    points: one.points,
    mine: can.decide,
  }))

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

test('only family on record inherits, and who asks hears what to record first', async (t) => {
  const o = await open(t)
  const [stranger = ''] = await register(o, ['李四'])
  await dies(o)
  const asked = desk(o).askInheritance({ ...estate(o), heirId: stranger })
  await assert.rejects(asked, { code: 'bank.heir_not_family', status: 422, message: /联系与家庭/ })
  const { id } = await desk(o).askInheritance(estate(o))
  await o.as(o.clerk).call(recordDoors).changeFamily({ id: o.wang, version: 1, family: [] })
  const decided = desk(o, o.second).decideBankRequest({ id, agrees: true })
  await assert.rejects(decided, { code: 'bank.heir_not_family' })
  assert.deepEqual([await points(o, o.wang), await points(o, o.son)], [40, 0])
})

test('a death taken back ends what was asked for, and nobody who lives is inherited from', async (t) => {
  const o = await open(t)
  await dies(o)
  const { id } = await desk(o).askInheritance(estate(o))
  await o.as(o.clerk).call(recordDoors).restoreLife({ id: o.wang, reason: '同名，登记错了' })
  const early = desk(o, o.second).decideBankRequest({ id, agrees: true })
  await assert.rejects(early, { code: 'bank.not_deceased' }, 'even before anybody was told of it')
  await o.deliver()
  await assert.rejects(desk(o, o.second).decideBankRequest({ id, agrees: true }), { code: 'bank.decided_before' })
  assert.deepEqual(await requestsOf(o), [{ kind: 'inheritance', status: 'lapsed', points: 40, mine: false }])
  const { free, isFrozen, inherited } = await desk(o).readWallet({ personId: o.wang })
  assert.deepEqual([free, isFrozen, inherited], [40, false, []])
  await dies(o)
  await desk(o).askInheritance(estate(o))
  assert.deepEqual(await breaches(o), [])
})

test('of agreeing and taking the death back at one moment, nobody living is left without their points', async (t) => {
  const o = await open(t)
  await dies(o)
  const { id } = await desk(o).askInheritance(estate(o))
  await Promise.allSettled([
    desk(o, o.second).decideBankRequest({ id, agrees: true }),
    o.as(o.clerk).call(recordDoors).restoreLife({ id: o.wang, reason: '同名，登记错了' }),
  ])
  await o.deliver()
  const { points: left, inherited } = await desk(o).readWallet({ personId: o.wang })
  assert.equal(left + inherited.reduce((sum, one) => sum + one.points, 0), 40)
  assert.ok(inherited.every(({ isAsked }) => isAsked))
  assert.deepEqual(await breaches(o), [])
})

test('points inherited before the death was taken back are asked back, and a second person gives them back once', async (t) => {
  const o = await open(t)
  await dies(o)
  const { id } = await desk(o).askInheritance(estate(o))
  await desk(o, o.second).decideBankRequest({ id, agrees: true })
  await comesBack(o)
  const { inherited } = await desk(o).readWallet({ personId: o.wang })
  assert.deepEqual(inherited, [{ heir: '王建国', points: 40, isAsked: true }])
  const [asked] = (await desk(o, o.second).listBankRequests({ status: 'asked' })).items
  assert.deepEqual([asked?.kind, asked?.points, asked?.askedBy], ['inheritance_return', 40, o.clerk.name])
  const back = { id: asked?.id ?? '', agrees: true }
  await assert.rejects(desk(o).decideBankRequest(back), { code: 'bank.own_request' })
  const words = await Promise.allSettled(Array.from({ length: 5 }, () => desk(o, o.second).decideBankRequest(back)))
  assert.equal(words.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.deepEqual([await points(o, o.wang), await points(o, o.son)], [40, 0])
  assert.deepEqual((await desk(o).readWallet({ personId: o.wang })).inherited, [])
  assert.deepEqual(await breaches(o), [])
})

test('what the heir no longer has stays asked for; dying again ends it', async (t) => {
  const o = await open(t)
  await dies(o)
  const { id } = await desk(o).askInheritance(estate(o))
  await desk(o, o.second).decideBankRequest({ id, agrees: true })
  await desk(o).donatePoints({ id: newId(), personId: o.son, points: 30 })
  await comesBack(o)
  const waiting = async () => (await desk(o, o.second).listBankRequests({ status: 'asked' })).items
  const [first] = await waiting()
  await desk(o, o.second).decideBankRequest({ id: first?.id ?? '', agrees: true })
  assert.deepEqual([await points(o, o.wang), await points(o, o.son)], [10, 0])
  const [rest] = await waiting()
  assert.deepEqual([rest?.kind, rest?.points], ['inheritance_return', 30])
  const none = desk(o, o.second).decideBankRequest({ id: rest?.id ?? '', agrees: true })
  await assert.rejects(none, { code: 'bank.heir_has_none' })
  await dies(o)
  assert.deepEqual(await waiting(), [])
  const { inherited } = await desk(o).readWallet({ personId: o.wang })
  assert.deepEqual(inherited, [])
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
