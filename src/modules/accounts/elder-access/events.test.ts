import assert from 'node:assert/strict'
import test from 'node:test'
import { officeDay } from '#platform/clock.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { office, PLACES } from '#test/office.ts'
import { listeners, routes } from '../index.ts'
import { contract } from './contract.ts'
import { forgetFormerRelatives } from './jobs.ts'

test('when somebody is erased nobody acts for them any more, and neither name nor telephone stays with their account', async (t) => {
  const o = await office({ rooms: routes, listeners })
  t.after(() => o.close())
  const [gone, stays] = await o.act(async (ctx) => [
    await settle(ctx, { name: '王秀英', place: PLACES.guangchang }),
    await settle(ctx, { name: '张建国', place: PLACES.guangchang }),
  ])
  const desk = o.as(await o.hire({ role: 'community_worker', place: PLACES.guangchang })).call(contract)
  await desk.openAccess({ id: gone ?? '', mobile: '13900001111' })
  await desk.openAccess({ id: stays ?? '', mobile: '13900002222' })
  const helper = { name: '王小妹', relation: '女儿', mobile: '13900003333' }
  await desk.giveAuthority({ id: gone ?? '', ...helper })
  await desk.giveAuthority({ id: stays ?? '', ...helper, relation: '外甥女' })
  await o.act(async (ctx) => ctx.emit({ type: 'people.erased', data: { ids: [gone] } }))
  await o.deliver()
  const accounts = await asOwner<{ name: string; status: string; mobile_tail: string | null }>(
    o.house,
    `select a.name, a.status, w.mobile_tail from account a join own_account w on w.account_id = a.id order by w.opened_at, a.name`,
  )
  assert.deepEqual(
    new Set(accounts.map(({ name, status, mobile_tail }) => `${name} ${status} ${mobile_tail}`)),
    new Set(['已删除 closed null', '张建国 open 2222', '王小妹 open 3333']),
  )
  const standing = await asOwner<{ person_id: string }>(
    o.house,
    'select distinct person_id from own_authority where ended_at is null',
  )
  assert.deepEqual(
    standing.map((row) => row.person_id),
    [stays],
  )
})

test('a relative who acts for nobody any more is known by name for a month, then only as a relative', async (t) => {
  const o = await office({ rooms: routes, listeners })
  t.after(() => o.close())
  const id = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  const desk = o.as(await o.hire({ role: 'community_worker', place: PLACES.guangchang })).call(contract)
  await desk.openAccess({ id, mobile: '13900001111' })
  const day = officeDay(o.clock.now())
  await desk.giveAuthority({ id, name: '王小妹', relation: '女儿', mobile: '13900003333' })
  await desk.giveAuthority({ id, name: '王大弟', relation: '儿子', mobile: '13900004444', until: day })
  await desk.giveAuthority({ id, name: '王长在', relation: '孙子', mobile: '13900005555' })
  const { family } = await desk.readAccess({ id })
  await desk.endAuthority({ id, authorityId: family.find(({ name }) => name === '王小妹')?.id ?? '' })
  const names = async () => new Set((await desk.readAccess({ id })).family.map((one) => `${one.name} ${one.relation}`))
  o.clock.pass(60)
  await o.act(forgetFormerRelatives)
  assert.deepEqual(await names(), new Set(['王小妹 女儿', '王大弟 儿子', '王长在 孙子']))
  const before = o.clock.now()
  o.clock.pass(32 * 24 * 60)
  await o.act(forgetFormerRelatives)
  const after = new Date(o.clock.now())
  o.clock.set(before)
  assert.deepEqual(await names(), new Set(['家属 女儿', '王大弟 儿子', '王长在 孙子']))
  o.clock.set(new Date(after.getTime() + 32 * 24 * 3_600_000))
  await o.act(forgetFormerRelatives)
  o.clock.set(before)
  assert.deepEqual(await names(), new Set(['家属 女儿', '家属 儿子', '王长在 孙子']))
  assert.equal((await asOwner(o.house, 'select from trace_left')).length, 1)
})
