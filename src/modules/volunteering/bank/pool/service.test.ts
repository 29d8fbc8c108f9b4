import assert from 'node:assert/strict'
import test from 'node:test'
import { newId } from '#platform/ids.ts'
import { breaches, earned, openShop, recordDoors, register } from '#test/office/bank.ts'
import { givenOut, openPool, poolDesk, poolRequest, poolWish } from '#test/office/desks/pool.ts'
import { asOwner, tracesOf } from '#test/office/owner.ts'
import { contract as counterDoors } from '../counter/contract.ts'
import { USUAL } from '../earning/index.ts'

test('what was donated goes to an elder once a second person agrees, and everybody reads the same of it', async (t) => {
  const o = await openPool(t)
  const ask = poolWish(o)
  await poolDesk(o).askGrant(ask)
  await poolDesk(o).askGrant(ask)
  const pool = await poolDesk(o).readPool({})
  assert.deepEqual([pool.balance, pool.waiting, pool.free], [100, 30, 70])
  const id = await poolRequest(o, 'grant', o.li)
  const [waits] = (await poolDesk(o).listBankRequests({ status: 'asked' })).items
  assert.deepEqual([waits?.name, waits?.ground, waits?.need, waits?.isOnRecord], ['李桂兰', 'alone', ask.reason, true])
  await assert.rejects(poolDesk(o).decideBankRequest({ id, agrees: true }), { code: 'bank.own_request' })
  assert.equal((await poolDesk(o).readWallet({ personId: o.li })).points, 0, 'nothing moves before the second word')
  await poolDesk(o, o.second).decideBankRequest({ id, agrees: true })
  const { points, free, statement } = await poolDesk(o).readWallet({ personId: o.li })
  assert.deepEqual([points, free, statement.points.map(({ code }) => code)], [30, 30, ['grant']])
  const after = await poolDesk(o).readPool({})
  assert.deepEqual([after.balance, after.donated, after.granted, after.people], [70, 100, 30, 1])
  const { items } = await poolDesk(o).listPoolMovements({})
  assert.deepEqual(
    items.map((one) => [one.code, one.name, one.amount, one.after, one.approvedBy]),
    [
      ['grant', '李桂兰', -30, 70, '吴静'],
      ['donate', '王秀英', 100, 100, null],
    ],
  )
  const [grant] = (await poolDesk(o).listPoolGrants({ status: 'given' })).items
  assert.deepEqual([grant?.askedBy, grant?.decidedBy, grant?.givenOn], ['周敏', '吴静', '2026-03-02'])
  assert.equal((await poolDesk(o).readLiability({})).pool, 70)
  assert.deepEqual(await breaches(o), [])
})

test('many ask and many agree at once: the pool never gives more than it holds, nor a year more than its cap', async (t) => {
  const o = await openPool(t)
  const elders = await register(o, ['孙一', '孙二', '孙三', '孙四', '孙五', '孙六', '孙七', '孙八'])
  await asOwner(o.house, `update person set birth_on = '1940' where id = any ($1)`, [elders])
  const asks = await Promise.allSettled(
    elders.map((personId) => poolDesk(o).askGrant(poolWish(o, { personId, points: 30 }))),
  )
  assert.equal(asks.filter(({ status }) => status === 'fulfilled').length, 3, 'a hundred hold three times thirty')
  for (const one of asks) if (one.status === 'rejected') assert.equal(one.reason.code, 'bank.pool_short')
  const waiting = (await poolDesk(o).listBankRequests({ status: 'asked' })).items
  const words = await Promise.allSettled(
    waiting.flatMap(({ id }) =>
      Array.from({ length: 4 }, () => poolDesk(o, o.second).decideBankRequest({ id, agrees: true })),
    ),
  )
  assert.equal(words.filter(({ status }) => status === 'fulfilled').length, 3, 'each is decided once')
  assert.equal((await poolDesk(o).readPool({})).balance, 10)
  assert.deepEqual(await breaches(o), [])
  const twice = await Promise.allSettled(
    Array.from({ length: 6 }, () => poolDesk(o).askGrant(poolWish(o, { personId: o.li, points: 5 }))),
  )
  assert.equal(twice.filter(({ status }) => status === 'fulfilled').length, 1, 'one waits for one person at a time')
})

test('the rules of the county name the grounds, the ages and what a year may bring', async (t) => {
  const o = await openPool(t)
  const cases = [
    [{ personId: o.giver }, 'bank.grant_too_young'],
    [{ points: 121 }, 'bank.grant_year_full'],
    [{ points: 101 }, 'bank.pool_short'],
  ] as const
  const traces = await tracesOf(o.house)
  for (const [more, code] of cases) await assert.rejects(poolDesk(o).askGrant(poolWish(o, more)), { code })
  assert.deepEqual(await tracesOf(o.house), traces)
  await givenOut(o, { points: 40 })
  await poolDesk(o).setRule({ ...USUAL, fromOn: '2026-03-03', grantAges: { dependent: 70 }, grantYearPoints: 50 })
  o.clock.set('2026-03-03T09:00:00+08:00')
  const { grounds, yearPoints } = await poolDesk(o).readPool({})
  assert.deepEqual([grounds, yearPoints], [[{ ground: 'dependent', from: 70 }], 50])
  await assert.rejects(poolDesk(o).askGrant(poolWish(o)), { code: 'bank.ground_off' })
  const dependent = { ground: 'dependent' as const }
  await assert.rejects(poolDesk(o).askGrant(poolWish(o, { ...dependent, points: 11 })), {
    code: 'bank.grant_year_full',
    message: /10/,
  })
  await asOwner(o.house, 'update person set birth_on = null where id = $1', [o.zhao])
  await assert.rejects(poolDesk(o).askGrant(poolWish(o, { ...dependent, personId: o.zhao })), {
    code: 'bank.grant_no_birth',
  })
  await poolDesk(o).askGrant(poolWish(o, { ...dependent, points: 10 }))
  o.clock.set('2027-01-04T09:00:00+08:00')
  await poolDesk(o, o.second).decideBankRequest({ id: await poolRequest(o, 'grant', o.li), agrees: true })
  await poolDesk(o).askGrant(poolWish(o, { ...dependent, points: 40 }))
})

test('who dies before the second word is given nothing, and a refused request frees what it asked for', async (t) => {
  const o = await openPool(t)
  for (const personId of [o.li, o.zhao]) await poolDesk(o).askGrant(poolWish(o, { personId }))
  await o
    .as(o.clerk)
    .call(recordDoors)
    .recordDeath({ id: o.li, values: { diedOn: '2026-03-02' } })
  const id = await poolRequest(o, 'grant', o.li)
  await assert.rejects(poolDesk(o, o.second).decideBankRequest({ id, agrees: true }), { code: 'bank.grant_not_here' })
  await o.deliver()
  await assert.rejects(poolDesk(o).askGrant(poolWish(o)), { code: 'bank.grant_not_here' })
  await poolDesk(o, o.second).decideBankRequest({ id, agrees: false })
  await poolDesk(o, o.second).decideBankRequest({ id: await poolRequest(o, 'grant', o.zhao), agrees: false })
  const { balance, waiting, free } = await poolDesk(o).readPool({})
  assert.deepEqual([balance, waiting, free], [100, 0, 100])
  assert.deepEqual(
    (await poolDesk(o).listPoolGrants({})).items.map(({ status }) => status),
    ['refused', 'refused'],
  )
  await poolDesk(o).askGrant(poolWish(o, { personId: o.zhao }))
  assert.deepEqual(await breaches(o), [])
})

test('a donation that may still be taken back is not given away yet', async (t) => {
  const o = await openPool(t)
  await earned(o, o.giver, 40)
  await poolDesk(o).donatePoints({ id: newId(), personId: o.giver, points: 10 })
  const { balance, undoable, free } = await poolDesk(o).readPool({})
  assert.deepEqual([balance, undoable, free], [110, 10, 100])
  o.clock.pass(11)
  assert.equal((await poolDesk(o).readPool({})).free, 110)
})

test('a grant is reversed with its reason by two people, unless it was spent', async (t) => {
  const o = await openPool(t)
  const id = await givenOut(o)
  await poolDesk(o).askGrantReversal({ id, reason: '登记错了人' })
  await assert.rejects(poolDesk(o).askGrantReversal({ id, reason: '登记错了人' }), { code: 'bank.asked_before' })
  const request = await poolRequest(o, 'grant_reversal', o.li)
  await assert.rejects(poolDesk(o).decideBankRequest({ id: request, agrees: true }), { code: 'bank.own_request' })
  await poolDesk(o, o.second).decideBankRequest({ id: request, agrees: true })
  const [grant] = (await poolDesk(o).listPoolGrants({})).items
  assert.deepEqual([grant?.status, grant?.reversal], ['reversed', { reason: '登记错了人', isDone: true }])
  const [back] = (await poolDesk(o).listPoolMovements({})).items
  assert.deepEqual([back?.code, back?.undone, back?.amount, back?.reason], ['reverse', 'grant', 30, '登记错了人'])
  assert.equal((await poolDesk(o).readWallet({ personId: o.li })).points, 0)
  await assert.rejects(poolDesk(o).askGrantReversal({ id, reason: '再冲一次' }), { code: 'bank.grant_not_given' })
  const spent = await givenOut(o)
  const shop = await openShop(o, { points: 10 })
  const { code } = await poolDesk(o).reserveRedemption({ id: newId(), personId: o.li, itemId: shop.item })
  await o.as(shop.clerk).call(counterDoors).handOver({ code, key: newId() })
  await poolDesk(o).askGrantReversal({ id: spent, reason: '登记错了人' })
  const second = { id: await poolRequest(o, 'grant_reversal', o.li), agrees: true }
  await assert.rejects(poolDesk(o, o.second).decideBankRequest(second), { code: 'ledger.not_enough' })
  assert.deepEqual(await breaches(o), [])
})

test('the same number of an act with other words is refused', async (t) => {
  const o = await openPool(t)
  const ask = poolWish(o)
  await poolDesk(o).askGrant(ask)
  await assert.rejects(poolDesk(o).askGrant({ ...ask, points: 31 }), { code: 'bank.grant_key_used' })
})

test('the books notice a grant that nobody agreed to', async (t) => {
  const o = await openPool(t)
  await givenOut(o)
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
