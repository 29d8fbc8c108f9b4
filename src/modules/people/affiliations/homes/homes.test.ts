import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { foundUnit } from '#modules/units/index.ts'
import { Refused } from '#platform/client.ts'
import { type Office, office, PLACES } from '#test/office.ts'
import { contract as recordContract } from '../../record/contract.ts'
import { recordRoutes, registerPerson } from '../../record/index.ts'
import { contract } from '../contract.ts'
import { affiliationsRoutes } from '../index.ts'

let o: Office
const units: Record<string, string> = {}

before(async () => {
  o = await office({ rooms: [affiliationsRoutes, recordRoutes] })
  for (const name of ['县水利局']) units[name] = (await o.act((ctx) => foundUnit(ctx, { name, kind: 'employer' }))).id
})
after(() => o.close())

type About = { unit?: string; place?: string; address?: string }

const enrol = ({ unit, place, address }: About = {}) =>
  o.act(async (ctx) => {
    const values = { name: '高明远', ...(address ? { address } : {}) }
    const around = { unitId: unit ? (units[unit] ?? null) : null, managingUnitId: null, placeCode: place ?? null }
    return (await registerPerson(ctx, { values, phones: [], tags: [], source: '登记', ...around })).id
  })

const bureau = async () => o.as(await o.hire()).call(contract)
const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.code === code
const standing = (id: string) =>
  o.act((ctx) =>
    ctx.db
      .selectFrom('person')
      .select(['unit_id', 'managing_unit_id', 'unit_ids', 'place_code', 'address', 'missing'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
const count = (id: string) =>
  o.act(
    async (ctx) => (await ctx.db.selectFrom('affiliation').select('id').where('person_id', '=', id).execute()).length,
  )
const told = (type: string) =>
  o.act(async (ctx) => {
    const rows = await ctx.db.selectFrom('outbox').select('data').where('type', '=', type).orderBy('id').execute()
    return rows.map((row) => row.data as Record<string, unknown>) // the column is jsonb; only objects are emitted
  })

test('a move ends the old home the day before, keeps the unit and is told once', async () => {
  const call = await bureau()
  const id = await enrol({ unit: '县水利局', place: PLACES.guangchang, address: '广场小区3号楼' })
  const move = { id, placeCode: PLACES.xinyuan, address: '馨园小区5号楼', on: '2026-02-10' }
  await call.moveHome(move)
  await assert.rejects(call.moveHome(move), refusedWith('people.home_overlaps'))
  const homes = (await call.listAffiliations({ id })).items.filter((item) => item.kind === 'home')
  assert.deepEqual(
    homes.map(({ placeName, from, to, address }) => ({ placeName, from, to, address })),
    [
      { placeName: '恒源街道馨园社区', from: '2026-02-10', to: null, address: '馨园小区5号楼' },
      { placeName: '邢侗街道广场社区', from: null, to: '2026-02-09', address: '广场小区3号楼' },
    ],
  )
  const row = await standing(id)
  assert.deepEqual([row.place_code, row.address, row.unit_id], [PLACES.xinyuan, '馨园小区5号楼', units['县水利局']])
  const moves = (await told('people.moved')).filter((data) => data.id === id)
  assert.deepEqual(moves, [{ id, from: PLACES.guangchang, to: PLACES.xinyuan }])
  const timeline = await o
    .as(await o.hire())
    .call(recordContract)
    .readTimeline({ id })
  const line = timeline.items.find((item) => item.kind === 'moved_home')
  assert.equal(line?.happenedOn, '2026-02-10')
  assert.ok(line?.zh.includes('邢侗街道广场社区 → 恒源街道馨园社区'))
})

test('a move remembered late takes its place in the past and changes nothing of today', async () => {
  const call = await bureau()
  const id = await enrol({ place: PLACES.guangchang })
  await call.moveHome({ id, placeCode: PLACES.xinyuan, on: '2024-05-01' })
  await call.moveHome({ id, placeCode: PLACES.ruiheng, address: '瑞恒小区', on: '2022-01-01' })
  const homes = (await call.listAffiliations({ id })).items.filter((item) => item.kind === 'home')
  assert.deepEqual(
    homes.map(({ placeCode, from, to }) => [placeCode, from, to]),
    [
      [PLACES.xinyuan, '2024-05-01', null],
      [PLACES.ruiheng, '2022-01-01', '2024-04-30'],
      [PLACES.guangchang, null, '2021-12-31'],
    ],
  )
  const row = await standing(id)
  assert.deepEqual([row.place_code, row.address], [PLACES.xinyuan, null])
  assert.equal((await told('people.moved')).filter((data) => data.id === id).length, 1)
})

test('a place told later completes an address that was known without one', async () => {
  const call = await bureau()
  const id = await enrol({ address: '广场小区3号楼' })
  assert.ok((await standing(id)).missing.includes('placeCode'))
  await call.moveHome({ id, placeCode: PLACES.guangchang, on: '2026-01-05' })
  const row = await standing(id)
  assert.deepEqual([row.address, row.missing.includes('placeCode')], ['广场小区3号楼', false])
  await assert.rejects(
    call.moveHome({ id, placeCode: PLACES.guangchang, on: '2026-02-05' }),
    refusedWith('people.same_home'),
  )
})

test('a home that ends leaves the person without a place', async () => {
  const call = await bureau()
  const id = await enrol({ unit: '县水利局', place: PLACES.guangchang })
  const home = (await call.listAffiliations({ id })).items.find((item) => item.kind === 'home')
  await call.endAffiliation({ id, affiliationId: home?.id ?? '', on: '2026-02-01', note: '去向不明' })
  const row = await standing(id)
  assert.deepEqual([row.place_code, row.unit_id], [null, units['县水利局']])
  assert.ok(row.missing.includes('placeCode'))
  await call.moveHome({ id, placeCode: PLACES.xinyuan, on: '2026-02-20' })
  assert.equal((await standing(id)).place_code, PLACES.xinyuan)
})

test('nobody moves to a place that is abolished, unknown or no place at all, or tomorrow', async () => {
  const call = await bureau()
  const id = await enrol({ place: PLACES.guangchang })
  const known = await count(id)
  const gone = '3714240010990000000'
  await o.act((ctx) =>
    ctx.db
      .insertInto('place')
      .values({
        county: o.county,
        code: gone,
        level: 'community',
        name: '老街居委会',
        short: '老街',
        valid_to: '2020-01-01',
      })
      .execute(),
  )
  const move = (placeCode: string, on = '2026-01-05') => call.moveHome({ id, placeCode, on })
  await assert.rejects(move(gone), refusedWith('people.place_is_abolished'))
  await assert.rejects(move('3714240010980000000'), refusedWith('people.no_such_place'))
  await assert.rejects(move('9999999999999999999'), refusedWith('input.invalid'))
  await assert.rejects(move(PLACES.xinyuan, '2026-03-03'), refusedWith('people.wrong_day'))
  await assert.rejects(move(PLACES.xinyuan, '0000-01-01'), refusedWith('people.wrong_day'))
  assert.equal(await count(id), known)
})

test('a community worker may let people go to another community, and then no longer finds them', async () => {
  const id = await enrol({ unit: '县水利局', place: PLACES.guangchang })
  const worker = o.as(await o.hire({ role: 'community_worker', place: PLACES.guangchang })).call(contract)
  await worker.moveHome({ id, placeCode: PLACES.xinyuan, on: '2026-02-10' })
  await assert.rejects(worker.listAffiliations({ id }), refusedWith('row.not_found'))
  assert.deepEqual((await standing(id)).place_code, PLACES.xinyuan)
})

test('twenty people recording a move of one person at once: one home begins, the others are told', async () => {
  const id = await enrol({ place: PLACES.guangchang })
  const call = await bureau()
  const places = [PLACES.xinyuan, PLACES.ruiheng]
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, (_, at) =>
      call.moveHome({ id, placeCode: places[at % 2] ?? '', address: `${at}号`, on: '2026-02-10' }),
    ),
  )
  assert.equal(answers.filter((answer) => answer.status === 'fulfilled').length, 1)
  for (const answer of answers)
    if (answer.status === 'rejected')
      assert.ok(refusedWith('people.home_overlaps')(answer.reason), String(answer.reason))
  const homes = (await call.listAffiliations({ id })).items.filter((item) => item.kind === 'home')
  assert.equal(homes.length, 2)
  assert.equal(homes.filter((home) => home.isCurrent).length, 1)
})
