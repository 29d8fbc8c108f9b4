import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { Asked } from '#platform/contract.ts'
import { newId } from '#platform/ids.ts'
import { breaches, earned, openShop, register, type Shop } from '#test/office/bank.ts'
import { tracesOf } from '#test/office/owner.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as wallets } from '../contract.ts'
import { contract as counterDoors } from '../counter/contract.ts'
import { bankListeners, bankRoutes } from '../index.ts'
import { contract as shelf } from '../partners/contract.ts'
import { contract } from './contract.ts'
import { expireJob } from './index.ts'

type Desk = Office & { clerk: Worker; shop: Shop; wang: string }

async function open(t: TestContext, { stock = 3, points = 10, has = 100 } = {}): Promise<Desk> {
  const o = await office({ rooms: bankRoutes, listeners: bankListeners })
  t.after(() => o.close())
  const clerk = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const shop = await openShop(o, { stock, points })
  const [wang = ''] = await register(o, ['王秀英'])
  await earned(o, wang, has)
  return Object.assign(o, { clerk, shop, wang })
}

const desk = (o: Office, worker: Worker) => o.as(worker).call(contract)
const counter = (o: Desk, worker = o.shop.clerk) => o.as(worker).call(counterDoors)
const wish = (o: Desk, more: Partial<Asked<typeof contract.reserveRedemption>> = {}) => ({
  id: newId(),
  personId: o.wang,
  itemId: o.shop.item,
  ...more,
})
const has = async (o: Desk) => {
  const { points, held, free } = await o.as(o.clerk).call(wallets).readWallet({ personId: o.wang })
  return { points, held, free }
}
const stock = async (o: Desk) => (await o.as(o.clerk).call(shelf).listItems({})).items[0]?.stock
const sound = async (o: Office) => assert.deepEqual(await breaches(o), [])

test('points are set aside, the code is shown at the counter, the goods are handed over once and the books say so', async (t) => {
  const o = await open(t)
  const reserved = await desk(o, o.clerk).reserveRedemption(wish(o))
  assert.match(reserved.code, /^\d{8}$/)
  assert.deepEqual([await has(o), await stock(o)], [{ points: 100, held: 10, free: 90 }, 2])
  const seen = await counter(o).lookUpCode({ code: reserved.payload })
  assert.deepEqual(
    [seen.item, seen.quantity, seen.points, seen.name, seen.status],
    ['鸡蛋一提', 1, 10, '王**', 'reserved'],
  )
  const tap = { code: reserved.code, key: newId() }
  const taps = await Promise.all(Array.from({ length: 6 }, () => counter(o).handOver(tap)))
  assert.ok(taps.every((one) => one.status === 'handed_over' && one.id === reserved.id))
  assert.deepEqual(await has(o), { points: 90, held: 0, free: 90 })
  const { count, points } = await counter(o).readCounter({})
  assert.deepEqual([count, points], [1, 10])
  const [line] = (await desk(o, o.clerk).listRedemptions({})).items
  assert.deepEqual([line?.status, line?.onBehalf, line?.name, line?.by], ['handed_over', 'clerk', '王秀英', '周敏'])
  await sound(o)
})

test('a second tap from another telephone is told that it is done, and the same key with another code is refused', async (t) => {
  const o = await open(t)
  const [first, second] = [
    await desk(o, o.clerk).reserveRedemption(wish(o)),
    await desk(o, o.clerk).reserveRedemption(wish(o)),
  ]
  const key = newId()
  await counter(o).handOver({ code: first.code, key })
  await assert.rejects(counter(o).handOver({ code: first.code, key: newId() }), { code: 'bank.not_waiting' })
  await assert.rejects(counter(o).handOver({ code: second.code, key }), { status: 422, code: 'bank.key_used' })
  await sound(o)
})

test('asked for twice under one number it is one redemption and one code, until the desk changes it for another', async (t) => {
  const o = await open(t)
  const once = wish(o)
  const [first, again] = [
    await desk(o, o.clerk).reserveRedemption(once),
    await desk(o, o.clerk).reserveRedemption(once),
  ]
  assert.deepEqual(again, first)
  assert.deepEqual(await has(o), { points: 100, held: 10, free: 90 })
  await assert.rejects(desk(o, o.clerk).reserveRedemption({ ...once, quantity: 2 }), { status: 422 })
  assert.equal((await counter(o).lookUpCode({ code: first.code })).id, first.id)
  const codes = [first.code]
  for (let time = 0; time < 3; time++) codes.push((await desk(o, o.clerk).renewRedemptionCode({ id: once.id })).code)
  assert.equal(new Set(codes).size, 4)
  for (const code of codes.slice(0, 3))
    await assert.rejects(counter(o).lookUpCode({ code }), { code: 'bank.wrong_code' })
  const last = await desk(o, o.clerk).reserveRedemption(once)
  assert.equal(last.code, codes[3])
  assert.equal((await counter(o).lookUpCode({ code: last.code })).id, first.id)
})

test('a code that nobody shows runs out: points and stock are back, and running the job again changes nothing', async (t) => {
  const o = await open(t)
  const reserved = await desk(o, o.clerk).reserveRedemption(wish(o))
  o.clock.pass(16)
  await assert.rejects(counter(o).handOver({ code: reserved.code, key: newId() }), { code: 'bank.not_waiting' })
  for (let n = 0; n < 2; n++) await Promise.all([1, 2].map(() => expireJob.run(o.house, { county: o.county })))
  assert.deepEqual([await has(o), await stock(o)], [{ points: 100, held: 0, free: 100 }, 3])
  const [line] = (await desk(o, o.clerk).listRedemptions({ status: 'expired' })).items
  assert.equal(line?.status, 'expired')
  await sound(o)
})

test('the clerk takes back what was not collected; after the hand-over only a reversal leads back', async (t) => {
  const o = await open(t)
  const first = await desk(o, o.clerk).reserveRedemption(wish(o))
  await desk(o, o.clerk).cancelRedemption({ id: first.id })
  await desk(o, o.clerk).cancelRedemption({ id: first.id })
  const second = await desk(o, o.clerk).reserveRedemption(wish(o))
  await counter(o).handOver({ code: second.code, key: newId() })
  await assert.rejects(desk(o, o.clerk).cancelRedemption({ id: second.id }), { code: 'bank.handed_over' })
  const bureau = await o.hire()
  const done = await desk(o, bureau).reverseRedemption({ id: second.id, reason: '鸡蛋破损退回', isReturned: true })
  assert.equal(done.status, 'done')
  assert.deepEqual([await has(o), await stock(o)], [{ points: 100, held: 0, free: 100 }, 3])
  await assert.rejects(desk(o, bureau).reverseRedemption({ id: second.id, reason: '再来一次' }), {
    code: 'bank.not_handed_over',
  })
  await sound(o)
})

test('above the limit a reversal waits for a second person, who is not the first', async (t) => {
  const o = await open(t, { points: 60 })
  const reserved = await desk(o, o.clerk).reserveRedemption(wish(o))
  await counter(o).handOver({ code: reserved.code, key: newId() })
  const [maker, checker] = [await o.hire(), await o.hire({ name: '吴静' })]
  const asked = { id: reserved.id, reason: '登记有误' }
  assert.equal((await desk(o, maker).reverseRedemption(asked)).status, 'asked')
  await assert.rejects(desk(o, checker).reverseRedemption(asked), { code: 'bank.asked_before' })
  const [request] = (await desk(o, maker).listBankRequests({ status: 'asked' })).items
  assert.equal(request?.can.decide, false)
  const decision = { id: request?.id ?? '', agrees: true }
  await assert.rejects(desk(o, maker).decideBankRequest(decision), { code: 'bank.own_request' })
  assert.equal((await has(o)).points, 40)
  await desk(o, checker).decideBankRequest(decision)
  assert.equal((await has(o)).points, 100)
  await assert.rejects(desk(o, checker).decideBankRequest(decision), { code: 'bank.decided_before' })
  await sound(o)
})

for (const [what, more, options, code] of [
  ['more than the wallet has free', { quantity: 2 }, { has: 15 }, 'ledger.not_enough'],
  ['more than is on the shelf', { quantity: 4 }, {}, 'bank.sold_out'],
  ['more than a day allows', { quantity: 21 }, { stock: 99, has: 400 }, 'bank.day_limit'],
] as const)
  test(`nobody redeems ${what}, and a refusal leaves no trace`, async (t) => {
    const o = await open(t, options)
    const [before, shelfBefore] = [await tracesOf(o.house), await stock(o)]
    await assert.rejects(desk(o, o.clerk).reserveRedemption(wish(o, more)), { code })
    assert.deepEqual([await tracesOf(o.house), await stock(o)], [before, shelfBefore])
  })

test('of fifty who want the last one at once one gets it, and nobody’s points are lost', async (t) => {
  const o = await open(t, { stock: 1 })
  const people = await register(
    o,
    Array.from({ length: 50 }, (_, n) => `赵${String.fromCodePoint(0x4e00 + n)}`),
  )
  for (const id of people) await earned(o, id, 10)
  const tries = await Promise.allSettled(
    people.map((personId) => desk(o, o.clerk).reserveRedemption(wish(o, { personId }))),
  )
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of tries) if (one.status === 'rejected') assert.equal(one.reason.code, 'bank.sold_out')
  assert.equal(await stock(o), 0)
  await sound(o)
})

test('hand-over, expiry and taking back at once: exactly one of them happens', async (t) => {
  const o = await open(t, { stock: 60, has: 200 })
  for (let round = 0; round < 12; round++) {
    const reserved = await desk(o, o.clerk).reserveRedemption(wish(o))
    const before = o.clock.now()
    const acts = [
      counter(o).handOver({ code: reserved.code, key: newId() }),
      desk(o, o.clerk).cancelRedemption({ id: reserved.id }),
      expireJob.run(o.house, { county: o.county }),
    ]
    o.clock.pass(round % 2 ? 20 : 0)
    await Promise.allSettled(acts)
    o.clock.set(before)
    const [line] = (await desk(o, o.clerk).listRedemptions({ limit: 1 })).items
    assert.ok(['handed_over', 'undone', 'expired', 'reserved'].includes(line?.status ?? ''), `it is ${line?.status}`)
    if (line?.status === 'reserved') await desk(o, o.clerk).cancelRedemption({ id: reserved.id })
    await sound(o)
  }
  const rows = (await desk(o, o.clerk).listRedemptions({ limit: 100 })).items
  const kept = rows.filter(({ status }) => status === 'handed_over').length
  assert.deepEqual([(await has(o)).points, await stock(o)], [200 - 10 * kept, 60 - kept])
})

test('a counter that types one wrong code after another is stopped for ten minutes', async (t) => {
  const o = await open(t)
  const reserved = await desk(o, o.clerk).reserveRedemption(wish(o))
  const wrong = reserved.code === '00000000' ? '00000001' : '00000000'
  for (let n = 0; n < 10; n++) await assert.rejects(counter(o).lookUpCode({ code: wrong }), { code: 'bank.wrong_code' })
  await assert.rejects(counter(o).lookUpCode({ code: reserved.code }), { code: 'bank.too_many_codes', status: 429 })
  o.clock.pass(11)
  assert.equal((await counter(o).lookUpCode({ code: reserved.code })).id, reserved.id)
})

test('a code is good at its own counter only, and an account behind no counter sees nothing', async (t) => {
  const o = await open(t)
  const other = await openShop(o, { name: '惠民药店' })
  const reserved = await desk(o, o.clerk).reserveRedemption(wish(o))
  await assert.rejects(counter(o, other.clerk).handOver({ code: reserved.code, key: newId() }), {
    code: 'bank.wrong_code',
  })
  const nobody = await o.hire({ role: 'partner' })
  await assert.rejects(counter(o, nobody).readCounter({}), { code: 'bank.no_counter', status: 403 })
  await assert.rejects(counter(o, o.clerk).readCounter({}), { status: 403 })
})

test('a community worker neither sees nor acts for people of another community', async (t) => {
  const o = await open(t)
  const elsewhere = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  await assert.rejects(desk(o, elsewhere).reserveRedemption(wish(o)), { status: 404 })
  const reserved = await desk(o, o.clerk).reserveRedemption(wish(o))
  assert.equal((await desk(o, elsewhere).listRedemptions({})).total, 0)
  await assert.rejects(desk(o, elsewhere).cancelRedemption({ id: reserved.id }), { status: 404 })
  await assert.rejects(desk(o, elsewhere).renewRedemptionCode({ id: reserved.id }), { status: 404 })
  await assert.rejects(o.as(elsewhere).call(wallets).readWallet({ personId: o.wang }), { status: 404 })
})
