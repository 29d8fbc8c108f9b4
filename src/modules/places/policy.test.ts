import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { PLACES } from '#test/office/county.ts'
import { settle } from '#test/office/settle.ts'
import { office } from '#test/office.ts'
import { placeRange } from './codes.ts'
import { lockForChange, mayManage, peopleByPlace } from './policy.ts'

const { county, xingtong, guangchang, ruiheng, xinyuan } = PLACES
const actor = (spans: string[], { all = false, permissions = ['places.manage'] } = {}) => ({
  permissions: new Set(permissions),
  scope: { all, places: spans.map(placeRange), units: [] },
})

test('a place is changed by those whose area holds it whole', () => {
  const table: [who: string, who_: ReturnType<typeof actor>, place: string, may: boolean][] = [
    ['the county, a street', actor([], { all: true }), xingtong, true],
    ['the county without the permission', actor([], { all: true, permissions: ['places.read'] }), xingtong, false],
    ['a street, its community', actor([xingtong]), guangchang, true],
    ['a street, itself', actor([xingtong]), xingtong, true],
    ['a street, another’s community', actor([xingtong]), xinyuan, false],
    ['a street, the county', actor([xingtong]), county, false],
    ['a community, its street', actor([guangchang]), xingtong, false],
    ['two communities, either', actor([guangchang, ruiheng]), ruiheng, true],
    ['nobody’s staff', actor([]), guangchang, false],
  ]
  for (const [who, one, place, may] of table) assert.equal(mayManage(one, place), may, who)
})

const o = await office()
after(() => o.close())

test('people are counted by street, by community or by door', async () => {
  const door = `${guangchang.slice(0, 12)}0000101`
  const place = { county: o.county, name: '1号楼1单元', short: '1单元', level: 'entrance', code: door }
  await o.act((ctx) => ctx.db.insertInto('place').values(place).execute())
  for (const at of [guangchang, door, door, ruiheng, xinyuan]) await o.act((ctx) => settle(ctx, { place: at }))
  await o.act((ctx) => settle(ctx, { place: ruiheng, status: 'moved_out' }))
  const count = async (under: string, grain: 9 | 12 | 19) =>
    Object.fromEntries(await o.act((ctx) => peopleByPlace(ctx, under, grain)))
  assert.deepEqual(await count(county, 9), { [xingtong]: 4, [PLACES.hengyuan]: 1 })
  assert.deepEqual(await count(county, 12), { [guangchang]: 3, [ruiheng]: 1, [xinyuan]: 1 })
  assert.deepEqual(await count(guangchang, 19), { [guangchang]: 1, [door]: 2 })
  assert.deepEqual(await count(PLACES.linyi, 19), {})
})

test('nobody moves into a place while it is being abolished', async () => {
  const order: string[] = []
  const abolishing = o.act(async (ctx) => {
    await lockForChange(ctx, xingtong, 'whole')
    order.push('locked')
    await new Promise((resolve) => setTimeout(resolve, 150))
    order.push('abolished')
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  const moving = o.act((ctx) => settle(ctx, { place: ruiheng })).then(() => order.push('moved in'))
  const elsewhere = o.act((ctx) => settle(ctx, { place: xinyuan })).then(() => order.push('moved in elsewhere'))
  await Promise.all([abolishing, moving, elsewhere])
  assert.deepEqual(order, ['locked', 'moved in elsewhere', 'abolished', 'moved in'])
})
