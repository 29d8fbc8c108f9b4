import assert from 'node:assert/strict'
import test from 'node:test'
import { givenOut, openPool, poolDesk, poolMessages, poolRequest, poolWish } from '#test/office/desks/pool.ts'
import { asOwner } from '#test/office/owner.ts'
import { PLACES } from '#test/office.ts'
import { countyDoors } from '#test/shift-desk.ts'
import { contract as noticeDoors } from '../notices/contract.ts'

test('why somebody needs it lies sealed, and never in the books', async (t) => {
  const o = await openPool(t)
  await givenOut(o)
  const rows = await asOwner(
    o.house,
    `select (select string_agg(row_to_json(t)::text, ' ') from ledger_transfer t) || (select string_agg(row_to_json(r)::text, ' ') from bank_request r)
            || (select string_agg(row_to_json(g)::text, ' ') from bank_grant g) as all`,
  )
  assert.doesNotMatch(String(rows[0]?.['all']), /老伴去世/)
})

test('a community asks for its own people; the bureau decides; who looks after others sees that points moved, not whose', async (t) => {
  const o = await openPool(t)
  const own = await o.hire({ role: 'community_worker', place: PLACES.guangchang, name: '孙丽' })
  const other = await o.hire({ role: 'community_worker', place: PLACES.xinyuan, name: '钱红' })
  const reader = await o.hire({ role: 'reader', name: '领导' })
  await assert.rejects(poolDesk(o, other).askGrant(poolWish(o)), { status: 404 })
  await assert.rejects(poolDesk(o, reader).askGrant(poolWish(o)), { status: 403 })
  const ask = poolWish(o)
  await poolDesk(o, own).askGrant(ask)
  const id = await poolRequest(o, 'grant', o.li)
  for (const worker of [own, other, reader])
    await assert.rejects(poolDesk(o, worker).decideBankRequest({ id, agrees: true }), { status: 403 })
  await poolDesk(o).decideBankRequest({ id, agrees: true })
  await assert.rejects(poolDesk(o, own).askGrantReversal({ id: ask.id, reason: '登记错了人' }), { status: 403 })
  const seen = await poolDesk(o, other).listPoolMovements({})
  assert.deepEqual(
    seen.items.map(({ name, personId, amount }) => [name, personId, amount]),
    [
      [null, null, -30],
      [null, null, 100],
    ],
  )
  assert.equal((await poolDesk(o, other).listPoolGrants({})).total, 0)
  const [read] = (await poolDesk(o, reader).listPoolGrants({})).items
  assert.deepEqual(
    [read?.points, read?.ground, read?.reason],
    [30, null, null],
    'that somebody is in need is no reader’s',
  )
})

test('what somebody was in need of goes with their record when it is erased; that the pool gave stays', async (t) => {
  const o = await openPool(t)
  const id = await givenOut(o)
  await poolDesk(o).askGrantReversal({ id, reason: '李桂兰住进了养老院' })
  await o.act(async (ctx) => ctx.emit({ type: 'people.erased', data: { ids: [o.li] } }))
  await o.deliver()
  const [grant] = (await poolDesk(o).listPoolGrants({})).items
  assert.deepEqual([grant?.reason, grant?.points, grant?.reversal?.reason], ['（已删除）', 30, '（已删除）'])
})

test('the month’s notice tells what the pool took in, gave and holds, and to whom under a mask', async (t) => {
  const o = await openPool(t)
  await givenOut(o)
  o.clock.set('2026-04-01T09:00:00+08:00')
  await givenOut(o, { personId: o.zhao, points: 20 })
  const notices = o.as(o.clerk).call(noticeDoors)
  const march = { month: '2026-03', placeCode: PLACES.county }
  const county = o.as(o.clerk).call(countyDoors)
  const { requiredFields } = await county.readCountySettings()
  await county.saveCountySettings({ areaCode: '0534', bureauPhone: '0534-4261234', requiredFields })
  const draft = await notices.draftNotice(march)
  assert.deepEqual(draft.pool, { in: 100, out: 30, balance: 70 }, 'what came after the month is not in it')
  assert.equal(draft.people.find(({ personId }) => personId === o.li)?.granted, 30)
  const { id } = await notices.publishNotice(march)
  const told = await o.as().call(noticeDoors).readPublicNotice({ id })
  assert.deepEqual([told.pool, told.sums.granted], [{ in: 100, out: 30, balance: 70 }, 30])
  assert.deepEqual(
    told.people.map(({ name, granted, donated }) => [name, granted, donated]),
    [
      ['李**', 30, 0],
      ['王**', 0, 100],
    ],
  )
  assert.doesNotMatch(JSON.stringify(told), /独居|alone|老伴/)
  o.clock.set('2026-05-02T09:00:00+08:00')
  assert.equal((await o.as().call(noticeDoors).readPublicNotice({ id })).pool, null)
})

test('who is given points is told that they came, and that they were taken back, once each', async (t) => {
  const o = await openPool(t)
  const id = await givenOut(o)
  const told = async () => {
    await o.deliver()
    const { items } = await poolMessages(o).listMessages({ personId: o.li, kind: 'bank' })
    return items.map(({ template, text }) => [template, text])
  }
  const came = [
    'bank.granted',
    '李桂兰同志：公益池送给您30积分，已经记入您的积分账户，可以换东西、换服务。有不明白的请问社区。',
  ]
  assert.deepEqual(await told(), [came])
  await poolDesk(o).askGrantReversal({ id, reason: '登记错了人' })
  const request = await poolRequest(o, 'grant_reversal', o.li)
  await poolDesk(o, o.second).decideBankRequest({ id: request, agrees: true })
  const [gone, before] = await told()
  assert.equal(gone?.[0], 'bank.grant_reversed')
  assert.match(String(gone?.[1]), /^李桂兰同志：公益池送给您的30积分经核对已经收回/)
  assert.doesNotMatch(String(gone?.[1]), /登记错了人/)
  assert.deepEqual(before, came)
  assert.equal((await told()).length, 2)
})
