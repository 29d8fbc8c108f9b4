import assert from 'node:assert/strict'
import test from 'node:test'
import { newId } from '#platform/ids.ts'
import { earned, openShop, register } from '#test/office/bank.ts'
import { asOwner } from '#test/office/owner.ts'
import { office } from '#test/office.ts'
import { contract as wallets } from '../contract.ts'
import { contract as counter } from '../counter/contract.ts'
import { bankListeners, bankRoutes } from '../index.ts'
import { contract as redemptions } from '../redemptions/contract.ts'

test('what is outstanding is what wallets have, what waits, what shops are owed and what the pool holds', async (t) => {
  const o = await office({ rooms: bankRoutes, listeners: bankListeners })
  t.after(() => o.close())
  const clerk = await o.hire()
  const desk = { ...o.as(clerk).call(wallets), ...o.as(clerk).call(redemptions) }
  const nothing = await desk.readLiability({})
  assert.deepEqual([nothing.minutes, nothing.points, nothing.payable, nothing.pool, nothing.ages], [0, 0, 0, 0, []])
  const [wang = '', zhao = ''] = await register(o, ['王秀英', '赵国栋'])
  await earned(o, wang, 40)
  await earned(o, zhao, 20)
  const shop = await openShop(o, { points: 10 })
  const taken = await desk.reserveRedemption({ id: newId(), personId: wang, itemId: shop.item })
  await o.as(shop.clerk).call(counter).handOver({ code: taken.code, key: newId() })
  await desk.reserveRedemption({ id: newId(), personId: zhao, itemId: shop.item })
  await desk.donatePoints({ id: newId(), personId: wang, points: 5 })
  const owed = await desk.readLiability({})
  assert.deepEqual(
    [owed.minutes, owed.points, owed.held, owed.payable, owed.pool],
    [1_800, 45, 10, 10, 5],
    'sixty points came in; ten are the shop’s, five the pool’s',
  )
  assert.deepEqual(
    owed.issued.items.map(({ year, points, minutes }) => [year, points, minutes]),
    [[2026, 60, 1_800]],
  )
  const sumOf = (key: 'people' | 'points') => owed.ages.reduce((sum, age) => sum + age[key], 0)
  assert.deepEqual([sumOf('people'), sumOf('points')], [2, 45], 'the ages make the whole')
  const [books] = await asOwner(
    o.house,
    `select sum(credits_posted - debits_posted)::int as points from ledger_account where unit = 'points' and kind <> 'issue'`,
  )
  assert.equal(books?.['points'], owed.points + owed.payable + owed.pool)
  await assert.rejects(o.as(shop.clerk).call(wallets).readLiability({}), { status: 403 })
})
