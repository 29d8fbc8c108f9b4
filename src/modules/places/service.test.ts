import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { BUREAU, PLACES } from '#test/office/county.ts'
import { settle } from '#test/office/settle.ts'
import { office } from '#test/office.ts'
import { contract } from './contract.ts'
import { routes } from './index.ts'
import { contract as schematic } from './schematic/contract.ts'

const o = await office({ rooms: routes })
after(() => o.close())
const { county, xingtong, guangchang, ruiheng, hengyuan, xinyuan } = PLACES
const building = `${guangchang.slice(0, 12)}0000100`

await o.act(async (ctx) => {
  const row = { county: o.county, code: building, level: 'building', name: '1号楼', short: '1号楼' }
  await ctx.db.insertInto('place').values(row).execute()
  for (const place of [guangchang, building, building, ruiheng, xinyuan]) await settle(ctx, { place })
  await settle(ctx, { place: guangchang, unit: BUREAU })
  await settle(ctx, { place: guangchang, status: 'deceased' })
})

const counts = (items: { short: string; people: number }[]) =>
  Object.fromEntries(items.map((one) => [one.short, one.people]))

test('the tree reaches down to communities, each place counting everybody below it', async () => {
  const zhou = o.as(await o.hire()).call(contract)
  const { items, total } = await zhou.listPlaces({ depth: 'communities' })
  assert.deepEqual(counts(items), {
    临邑县: 6,
    邢侗街道: 5,
    广场社区: 4,
    瑞恒社区: 1,
    恒源街道: 1,
    馨园社区: 1,
    辛庄村: 0,
    临邑镇: 0,
  })
  assert.equal(total, 8)
  assert.deepEqual(
    items.slice(0, 3).map(({ code, parent, hasChildren }) => [code, parent, hasChildren]),
    [
      [county, null, true],
      [xingtong, county, true],
      [guangchang, xingtong, true],
    ],
  )
})

test('the next level down is listed, and a building outside every grid is the community’s', async () => {
  const zhou = o.as(await o.hire()).call(contract)
  assert.deepEqual(counts((await zhou.listPlaces({})).items), { 邢侗街道: 5, 恒源街道: 1, 临邑镇: 0 })
  assert.deepEqual(counts((await zhou.listPlaces({ under: guangchang })).items), { '1号楼': 2 })
  assert.deepEqual(counts((await zhou.listPlaces({ q: '社区' })).items), { 广场社区: 4, 瑞恒社区: 1, 馨园社区: 1 })
  assert.deepEqual((await zhou.listPlaces({ q: '100%' })).items, [])
})

test('everybody reads the whole county, but counts only the people of their own scope', async () => {
  const table: [string, Parameters<typeof o.hire>[0], Record<string, number>][] = [
    ['a community worker', { role: 'community_worker', place: ruiheng }, { 邢侗街道: 1, 恒源街道: 0, 临邑镇: 0 }],
    ['street staff', { role: 'street_staff', place: hengyuan }, { 邢侗街道: 0, 恒源街道: 1, 临邑镇: 0 }],
    ['a liaison', { role: 'unit_liaison', unit: BUREAU }, { 邢侗街道: 1, 恒源街道: 0, 临邑镇: 0 }],
    ['a leader', { role: 'reader' }, { 邢侗街道: 5, 恒源街道: 1, 临邑镇: 0 }],
  ]
  for (const [who, post, expected] of table) {
    const { items } = await o
      .as(await o.hire(post))
      .call(contract)
      .listPlaces()
    assert.deepEqual(counts(items), expected, who)
  }
  await assert.rejects(o.as().call(contract).listPlaces(), { status: 401 })
})

test('the schematic map shows streets, communities and sites without any tiles', async () => {
  await o.act(async (ctx) => {
    const site = {
      county: o.county,
      id: crypto.randomUUID(),
      kind: 'canteen',
      name: '幸福食堂',
      place_code: building,
      lon: 116.8,
      lat: 37.2,
    }
    await ctx.db.insertInto('site').values(site).execute()
    await ctx.db
      .insertInto('site')
      .values({ ...site, id: crypto.randomUUID(), name: '旧食堂', closed_on: '2020-01-01' })
      .execute()
  })
  const map = await o
    .as(await o.hire())
    .call(schematic)
    .readSchematic()
  assert.deepEqual([map.county.people, map.county.sites], [6, 1])
  assert.deepEqual(
    map.streets.map(({ short, people, sites, communities }) => [short, people, sites, communities.length]),
    [
      ['邢侗街道', 5, 1, 2],
      ['恒源街道', 1, 0, 2],
      ['临邑镇', 0, 0, 0],
    ],
  )
  assert.deepEqual(
    map.sites.map(({ name, lon }) => [name, lon]),
    [['幸福食堂', 116.8]],
  )
})

test('a place that is not there is not found', async () => {
  const zhou = o.as(await o.hire()).call(contract)
  const code = '3714240990000000000'
  for (const ask of [zhou.readPlace, zhou.placeHistory]) await assert.rejects(ask({ code }), { status: 404 })
  await assert.rejects(zhou.listPlaces({ under: code }), { status: 404 })
  await assert.rejects(zhou.readPlace({ code: '1' }), { status: 400 })
})
