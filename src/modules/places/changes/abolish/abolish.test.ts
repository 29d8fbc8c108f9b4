import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { PLACES } from '#test/office/county.ts'
import { settle } from '#test/office/settle.ts'
import { office } from '#test/office.ts'
import { contract as reading } from '../../contract.ts'
import { routes } from '../../index.ts'
import { contract } from '../contract.ts'

const o = await office({ rooms: routes })
after(() => o.close())
const desk = o.as(await o.hire()).call(contract)
const { readPlace, listPlaces } = o.as(await o.hire()).call(reading)
const { guangchang, ruiheng, xingtong, xinyuan } = PLACES
const add = async (under: string, level: 'grid' | 'building' | 'entrance', name: string) =>
  (await desk.addPlace({ under, level, name })).code

test('a grid given up leaves its buildings to the community', async () => {
  const grid = await add(guangchang, 'grid', '撤并网格')
  const building = await add(grid, 'building', '7号楼')
  const entrance = await add(building, 'entrance', '1单元')
  await o.act((ctx) => settle(ctx, { place: entrance }))
  assert.equal((await desk.abolishPlace({ code: grid, successor: guangchang })).people, 1)
  const { items } = await listPlaces({ under: guangchang })
  assert.deepEqual(
    items.map((one) => one.short),
    ['7号楼'],
  )
  const moved = (await readPlace({ code: entrance })).successor
  assert.deepEqual([moved?.level, moved?.short, moved?.code.slice(12, 14)], ['entrance', '1单元', '00'])
})

test('a building pulled down leaves its people with the community as a whole', async () => {
  const building = await add(ruiheng, 'building', '危房')
  const entrance = await add(building, 'entrance', '1单元')
  await o.act((ctx) => settle(ctx, { place: entrance }))
  await desk.abolishPlace({ code: building, successor: ruiheng })
  assert.equal((await readPlace({ code: entrance })).successor?.code, ruiheng)
  assert.equal((await listPlaces({ under: ruiheng })).total, 0)
})

test('a place without people ends with everything below it, also one added by mistake today', async () => {
  const grid = await add(xinyuan, 'grid', '误加网格')
  const building = await add(grid, 'building', '误加楼')
  assert.deepEqual(await desk.abolishPlace({ code: grid }), { code: grid, people: 0 })
  const below = await readPlace({ code: building })
  assert.deepEqual([below.abolishedOn, below.successor, below.can.change], ['2026-03-02', null, false])
})

test('the day lies between the place’s first day and today', async () => {
  const grid = (await desk.addPlace({ under: xinyuan, level: 'grid', name: '有日子的网格', on: '2026-01-10' })).code
  for (const on of ['2026-01-09', '2026-03-03'])
    await assert.rejects(desk.abolishPlace({ code: grid, on }), { code: 'places.wrong_day' })
  await desk.abolishPlace({ code: grid, on: '2026-02-01' })
  assert.equal((await readPlace({ code: grid })).abolishedOn, '2026-02-01')
})

test('a community does not merge into a grid, nor into itself or what lies in it', async () => {
  const grid = await add(xinyuan, 'grid', '小网格')
  const own = await add(guangchang, 'grid', '自家网格')
  for (const successor of [grid, guangchang, own])
    await assert.rejects(desk.abolishPlace({ code: guangchang, successor }), { code: 'places.bad_successor' })
  assert.equal((await readPlace({ code: guangchang })).abolishedOn, null)
})

test('of two clerks who abolish one place at once, one does', async () => {
  const grid = await add(guangchang, 'grid', '两人同撤')
  const both = await Promise.allSettled([1, 2].map(() => desk.abolishPlace({ code: grid })))
  assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected'])
})

test('staff of a street abolish in it, but not into another', async () => {
  const street = o.as(await o.hire({ role: 'bureau_staff', place: xingtong })).call(contract)
  const grid = await add(guangchang, 'grid', '街道网格')
  await assert.rejects(street.abolishPlace({ code: grid, successor: xinyuan }), { code: 'places.outside_area' })
  await street.abolishPlace({ code: grid, successor: ruiheng })
  const audit = await o.act((ctx) =>
    ctx.db
      .selectFrom('audit_event')
      .select('action')
      .where('action', '=', 'abolishPlace')
      .where('result', '=', 'done')
      .execute(),
  )
  assert.equal(audit.length, 6, 'one line for each act done, none for those refused')
})
