import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { post } from '#modules/ledger/index.ts'
import { newId } from '#platform/ids.ts'
import { breaches, earned, earnedFrom, openShop, register, type Shop } from '#test/office/bank.ts'
import { elderDoors, elderOf, relativeOf } from '#test/office/elders.ts'
import { asOwner } from '#test/office/owner.ts'
import type { Visitor } from '#test/office/visitor.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as wallets } from '../contract.ts'
import { bankListeners, bankRoutes } from '../index.ts'
import { contract as notices } from '../notices/contract.ts'
import { contract as redemptions } from '../redemptions/contract.ts'
import { contract } from './contract.ts'

type Home = Office & { worker: Worker; shop: Shop; wang: string; son: string; elder: Visitor }

async function link(o: Office, person: string, relative: string): Promise<void> {
  await asOwner(
    o.house,
    `insert into family_member (county, id, person_id, relation, name, linked_person_id) values ($1, $2, $3, '2', '王建国', $4)`,
    [o.county, newId(), person, relative],
  )
}

async function open(t: TestContext): Promise<Home> {
  const o = await office({ rooms: [...elderDoors, ...bankRoutes], listeners: bankListeners })
  t.after(() => o.close())
  const worker = await o.hire()
  const shop = await openShop(o)
  const [wang = '', son = ''] = await register(o, ['王秀英', '王建国'])
  await link(o, wang, son)
  await earned(o, wang, 40)
  const elder = await elderOf({ o, worker, personId: wang })
  return Object.assign(o, { worker, shop, wang, son, elder })
}

const mine = (o: Home, who = o.elder) => who.call(contract)
const desk = (o: Home) => o.as(o.worker).call(wallets)
const pointsOf = async (o: Home, personId: string) => (await desk(o).readWallet({ personId })).points
const gaveTo = async (o: Home, points = 15, id = newId()) => {
  const { undoSeconds } = await mine(o).giveMyPoints({ personId: o.wang, id, takerId: o.son, points })
  return { id, undoSeconds }
}
const redeem = (o: Home, personId: string) =>
  o.as(o.worker).call(redemptions).reserveRedemption({ id: newId(), personId, itemId: o.shop.item })
const pass = (o: Home, seconds: number) => o.clock.set(new Date(o.clock.now().getTime() + seconds * 1000))

test('an elder takes a gift back, however often they tap: both have what they had, and the desk sees it undone', async (t) => {
  const o = await open(t)
  const { id, undoSeconds } = await gaveTo(o)
  assert.equal(undoSeconds, 600)
  pass(o, 100)
  const [offered] = (await mine(o).myBank({ personId: o.wang })).given
  assert.deepEqual([offered?.id, offered?.taker, offered?.points, offered?.undoSeconds], [id, '王建国', 15, 500])
  for (let n = 0; n < 3; n++) await mine(o).undoMyGift({ personId: o.wang, id })
  assert.deepEqual([await pointsOf(o, o.wang), await pointsOf(o, o.son)], [40, 0])
  assert.deepEqual((await mine(o).myBank({ personId: o.wang })).given, [])
  const { statement, given } = await desk(o).readWallet({ personId: o.wang })
  const lines = statement.points.slice(0, 2).map((line) => [line.code, line.refKind, line.amount, line.isReversed])
  assert.deepEqual(lines, [
    ['reverse', 'gift', 15, false],
    ['gift', 'gift', -15, true],
  ])
  assert.deepEqual(given, [])
  assert.deepEqual(await asOwner(o.house, 'select on_behalf from bank_gift_undo'), [{ on_behalf: 'self' }])
  assert.deepEqual(await breaches(o), [])
})

test('a donation is taken back from the pool, and the month’s notice counts nothing of it', async (t) => {
  const o = await open(t)
  const id = newId()
  const { undoSeconds } = await mine(o).donateMyPoints({ personId: o.wang, id, points: 5 })
  assert.equal(undoSeconds, 600)
  assert.equal((await mine(o).myBank({ personId: o.wang })).given[0]?.taker, null)
  await mine(o).undoMyGift({ personId: o.wang, id })
  assert.deepEqual([await pointsOf(o, o.wang), (await desk(o).readLiability({})).pool], [40, 0])
  assert.equal((await mine(o).donateMyPoints({ personId: o.wang, id, points: 5 })).undoSeconds, 0)
  assert.equal(await pointsOf(o, o.wang), 40, 'the first sending, come late, gives nothing again')
  o.clock.set('2026-04-01T09:00:00+08:00')
  const draft = await o.as(o.worker).call(notices).draftNotice({ month: '2026-03', placeCode: PLACES.county })
  assert.equal(draft.sums.donated, 0)
  assert.deepEqual(await breaches(o), [])
})

for (const [at, seconds, code] of [
  ['10:00', 600, undefined],
  ['10:01', 601, 'bank.gift_too_late'],
] as const)
  test(`after ${at} a gift ${code ? 'stays given, for the elder as for the desk' : 'is still taken back'}`, async (t) => {
    const o = await open(t)
    const { id } = await gaveTo(o)
    pass(o, seconds)
    const asked = { personId: o.wang, id }
    if (code) {
      assert.deepEqual((await mine(o).myBank({ personId: o.wang })).given, [])
      await assert.rejects(mine(o).undoMyGift(asked), { code, status: 409 })
      await assert.rejects(desk(o).undoGift(asked), { code })
    } else await mine(o).undoMyGift(asked)
    assert.deepEqual([await pointsOf(o, o.wang), await pointsOf(o, o.son)], code ? [25, 15] : [40, 0])
    assert.deepEqual(await asOwner(o.house, 'select count(*)::int as n from bank_gift_undo'), [{ n: code ? 0 : 1 }])
  })

test('what the family has set aside or spent is not taken from them: the elder hears why, and nothing moves', async (t) => {
  const o = await open(t)
  const { id } = await gaveTo(o)
  const { id: waiting } = await redeem(o, o.son)
  const undo = () => mine(o).undoMyGift({ personId: o.wang, id })
  await assert.rejects(undo(), { code: 'bank.gift_spent', status: 409 })
  assert.deepEqual([await pointsOf(o, o.wang), await pointsOf(o, o.son)], [25, 15])
  assert.deepEqual(await asOwner(o.house, 'select count(*)::int as n from bank_gift_undo'), [{ n: 0 }])
  await o.as(o.worker).call(redemptions).cancelRedemption({ id: waiting })
  await undo()
  assert.deepEqual([await pointsOf(o, o.wang), await pointsOf(o, o.son)], [40, 0])
  assert.deepEqual(await breaches(o), [])
})

test('a donation that the pool has passed on stays donated', async (t) => {
  const o = await open(t)
  const id = newId()
  await mine(o).donateMyPoints({ personId: o.wang, id, points: 5 })
  const spent = { id: newId(), unit: 'points', amount: 1, from: { kind: 'pool' }, to: { kind: 'expired' } } as const
  await o.act((ctx) => post(ctx, [{ ...spent, code: 'expire', ref: { kind: 'pool', id: newId() } }]))
  await assert.rejects(mine(o).undoMyGift({ personId: o.wang, id }), { code: 'bank.gift_spent' })
  assert.equal(await pointsOf(o, o.wang), 35)
})

test('twenty who take the same gift back at once move the books once', async (t) => {
  const o = await open(t)
  const { id } = await gaveTo(o)
  const asked = { personId: o.wang, id }
  await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? mine(o).undoMyGift(asked) : desk(o).undoGift(asked))))
  assert.deepEqual([await pointsOf(o, o.wang), await pointsOf(o, o.son)], [40, 0])
  const moved = `select count(*)::int as n from ledger_transfer where code = 'reverse'`
  assert.deepEqual(await asOwner(o.house, moved), [{ n: 1 }])
  assert.deepEqual(await breaches(o), [])
})

test('of the giver who takes back and the family who redeem at the same moment, one is served and the other hears why', async (t) => {
  const o = await open(t)
  const seen = { undone: 0, redeemed: 0 }
  for (let round = 0; round < 12; round++) {
    const [grandson = ''] = await register(o, [`王${'一二三四五六七八九十甲乙'[round]}`])
    await link(o, o.wang, grandson)
    // A day of their own: of one day eight hours count.
    await earnedFrom(o, { personId: o.wang, points: 10, since: 10 + round })
    const before = await pointsOf(o, o.wang)
    const id = newId()
    await mine(o).giveMyPoints({ personId: o.wang, id, takerId: grandson, points: 10 })
    const undo = () => mine(o).undoMyGift({ personId: o.wang, id })
    const both = round % 2 ? [undo(), redeem(o, grandson)] : [redeem(o, grandson), undo()]
    const answers = await Promise.allSettled(both)
    const refused = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    const isUndone = (await pointsOf(o, o.wang)) === before
    assert.deepEqual(refused, [isUndone ? 'ledger.not_enough' : 'bank.gift_spent'], `round ${round}`)
    seen[isUndone ? 'undone' : 'redeemed'] += 1
  }
  assert.equal(seen.undone + seen.redeemed, 12)
  assert.deepEqual(await breaches(o), [])
})

test('family and the desk take back at the elder’s word and are noted as such; whose gift it is not finds none', async (t) => {
  const o = await open(t)
  const relative = await relativeOf({ o, worker: o.worker, personId: o.wang })
  const [first, second] = [await gaveTo(o, 1), await gaveTo(o, 2)]
  pass(o, 1)
  const third = await gaveTo(o, 3)
  await relative.call(contract).undoMyGift({ personId: o.wang, id: first.id })
  const shown = (await desk(o).readWallet({ personId: o.wang })).given
  assert.deepEqual(
    shown.map(({ id, taker, points }) => [id, taker, points]),
    [third, second].map(({ id }, at) => [id, '王建国', 3 - at]),
  )
  await desk(o).undoGift({ personId: o.wang, id: second.id })
  const rows = await asOwner(o.house, 'select on_behalf from bank_gift_undo order by on_behalf')
  assert.deepEqual(rows, [{ on_behalf: 'clerk' }, { on_behalf: 'family' }])
  const son = await elderOf({ o, worker: o.worker, personId: o.son })
  const notTheirs = { code: 'bank.no_such_gift', status: 404 }
  await assert.rejects(mine(o, son).undoMyGift({ personId: o.son, id: third.id }), notTheirs)
  await assert.rejects(mine(o, son).undoMyGift({ personId: o.wang, id: third.id }), { code: 'row.not_found' })
  await assert.rejects(desk(o).undoGift({ personId: o.son, id: third.id }), notTheirs)
  const elsewhere = await o.hire({ role: 'community_worker', place: PLACES.ruiheng, name: '孙平' })
  await assert.rejects(o.as(elsewhere).call(wallets).undoGift({ personId: o.wang, id: third.id }), { status: 404 })
  const reader = await o.hire({ role: 'reader', name: '何清' })
  await assert.rejects(o.as(reader).call(wallets).undoGift({ personId: o.wang, id: third.id }), { status: 403 })
  assert.equal(await pointsOf(o, o.wang), 37)
  assert.deepEqual(await breaches(o), [])
})

test('what the dead gave stays given', async (t) => {
  const o = await open(t)
  const { id } = await gaveTo(o)
  await asOwner(o.house, `update person set status = 'deceased' where id = '${o.wang}'`)
  await assert.rejects(desk(o).undoGift({ personId: o.wang, id }), { code: 'bank.not_living' })
  assert.equal((await desk(o).readWallet({ personId: o.wang })).can.undo, false)
})

test('a row of taking back is never changed by the server’s own role', async (t) => {
  const o = await open(t)
  const { id } = await gaveTo(o)
  await mine(o).undoMyGift({ personId: o.wang, id })
  for (const statement of ['delete from bank_gift_undo', `update bank_gift_undo set on_behalf = 'clerk'`])
    await assert.rejects(o.house.pools.writers.query(statement), { code: '42501' })
})
