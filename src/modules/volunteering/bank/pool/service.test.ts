import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { newId } from '#platform/ids.ts'
import { breaches, earned, openShop, recordDoors, recordRoutes, register } from '#test/office/bank.ts'
import { asOwner, tracesOf } from '#test/office/owner.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as wallets } from '../contract.ts'
import { contract as counterDoors } from '../counter/contract.ts'
import { contract as rules } from '../county-rules/contract.ts'
import { USUAL } from '../earning/index.ts'
import { bankListeners, bankRoutes } from '../index.ts'
import { contract as redemptions } from '../redemptions/contract.ts'
import { contract } from './contract.ts'

type Desk = Office & { clerk: Worker; second: Worker; giver: string; li: string; zhao: string }

/** The giver has put a hundred points into the pool, an hour ago; 李 and 赵 are 86 and cannot earn. */
async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: [...bankRoutes, recordRoutes], listeners: bankListeners })
  t.after(() => o.close())
  const [clerk, second] = [await o.hire(), await o.hire({ name: '吴静' })]
  const [giver = '', li = '', zhao = ''] = await register(o, ['王秀英', '李桂兰', '赵大山'])
  await asOwner(o.house, `update person set birth_on = '1940', living_flags = '{lives_alone}' where id in ($1, $2)`, [
    li,
    zhao,
  ])
  await earned(o, giver, 112)
  const it = Object.assign(o, { clerk, second, giver, li, zhao })
  await desk(it).donatePoints({ id: newId(), personId: giver, points: 100 })
  o.clock.pass(60)
  return it
}

const desk = (o: Desk, worker = o.clerk) => ({
  ...o.as(worker).call(wallets),
  ...o.as(worker).call(redemptions),
  ...o.as(worker).call(rules),
  ...o.as(worker).call(contract),
})
const wish = (o: Desk, more: object = {}) => ({
  id: newId(),
  personId: o.li,
  points: 30,
  ground: 'alone' as const,
  reason: '老伴去世，子女都在外地',
  ...more,
})

async function requestOf(o: Desk, kind: 'grant' | 'grant_reversal', personId: string): Promise<string> {
  const { items } = await desk(o).listBankRequests({ status: 'asked' })
  return items.find((one) => one.kind === kind && one.personId === personId)?.id ?? ''
}

/** Asked by one and agreed to by another. */
async function given(o: Desk, more: { personId?: string; points?: number } = {}): Promise<string> {
  const ask = wish(o, more)
  await desk(o).askGrant(ask)
  await desk(o, o.second).decideBankRequest({ id: await requestOf(o, 'grant', ask.personId), agrees: true })
  return ask.id
}

test('what was donated goes to an elder once a second person agrees, and everybody reads the same of it', async (t) => {
  const o = await open(t)
  const ask = wish(o)
  await desk(o).askGrant(ask)
  await desk(o).askGrant(ask)
  const pool = await desk(o).readPool({})
  assert.deepEqual([pool.balance, pool.waiting, pool.free], [100, 30, 70])
  const id = await requestOf(o, 'grant', o.li)
  const [waits] = (await desk(o).listBankRequests({ status: 'asked' })).items
  assert.deepEqual([waits?.name, waits?.ground, waits?.need, waits?.isOnRecord], ['李桂兰', 'alone', ask.reason, true])
  await assert.rejects(desk(o).decideBankRequest({ id, agrees: true }), { code: 'bank.own_request' })
  assert.equal((await desk(o).readWallet({ personId: o.li })).points, 0, 'nothing moves before the second word')
  await desk(o, o.second).decideBankRequest({ id, agrees: true })
  const { points, free, statement } = await desk(o).readWallet({ personId: o.li })
  assert.deepEqual([points, free, statement.points.map(({ code }) => code)], [30, 30, ['grant']])
  const after = await desk(o).readPool({})
  assert.deepEqual([after.balance, after.donated, after.granted, after.people], [70, 100, 30, 1])
  const { items } = await desk(o).listPoolMovements({})
  assert.deepEqual(
    items.map((one) => [one.code, one.name, one.amount, one.after, one.approvedBy]),
    [
      ['grant', '李桂兰', -30, 70, '吴静'],
      ['donate', '王秀英', 100, 100, null],
    ],
  )
  const [grant] = (await desk(o).listGrants({ status: 'given' })).items
  assert.deepEqual([grant?.askedBy, grant?.decidedBy, grant?.givenOn], ['周敏', '吴静', '2026-03-02'])
  assert.equal((await desk(o).readLiability({})).pool, 70)
  assert.deepEqual(await breaches(o), [])
})

test('why somebody needs it lies sealed, and never in the books', async (t) => {
  const o = await open(t)
  await given(o)
  const rows = await asOwner(
    o.house,
    `select (select string_agg(row_to_json(t)::text, ' ') from ledger_transfer t) || (select string_agg(row_to_json(r)::text, ' ') from bank_request r)
            || (select string_agg(row_to_json(g)::text, ' ') from bank_grant g) as all`,
  )
  assert.doesNotMatch(String(rows[0]?.['all']), /老伴去世/)
})

test('many ask and many agree at once: the pool never gives more than it holds, nor a year more than its cap', async (t) => {
  const o = await open(t)
  const elders = await register(o, ['孙一', '孙二', '孙三', '孙四', '孙五', '孙六', '孙七', '孙八'])
  await asOwner(o.house, `update person set birth_on = '1940' where id = any ($1)`, [elders])
  const asks = await Promise.allSettled(elders.map((personId) => desk(o).askGrant(wish(o, { personId, points: 30 }))))
  assert.equal(asks.filter(({ status }) => status === 'fulfilled').length, 3, 'a hundred hold three times thirty')
  for (const one of asks) if (one.status === 'rejected') assert.equal(one.reason.code, 'bank.pool_short')
  const waiting = (await desk(o).listBankRequests({ status: 'asked' })).items
  const words = await Promise.allSettled(
    waiting.flatMap(({ id }) =>
      Array.from({ length: 4 }, () => desk(o, o.second).decideBankRequest({ id, agrees: true })),
    ),
  )
  assert.equal(words.filter(({ status }) => status === 'fulfilled').length, 3, 'each is decided once')
  assert.equal((await desk(o).readPool({})).balance, 10)
  assert.deepEqual(await breaches(o), [])
  const twice = await Promise.allSettled(
    Array.from({ length: 6 }, () => desk(o).askGrant(wish(o, { personId: o.li, points: 5 }))),
  )
  assert.equal(twice.filter(({ status }) => status === 'fulfilled').length, 1, 'one waits for one person at a time')
})

test('the rules of the county name the grounds, the ages and what a year may bring', async (t) => {
  const o = await open(t)
  const cases = [
    [{ personId: o.giver }, 'bank.grant_too_young'],
    [{ points: 121 }, 'bank.grant_year_full'],
    [{ points: 101 }, 'bank.pool_short'],
  ] as const
  const traces = await tracesOf(o.house)
  for (const [more, code] of cases) await assert.rejects(desk(o).askGrant(wish(o, more)), { code })
  assert.deepEqual(await tracesOf(o.house), traces)
  await given(o, { points: 40 })
  await desk(o).setRule({ ...USUAL, fromOn: '2026-03-03', grantAges: { dependent: 70 }, grantYearPoints: 50 })
  o.clock.set('2026-03-03T09:00:00+08:00')
  const { grounds, yearPoints } = await desk(o).readPool({})
  assert.deepEqual([grounds, yearPoints], [[{ ground: 'dependent', from: 70 }], 50])
  await assert.rejects(desk(o).askGrant(wish(o)), { code: 'bank.ground_off' })
  const dependent = { ground: 'dependent' as const }
  await assert.rejects(desk(o).askGrant(wish(o, { ...dependent, points: 11 })), {
    code: 'bank.grant_year_full',
    message: /10/,
  })
  await asOwner(o.house, 'update person set birth_on = null where id = $1', [o.zhao])
  await assert.rejects(desk(o).askGrant(wish(o, { ...dependent, personId: o.zhao })), { code: 'bank.grant_no_birth' })
  await desk(o).askGrant(wish(o, { ...dependent, points: 10 }))
  o.clock.set('2027-01-04T09:00:00+08:00')
  await desk(o, o.second).decideBankRequest({ id: await requestOf(o, 'grant', o.li), agrees: true })
  await desk(o).askGrant(wish(o, { ...dependent, points: 40 }))
})

test('who dies before the second word is given nothing, and a refused request frees what it asked for', async (t) => {
  const o = await open(t)
  for (const personId of [o.li, o.zhao]) await desk(o).askGrant(wish(o, { personId }))
  await o
    .as(o.clerk)
    .call(recordDoors)
    .recordDeath({ id: o.li, values: { diedOn: '2026-03-02' } })
  const id = await requestOf(o, 'grant', o.li)
  await assert.rejects(desk(o, o.second).decideBankRequest({ id, agrees: true }), { code: 'bank.grant_not_here' })
  await o.deliver()
  await assert.rejects(desk(o).askGrant(wish(o)), { code: 'bank.grant_not_here' })
  await desk(o, o.second).decideBankRequest({ id, agrees: false })
  await desk(o, o.second).decideBankRequest({ id: await requestOf(o, 'grant', o.zhao), agrees: false })
  const { balance, waiting, free } = await desk(o).readPool({})
  assert.deepEqual([balance, waiting, free], [100, 0, 100])
  assert.deepEqual(
    (await desk(o).listGrants({})).items.map(({ status }) => status),
    ['refused', 'refused'],
  )
  await desk(o).askGrant(wish(o, { personId: o.zhao }))
  assert.deepEqual(await breaches(o), [])
})

test('a donation that may still be taken back is not given away yet', async (t) => {
  const o = await open(t)
  await earned(o, o.giver, 40)
  await desk(o).donatePoints({ id: newId(), personId: o.giver, points: 10 })
  const { balance, undoable, free } = await desk(o).readPool({})
  assert.deepEqual([balance, undoable, free], [110, 10, 100])
  o.clock.pass(11)
  assert.equal((await desk(o).readPool({})).free, 110)
})

test('a grant is reversed with its reason by two people, unless it was spent', async (t) => {
  const o = await open(t)
  const id = await given(o)
  await desk(o).askGrantReversal({ id, reason: '登记错了人' })
  await assert.rejects(desk(o).askGrantReversal({ id, reason: '登记错了人' }), { code: 'bank.asked_before' })
  const request = await requestOf(o, 'grant_reversal', o.li)
  await assert.rejects(desk(o).decideBankRequest({ id: request, agrees: true }), { code: 'bank.own_request' })
  await desk(o, o.second).decideBankRequest({ id: request, agrees: true })
  const [grant] = (await desk(o).listGrants({})).items
  assert.deepEqual([grant?.status, grant?.reversal], ['reversed', { reason: '登记错了人', isDone: true }])
  const [back] = (await desk(o).listPoolMovements({})).items
  assert.deepEqual([back?.code, back?.undone, back?.amount, back?.reason], ['reverse', 'grant', 30, '登记错了人'])
  assert.equal((await desk(o).readWallet({ personId: o.li })).points, 0)
  await assert.rejects(desk(o).askGrantReversal({ id, reason: '再冲一次' }), { code: 'bank.grant_not_given' })
  const spent = await given(o)
  const shop = await openShop(o, { points: 10 })
  const { code } = await desk(o).reserveRedemption({ id: newId(), personId: o.li, itemId: shop.item })
  await o.as(shop.clerk).call(counterDoors).handOver({ code, key: newId() })
  await desk(o).askGrantReversal({ id: spent, reason: '登记错了人' })
  const second = { id: await requestOf(o, 'grant_reversal', o.li), agrees: true }
  await assert.rejects(desk(o, o.second).decideBankRequest(second), { code: 'ledger.not_enough' })
  assert.deepEqual(await breaches(o), [])
})

test('the same number of an act with other words is refused', async (t) => {
  const o = await open(t)
  const ask = wish(o)
  await desk(o).askGrant(ask)
  await assert.rejects(desk(o).askGrant({ ...ask, points: 31 }), { code: 'bank.grant_key_used' })
})

test('a community asks for its own people; the bureau decides; who looks after others sees that points moved, not whose', async (t) => {
  const o = await open(t)
  const own = await o.hire({ role: 'community_worker', place: PLACES.guangchang, name: '孙丽' })
  const other = await o.hire({ role: 'community_worker', place: PLACES.xinyuan, name: '钱红' })
  const reader = await o.hire({ role: 'reader', name: '领导' })
  await assert.rejects(desk(o, other).askGrant(wish(o)), { status: 404 })
  await assert.rejects(desk(o, reader).askGrant(wish(o)), { status: 403 })
  const ask = wish(o)
  await desk(o, own).askGrant(ask)
  const id = await requestOf(o, 'grant', o.li)
  for (const worker of [own, other, reader])
    await assert.rejects(desk(o, worker).decideBankRequest({ id, agrees: true }), { status: 403 })
  await desk(o).decideBankRequest({ id, agrees: true })
  await assert.rejects(desk(o, own).askGrantReversal({ id: ask.id, reason: '登记错了人' }), { status: 403 })
  const seen = await desk(o, other).listPoolMovements({})
  assert.deepEqual(
    seen.items.map(({ name, personId, amount }) => [name, personId, amount]),
    [
      [null, null, -30],
      [null, null, 100],
    ],
  )
  assert.equal((await desk(o, other).listGrants({})).total, 0)
  const [read] = (await desk(o, reader).listGrants({})).items
  assert.deepEqual(
    [read?.points, read?.ground, read?.reason],
    [30, null, null],
    'that somebody is in need is no reader’s',
  )
})

test('the books notice a grant that nobody agreed to', async (t) => {
  const o = await open(t)
  await given(o)
  for (const statement of [
    'update bank_grant set points = points + 1',
    `update bank_grant set status = 'reversed'`,
    `update bank_grant set transfer_id = id`,
  ]) {
    await asOwner(o.house, `create table kept as select * from bank_grant`)
    await asOwner(o.house, statement)
    assert.ok(
      (await breaches(o)).some(({ id }) => id === 'LG-15'),
      statement,
    )
    await asOwner(
      o.house,
      `update bank_grant g set points = k.points, status = k.status, transfer_id = k.transfer_id from kept k where k.id = g.id`,
    )
    await asOwner(o.house, 'drop table kept')
  }
  assert.deepEqual(await breaches(o), [])
})
