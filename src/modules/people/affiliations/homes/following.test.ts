import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { placeCode, routes as placeRoutes } from '#modules/places/index.ts'
import { deliver } from '#platform/house/outbox.ts'
import { COUNTY, type Office, office, PLACES } from '#test/office.ts'
import { recordRoutes, registerPerson } from '../../record/index.ts'
import { contract } from '../contract.ts'
import { affiliationsRoutes, movePeopleFrom, peopleFollowPlaces } from '../index.ts'

let o: Office
before(async () => {
  o = await office({ rooms: [affiliationsRoutes, recordRoutes, ...placeRoutes] })
})
after(() => o.close())

/** A door of the places room by its name: another room's contracts are not ours to import. */
const places = async (door: string, input: Record<string, unknown>) => {
  const doors = o.as(await o.hire()).call(Object.assign({}, ...placeRoutes.map((room) => room.contract)))
  return doors[door]?.(input)
}
const enrol = (place: string) =>
  o.act((ctx) => {
    const around = { phones: [], tags: [], source: '登记', unitId: null, managingUnitId: null }
    return registerPerson(ctx, { values: { name: '郝春生', address: '老院' }, ...around, placeCode: place })
  })
const placeOf = (id: string) =>
  o.act(async (ctx) => {
    const row = await ctx.db.selectFrom('person').select('place_code').where('id', '=', id).executeTakeFirstOrThrow()
    return row.place_code
  })
const hear = () => deliver({ ...o.house, listeners: [peopleFollowPlaces] }, COUNTY)
const homesOf = async (id: string) => {
  const { items } = await o
    .as(await o.hire())
    .call(contract)
    .listAffiliations({ id })
  return items
    .filter((item) => item.kind === 'home')
    .map(({ placeCode: code, from, to, address }) => [code, from, to, address])
}

test('people of an abolished community live in the one that took it over, each building where it went', async () => {
  const building = await places('addPlace', { under: PLACES.ruiheng, level: 'building', name: '3号楼', number: 3 })
  const [inBuilding, inCommunity, elsewhere] = [
    await enrol(building.code),
    await enrol(PLACES.ruiheng),
    await enrol(PLACES.guangchang),
  ]
  await places('abolishPlace', { code: PLACES.ruiheng, successor: PLACES.xinyuan, on: '2026-02-01' })
  await hear()
  const moved = placeCode({ region: '371424002190', building: 1 })
  assert.deepEqual(
    [await placeOf(inBuilding.id), await placeOf(inCommunity.id), await placeOf(elsewhere.id)],
    [moved, PLACES.xinyuan, PLACES.guangchang],
  )
  assert.deepEqual(await homesOf(inBuilding.id), [
    [moved, '2026-02-01', null, '老院'],
    [building.code, null, '2026-01-31', '老院'],
  ])
  const told = await o.act((ctx) =>
    ctx.db.selectFrom('outbox').select('data').where('type', '=', 'people.followed_place').execute(),
  )
  const followed = told.map(({ data }) => JSON.stringify(data))
  assert.equal(followed.length, 1)
  for (const { id } of [inBuilding, inCommunity]) assert.ok(followed[0]?.includes(id))
  const again = await o.act((ctx) => movePeopleFrom(ctx, PLACES.ruiheng, { code: PLACES.xinyuan, on: '2026-02-01' }))
  assert.equal(again, 0)
})

test('a home recorded in a place after its last day takes the new code and ends nothing', async () => {
  const id = (await enrol(PLACES.guangchang)).id
  await o
    .as(await o.hire())
    .call(contract)
    .moveHome({ id, placeCode: PLACES.xinzhuang, on: '2026-02-20' })
  await places('abolishPlace', { code: PLACES.xinzhuang, successor: PLACES.xinyuan, on: '2026-02-10' })
  await hear()
  assert.deepEqual(await homesOf(id), [
    [PLACES.xinyuan, '2026-02-20', null, null],
    [PLACES.guangchang, null, '2026-02-19', '老院'],
  ])
})

test('a place abolished without a successor moves nobody', async () => {
  const grid = await places('addPlace', { under: PLACES.guangchang, level: 'grid', name: '第一网格' })
  const { id } = await enrol(grid.code)
  await o.act((ctx) => ctx.db.updateTable('person').set({ status: 'deceased' }).where('id', '=', id).execute())
  await places('abolishPlace', { code: grid.code })
  await hear()
  assert.equal(await placeOf(id), grid.code)
})
