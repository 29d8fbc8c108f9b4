import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { foundUnit } from '#modules/units/index.ts'
import { Refused } from '#platform/client.ts'
import { type Office, office, PLACES } from '#test/office.ts'
import { recordRoutes, registerPerson } from '../record/index.ts'
import { contract } from './contract.ts'
import { affiliationsRoutes } from './index.ts'

let o: Office
const units: Record<string, string> = {}

before(async () => {
  o = await office({ rooms: [affiliationsRoutes, recordRoutes] })
  for (const name of ['县水利局', '县经信局', '县老干部活动中心'])
    units[name] = (await o.act((ctx) => foundUnit(ctx, { name, kind: 'employer' }))).id
})
after(() => o.close())

type About = { unit?: string; place?: string; address?: string; diedOn?: string }

const enrol = ({ unit, place, address, diedOn }: About = {}) =>
  o.act(async (ctx) => {
    const values = { name: '高明远', ...(address ? { address } : {}), ...(diedOn ? { diedOn } : {}) }
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
const count = (table: 'affiliation' | 'person_event' | 'person_change', id: string) =>
  o.act(async (ctx) => (await ctx.db.selectFrom(table).select('id').where('person_id', '=', id).execute()).length)

test('a second unit is added beside the first, and only once', async () => {
  const call = await bureau()
  const id = await enrol({ unit: '县水利局' })
  const wanted = { id, kind: 'managing_unit' as const, unitId: units['县老干部活动中心'] ?? '', from: '2020-05-01' }
  await call.addAffiliation(wanted)
  await assert.rejects(call.addAffiliation(wanted), refusedWith('people.already_affiliated'))
  const { items } = await call.listAffiliations({ id })
  assert.deepEqual(
    items.map(({ kind, unitName, from, to, isCurrent }) => ({ kind, unitName, from, to, isCurrent })),
    [
      { kind: 'managing_unit', unitName: '县老干部活动中心', from: '2020-05-01', to: null, isCurrent: true },
      { kind: 'original_unit', unitName: '县水利局', from: null, to: null, isCurrent: true },
    ],
  )
  const row = await standing(id)
  assert.equal(row.unit_id, units['县水利局'])
  assert.equal(row.managing_unit_id, units['县老干部活动中心'])
  assert.deepEqual(new Set(row.unit_ids), new Set([units['县水利局'], units['县老干部活动中心']]))
})

test('the only original unit of a living cadre stays until another is added', async () => {
  const call = await bureau()
  const id = await enrol({ unit: '县水利局' })
  const [only] = (await call.listAffiliations({ id })).items
  assert.equal(only?.can.end, false)
  const ending = { id, affiliationId: only?.id ?? '', on: '2026-01-01', note: '单位合并' }
  const untouched = [await count('affiliation', id), await count('person_event', id), await count('person_change', id)]
  await assert.rejects(call.endAffiliation(ending), (error: unknown) => {
    assert.ok(refusedWith('people.last_custodian')(error) && error instanceof Refused)
    return error.words.zh.includes('只做加法、不做减法') && error.words.zh.includes('县水利局')
  })
  assert.deepEqual(
    [await count('affiliation', id), await count('person_event', id), await count('person_change', id)],
    untouched,
  )
  await call.addAffiliation({ id, kind: 'original_unit', unitId: units['县经信局'] ?? '', from: '2026-01-01' })
  await call.endAffiliation(ending)
  await assert.rejects(call.endAffiliation(ending), refusedWith('people.already_ended'))
  const row = await standing(id)
  assert.equal(row.unit_id, units['县经信局'])
  assert.deepEqual(row.unit_ids, [units['县经信局']])
  const ended = (await call.listAffiliations({ id })).items.find((item) => item.id === only?.id)
  assert.deepEqual([ended?.to, ended?.isCurrent, ended?.note], ['2025-12-31', false, '单位合并'])
})

test('the original unit of somebody who has died may end', async () => {
  const call = await bureau()
  const id = await enrol({ unit: '县水利局', diedOn: '2025-11-08' })
  const [only] = (await call.listAffiliations({ id })).items
  await call.endAffiliation({ id, affiliationId: only?.id ?? '', on: '2026-01-01', note: '丧事已办' })
  assert.deepEqual((await standing(id)).unit_ids, [])
})

test('an affiliation ends after it began, on a day that has come', async () => {
  const call = await bureau()
  const id = await enrol({ unit: '县水利局' })
  const add = { id, kind: 'other_unit' as const, unitId: units['县经信局'] ?? '' }
  await assert.rejects(call.addAffiliation({ ...add, from: '2026-03-03' }), refusedWith('people.wrong_day'))
  const { affiliationId } = await call.addAffiliation({ ...add, from: '2026-02-01' })
  const end = (on: string) => call.endAffiliation({ id, affiliationId, on, note: '登记有误' })
  await assert.rejects(end('2026-02-01'), refusedWith('people.ends_before_start'))
  await assert.rejects(end('2026-03-03'), refusedWith('people.wrong_day'))
  await assert.rejects(end('2026-02-30'), refusedWith('input.invalid'))
  await end('2026-02-02')
  await call.addAffiliation({ ...add, from: '2026-02-02' })
  await assert.rejects(
    call.endAffiliation({ id: await enrol(), affiliationId, on: '2026-03-01', note: '别人的' }),
    refusedWith('row.not_found'),
  )
})

test('nobody is given to a unit that is closed or unknown', async () => {
  const call = await bureau()
  const id = await enrol({ unit: '县水利局' })
  const closed = await o.act(async (ctx) => {
    const unit = await foundUnit(ctx, { name: '县供销社（原）', kind: 'employer' })
    const into = units['县经信局'] ?? null
    await ctx.db.updateTable('unit').set({ status: 'closed', successor_id: into }).where('id', '=', unit.id).execute()
    return unit.id
  })
  const add = (unitId: string) => call.addAffiliation({ id, kind: 'other_unit', unitId })
  await assert.rejects(add(closed), (error: unknown) => error instanceof Refused && error.words.zh.includes('县经信局'))
  await assert.rejects(add(closed), refusedWith('people.unit_is_closed'))
  await assert.rejects(add('01980000-0000-7000-8000-00000000dead'), refusedWith('people.no_such_unit'))
})

test('who may read and change affiliations', async () => {
  const id = await enrol({ unit: '县水利局', place: PLACES.guangchang })
  const hired = {
    bureau: await o.hire(),
    administrator: await o.hire({ role: 'security_administrator' }),
    here: await o.hire({ role: 'community_worker', place: PLACES.guangchang }),
    elsewhere: await o.hire({ role: 'community_worker', place: PLACES.xinyuan }),
    liaison: await o.hire({ role: 'unit_liaison', unit: units['县水利局'] ?? '' }),
    otherLiaison: await o.hire({ role: 'unit_liaison', unit: units['县经信局'] ?? '' }),
    reader: await o.hire({ role: 'reader' }),
  }
  const table: [keyof typeof hired | 'nobody', read: number, write: number][] = [
    ['nobody', 401, 401],
    ['elsewhere', 404, 404],
    ['otherLiaison', 404, 404],
    ['reader', 200, 403],
    ['here', 200, 200],
    ['liaison', 200, 200],
    ['bureau', 200, 200],
    ['administrator', 403, 403],
  ]
  const statusOf = (work: Promise<unknown>) =>
    work.then(
      () => 200,
      (error: unknown) => (error instanceof Refused ? error.status : 500),
    )
  for (const [at, [who, read, write]] of table.entries()) {
    const call = o.as(who === 'nobody' ? undefined : hired[who]).call(contract)
    const unitId = units['县老干部活动中心'] ?? ''
    const from = `2026-01-${String(at * 2 + 1).padStart(2, '0')}`
    assert.equal(await statusOf(call.listAffiliations({ id })), read, `${who} reads`)
    const added = call.addAffiliation({ id, kind: 'other_unit', unitId, from })
    assert.equal(await statusOf(added), write, `${who} adds`)
    const affiliationId = await added.then(
      (answer) => answer.affiliationId,
      () => '01980000-0000-7000-8000-00000000beef',
    )
    const on = `2026-01-${String(at * 2 + 2).padStart(2, '0')}`
    const ended = call.endAffiliation({ id, affiliationId, on, note: '试行结束' })
    assert.equal(await statusOf(ended), write, `${who} ends`)
    const moved = call.moveHome({ id, placeCode: PLACES.guangchang, address: `${at}号楼`, on })
    assert.equal(await statusOf(moved), write, `${who} moves`)
  }
  const [home] = (await o.as(hired.reader).call(contract).listAffiliations({ id })).items.filter((one) => one.address)
  assert.ok(!home?.address?.includes('号楼') || home.address.endsWith('…'), 'a reader sees no address whole')
})
