import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { BUREAU, PLACES } from '#test/office/county.ts'
import { office } from '#test/office.ts'
import { listeners, routes } from '../index.ts'
import { contract } from './contract.ts'

const o = await office({ rooms: routes })
after(() => o.close())
const zhou = await o.hire()
const desk = o.as(zhou).call(contract)
const { guangchang, ruiheng, xingtong, xinyuan } = PLACES
const clinic = { placeCode: guangchang, kind: 'clinic', name: '广场卫生站', lon: 116.86, lat: 37.19 } as const

test('a site is registered where it stands and found by name, kind and place', async () => {
  const { id } = await desk.addSite({ ...clinic, unitId: BUREAU, isShared: true, opens: '周一至周五 8:00–17:00' })
  const { items } = await desk.listSites({ under: xingtong, kind: 'clinic', q: '卫生站' })
  assert.partialDeepStrictEqual(items, [
    { id, place: '广场社区', unit: '中共临邑县委老干部局', isShared: true, can: { change: true } },
  ])
  assert.equal((await desk.listSites({ under: xinyuan })).total, 0)
  assert.equal((await desk.listSites({ kind: 'canteen' })).total, 0)
})

test('a site is registered only once, and a refused one leaves no trace', async () => {
  const refused: [Parameters<typeof desk.addSite>[0], string][] = [
    [clinic, 'places.site_exists'],
    [{ ...clinic, name: '甲', lat: null }, 'places.half_located'],
    [{ ...clinic, name: '甲', unitId: zhou.id }, 'places.no_such_unit'],
    [{ ...clinic, name: '甲', placeCode: '3714240990000000000' }, 'row.not_found'],
  ]
  for (const [site, code] of refused) await assert.rejects(desk.addSite(site), { code })
  const at = { ...clinic, name: '同时登记' }
  const both = await Promise.allSettled([1, 2, 3].map(() => desk.addSite(at)))
  assert.equal(both.filter((one) => one.status === 'fulfilled').length, 1)
  assert.equal((await desk.listSites({})).total, 2)
})

test('a site moves, and once closed it is history', async () => {
  const { id } = await desk.addSite({ placeCode: guangchang, kind: 'shop', name: '便民超市' })
  await desk.changeSite({ id, placeCode: ruiheng, kind: 'shop', name: '便民超市', phone: '0534-4230000' })
  const [moved] = (await desk.listSites({ kind: 'shop' })).items
  assert.deepEqual([moved?.place, moved?.phone], ['瑞恒社区', '0534-4230000'])
  await assert.rejects(desk.closeSite({ id, on: '2026-03-03' }), { code: 'places.wrong_day' })
  await desk.closeSite({ id })
  await assert.rejects(desk.closeSite({ id }), { code: 'places.site_closed' })
  await assert.rejects(desk.changeSite({ id, placeCode: ruiheng, kind: 'shop', name: '新超市' }), {
    code: 'places.site_closed',
  })
  assert.equal((await desk.listSites({ kind: 'shop' })).total, 0)
  const [closed] = (await desk.listSites({ kind: 'shop', closed: true })).items
  assert.deepEqual([closed?.closedOn, closed?.can.change], ['2026-03-02', false])
})

test('who may register sites, and where', async () => {
  const street = await o.hire({ role: 'bureau_staff', place: xingtong })
  const table: [string, { token: string } | undefined, string, number][] = [
    ['nobody', undefined, guangchang, 401],
    ['a community worker', await o.hire({ role: 'community_worker', place: guangchang }), guangchang, 403],
    ['staff of the street, in it', street, guangchang, 200],
    ['staff of the street, in another', street, xinyuan, 403],
    ['staff of the bureau', zhou, xinyuan, 200],
  ]
  for (const [index, [who, worker, placeCode, status]] of table.entries()) {
    const asked = o
      .as(worker)
      .call(contract)
      .addSite({ placeCode, kind: 'other', name: `场所${index}` })
    const got = await asked.then(
      () => 200,
      (refused: { status: number }) => refused.status,
    )
    assert.equal(got, status, who)
  }
  const elsewhere = (await desk.listSites({ under: xinyuan })).items[0]?.id ?? ''
  await assert.rejects(o.as(street).call(contract).closeSite({ id: elsewhere }), { code: 'places.outside_area' })
})

test('a site of a merged unit belongs to the unit that took over', async () => {
  const heir = '01980000-0000-7000-8000-000000000001'
  await o.act(async (ctx) => {
    await ctx.db
      .insertInto('unit')
      .values({ county: o.county, id: heir, name: '临邑县委组织部', kind: 'organisation_department' })
      .execute()
    const data = { from: [BUREAU], into: heir, on: '2026-03-01' }
    for (const listener of listeners) await listener.hear(ctx, { id: heir, type: 'units.succeeded', data })
  })
  const { items } = await desk.listSites({ q: '广场卫生站' })
  assert.deepEqual(
    items.map((one) => one.unit),
    ['临邑县委组织部'],
  )
})
