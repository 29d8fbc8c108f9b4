import assert from 'node:assert/strict'
import test from 'node:test'
import { hasArea, ROLES } from '#modules/accounts/index.ts'
import { foundUnit } from '#modules/units/index.ts'
import { elderDoors, elderOf, relativeOf } from '#test/office/elders.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { office, PLACES, type Post } from '#test/office.ts'
import { routes } from '../../index.ts'
import { contract } from '../contract.ts'

test('who can see this person names exactly those who can open the record, with role, area and days', async (t) => {
  const o = await office({ rooms: routes })
  t.after(() => o.close())
  const { id: own } = await o.act((ctx) => foundUnit(ctx, { name: '县水利局', kind: 'employer' }))
  const { id: other } = await o.act((ctx) => foundUnit(ctx, { name: '县教育局', kind: 'employer' }))
  const people = await o.act(async (ctx) => [
    await settle(ctx, { place: PLACES.guangchang, unit: own }),
    await settle(ctx, { place: PLACES.guangchang }),
    await settle(ctx, { unit: own }),
    await settle(ctx),
  ])
  const areas: Post[] = [
    ...[PLACES.county, PLACES.xingtong, PLACES.guangchang, PLACES.xinyuan].map((place) => ({ place })),
    { unit: own },
    { unit: other },
  ]
  const workers = []
  for (const role of ROLES)
    for (const area of hasArea(role) ? areas : [{}]) workers.push({ ...(await o.hire({ role, ...area })), role, area })
  const clerk = await o.hire()
  for (const id of people) {
    const { items } = await o.as(clerk).call(contract).readWhoCanSee({ id })
    const named = new Set(items.map(({ accountId }) => accountId))
    for (const worker of workers) {
      const opens = await o
        .as(worker)
        .call(contract)
        .readPerson({ id })
        .then(
          () => true,
          () => false,
        )
      assert.equal(named.has(worker.id), opens, `${worker.role} ${JSON.stringify(worker.area)}`)
    }
    for (const { because } of items) assert.match(because.zh, /^.+：.+（授权 2020-01-01 起，长期）$/)
  }
})

test('whoever acts with authority, and the person themselves, are named from the day it began until it ends', async (t) => {
  const o = await office({ rooms: [...routes, ...elderDoors] })
  t.after(() => o.close())
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const personId = await o.act((ctx) => settle(ctx, { place: PLACES.guangchang }))
  const at = { o, worker, personId }
  const own = async () => {
    const { items } = await o.as(worker).call(contract).readWhoCanSee({ id: personId })
    return items.filter(({ role }) => role === 'self' || role === 'family')
  }
  assert.deepEqual(await own(), [])
  await elderOf(at)
  await relativeOf(at)
  const named = await own()
  assert.deepEqual(
    named.map(({ role }) => role),
    ['self', 'family'],
  )
  assert.match(named[0]?.because.zh ?? '', /^本人：用自己的长者页面（\d{4}-\d\d-\d\d 起，长期）$/)
  assert.match(named[1]?.because.zh ?? '', /^家属（女儿）：由社区凭纸质授权同意代办（/)
  assert.equal(named[1]?.name, '赵丽')
  await asOwner(o.house, `update own_authority set until = current_date - 9000 where kind = 'family'`)
  await asOwner(o.house, `update own_authority set ended_at = now(), end_reason = 'withdrawn' where kind = 'self'`)
  assert.deepEqual(await own(), [])
})
