import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { deliver } from '#platform/house/outbox.ts'
import { PLACES } from '#test/office/county.ts'
import { settle } from '#test/office/settle.ts'
import { office } from '#test/office.ts'
import { contract as reading } from '../contract.ts'
import { routes } from '../index.ts'
import { contract as sites } from '../sites/contract.ts'
import { contract } from './contract.ts'

const o = await office({ rooms: routes })
after(() => o.close())
const zhou = await o.hire({ name: '周敏' })
const desk = o.as(zhou).call(contract)
const shelf = o.as(zhou).call(reading)
const { guangchang, ruiheng, xingtong, hengyuan, xinyuan, county } = PLACES

const names = async (under: string) => (await shelf.listPlaces({ under })).items.map((one) => one.short)

test('grids, buildings and entrances are numbered in turn', async () => {
  const grid = await desk.addPlace({ under: guangchang, level: 'grid', name: '第一网格' })
  assert.equal(grid.code, '3714240010230100000')
  const building = await desk.addPlace({ under: grid.code, level: 'building', name: '3号楼', number: 3 })
  assert.equal(building.code, '3714240010230100300')
  const entrance = await desk.addPlace({ under: building.code, level: 'entrance', name: '1单元' })
  assert.equal(entrance.code, '3714240010230100301')
  const loose = await desk.addPlace({ under: guangchang, level: 'building', name: '老办公楼' })
  assert.equal(loose.code, '3714240010230000100', 'a building outside every grid')
  const place = await shelf.readPlace({ code: entrance.code })
  assert.deepEqual(
    place.ancestors.map((one) => one.short),
    ['临邑县', '邢侗街道', '广场社区', '第一网格', '3号楼'],
  )
  assert.deepEqual(
    place.events.map(({ kind, by, on }) => [kind, by, on]),
    [['added', '周敏', '2026-03-02']],
  )
})

test('streets and communities have the numbers of the national table', async () => {
  const community = { under: hengyuan, level: 'community', name: '新湖社区' } as const
  await assert.rejects(desk.addPlace(community), { code: 'places.number_needed' })
  assert.equal((await desk.addPlace({ ...community, number: 7 })).code, '3714240020070000000')
  const street = await desk.addPlace({ under: county, level: 'street', name: '高铁新区', number: 401 })
  assert.equal(street.code, '3714244010000000000')
})

test('a place is added only once, and a refused one leaves no trace', async () => {
  const grid = { under: ruiheng, level: 'grid', name: '第一网格' } as const
  await desk.addPlace(grid)
  const before = await names(ruiheng)
  const refused: [Parameters<typeof desk.addPlace>[0], string][] = [
    [grid, 'places.name_taken'],
    [{ ...grid, name: '第二网格', number: 1 }, 'places.number_taken'],
    [{ ...grid, name: '第二网格', number: 100 }, 'places.no_number_left'],
    [{ ...grid, level: 'entrance', name: '1单元' }, 'places.wrong_level'],
    [{ ...grid, level: 'community', name: '别的社区' }, 'places.wrong_level'],
    [{ ...grid, name: '第二网格', on: '2026-03-03' }, 'places.wrong_day'],
    [{ ...grid, under: '3714240010990000000' }, 'row.not_found'],
  ]
  for (const [place, code] of refused) await assert.rejects(desk.addPlace(place), { code })
  assert.deepEqual(await names(ruiheng), before)
})

test('many clerks adding grids at once get as many numbers', async () => {
  const under = xinyuan
  const many = Array.from({ length: 12 }, (_, index) => desk.addPlace({ under, level: 'grid', name: `网格${index}号` }))
  const codes = (await Promise.all(many)).map(({ code }) => Number(code.slice(12, 14))).sort((a, b) => a - b)
  assert.deepEqual(codes, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  const same = await Promise.allSettled([1, 2, 3].map(() => desk.addPlace({ under, level: 'grid', name: '同名网格' })))
  assert.equal(same.filter((one) => one.status === 'fulfilled').length, 1)
})

test('a renamed place keeps its old names and is found by them', async () => {
  await desk.renamePlace({ code: hengyuan, name: '恒源新街道办事处', short: '恒源新街道', on: '2026-01-01' })
  const place = await shelf.readPlace({ code: hengyuan })
  assert.deepEqual([place.name, place.short, place.formerNames], ['恒源新街道办事处', '恒源新街道', ['恒源街道']])
  const { items } = await shelf.listPlaces({ q: '恒源街道' })
  assert.deepEqual(
    items.map((one) => one.short),
    ['恒源新街道'],
  )
  const again = desk.renamePlace({ code: hengyuan, name: '恒源新街道办事处', short: '恒源新街道' })
  await assert.rejects(again, { code: 'places.already_named' })
  const taken = desk.renamePlace({ code: ruiheng, name: '广场社区' })
  await assert.rejects(taken, { code: 'places.name_taken' })
})

test('a place where people live is not abolished without a successor', async () => {
  const { code } = await desk.addPlace({ under: guangchang, level: 'grid', name: '有人网格' })
  await o.act((ctx) => settle(ctx, { place: code }))
  await o.act((ctx) => settle(ctx, { place: code, status: 'deceased' }))
  await assert.rejects(desk.abolishPlace({ code }), (refused: { code: string; words: { zh: string } }) => {
    assert.equal(refused.code, 'places.people_live_there')
    assert.match(refused.words.zh, /还住着 1 人/)
    return true
  })
  for (const successor of [code, `${code.slice(0, 14)}00100`])
    await assert.rejects(desk.abolishPlace({ code, successor }), { code: 'places.bad_successor' })
  await assert.rejects(desk.abolishPlace({ code, successor: '3714240010240900000' }), { status: 404 })
  assert.equal((await shelf.readPlace({ code })).abolishedOn, null)
})

test('an abolished community hands its grids, buildings and sites to its successor under new codes', async () => {
  const old = (await desk.addPlace({ under: xingtong, level: 'community', name: '旧城社区', number: 90 })).code
  const heir = (await desk.addPlace({ under: xingtong, level: 'community', name: '新城社区', number: 91 })).code
  const grid = (await desk.addPlace({ under: old, level: 'grid', name: '甲网格' })).code
  const building = (await desk.addPlace({ under: grid, level: 'building', name: '5号楼', number: 5 })).code
  await desk.addPlace({ under: old, level: 'building', name: '1号楼' })
  await desk.addPlace({ under: heir, level: 'building', name: '1号楼' })
  const site = await o.as(zhou).call(sites).addSite({ placeCode: building, kind: 'clinic', name: '旧城卫生站' })
  await o.act((ctx) => settle(ctx, { place: building }))

  o.clock.pass(1)
  assert.deepEqual(await desk.abolishPlace({ code: old, successor: heir }), { code: old, people: 1 })

  assert.deepEqual(await names(heir), ['1号楼', '旧城社区1号楼', '甲网格'])
  const moved = await shelf.readPlace({ code: building })
  assert.equal(moved.successor?.code, `${heir.slice(0, 12)}0100100`)
  assert.deepEqual([moved.abolishedOn, moved.events[0]?.kind], ['2026-03-02', 'moved'])
  assert.equal((await shelf.readPlace({ code: moved.successor?.code ?? '' })).short, '5号楼')
  const there = await o.as(zhou).call(sites).listSites({ under: heir })
  assert.deepEqual(
    there.items.map((one) => one.id),
    [site.id],
  )
  assert.ok(!(await names(xingtong)).includes('旧城社区'))
  assert.ok(
    (await shelf.listPlaces({ under: xingtong, abolished: true })).items.some((one) => one.short === '旧城社区'),
  )
  await assert.rejects(desk.abolishPlace({ code: old, successor: heir }), { code: 'places.is_abolished' })
  await assert.rejects(desk.addPlace({ under: old, level: 'grid', name: '乙网格' }), { code: 'places.is_abolished' })
  const history = await shelf.placeHistory({ code: old })
  assert.deepEqual([...new Set(history.items.map((one) => one.kind))].sort(), ['abolished', 'added', 'moved'])
  const { data } = await o.act((ctx) =>
    ctx.db.selectFrom('outbox').select('data').where('type', '=', 'places.abolished').executeTakeFirstOrThrow(),
  )
  assert.deepEqual(data, { code: old, successor: heir, on: '2026-03-02' })
  assert.ok((await deliver(o.house, o.county)) > 0)
})

test('a number once used is not used again', async () => {
  const first = await desk.addPlace({ under: ruiheng, level: 'grid', name: '临时网格' })
  await desk.abolishPlace({ code: first.code })
  const second = await desk.addPlace({ under: ruiheng, level: 'grid', name: '临时网格' })
  assert.notEqual(second.code, first.code)
})

test('a street is abolished only after its communities, the county never', async () => {
  await assert.rejects(desk.abolishPlace({ code: xingtong, successor: hengyuan }), { code: 'places.communities_below' })
  await assert.rejects(desk.abolishPlace({ code: county }), { code: 'places.county_stays' })
})

test('a place is put on the map', async () => {
  await desk.locatePlace({ code: guangchang, lon: 116.86, lat: 37.19 })
  const { lon, lat } = await shelf.readPlace({ code: guangchang })
  assert.deepEqual([lon, lat], [116.86, 37.19])
  await assert.rejects(desk.locatePlace({ code: guangchang, lon: 0, lat: 0 }), { status: 400 })
})

test('who may add places, and where', async () => {
  const street = await o.hire({ role: 'bureau_staff', place: xingtong })
  const table: [string, { token: string } | undefined, string, number][] = [
    ['nobody', undefined, guangchang, 401],
    ['a community worker', await o.hire({ role: 'community_worker', place: guangchang }), guangchang, 403],
    ['a leader', await o.hire({ role: 'reader' }), guangchang, 403],
    ['staff of the street, in it', street, guangchang, 200],
    ['staff of the street, in another', street, xinyuan, 403],
    [
      'staff of a unit',
      await o.hire({ role: 'bureau_staff', unit: '01980000-0000-7000-8000-000000371424' }),
      guangchang,
      403,
    ],
    ['staff of the bureau', zhou, xinyuan, 200],
  ]
  for (const [index, [who, worker, under, status]] of table.entries()) {
    const asked = o
      .as(worker)
      .call(contract)
      .addPlace({ under, level: 'grid', name: `表格${index}` })
    const got = await asked.then(
      () => 200,
      (refused: { status: number }) => refused.status,
    )
    assert.equal(got, status, who)
  }
  const { can } = await o.as(street).call(reading).readPlace({ code: xinyuan })
  assert.deepEqual(can, { add: [], change: false, abolish: false })
  const own = await o.as(street).call(reading).readPlace({ code: guangchang })
  assert.deepEqual(own.can, { add: ['grid', 'building'], change: true, abolish: true })
})
