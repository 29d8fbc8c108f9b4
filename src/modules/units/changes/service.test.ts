import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { BUREAU } from '#test/office/county.ts'
import { settle } from '#test/office/settle.ts'
import { office } from '#test/office.ts'
import { contract as reading } from '../contract.ts'
import { contract as facts } from '../facts/contract.ts'
import { findUnitByName, routes } from '../index.ts'
import { contract } from './contract.ts'

const o = await office({ rooms: routes })
after(() => o.close())
const zhou = await o.hire({ name: '周敏' })
const desk = o.as(zhou).call(contract)
const shelf = o.as(zhou).call(reading)

async function aUnit(name: string, more: { openedOn?: string; parentId?: string } = {}): Promise<string> {
  const { id } = await o
    .as(zhou)
    .call(facts)
    .foundUnit({ name, kind: 'employer', ...more })
  return id
}

/** A person's affiliations to units, oldest first: kind, unit, days, note. */
async function unitsOf(person: string) {
  const rows = await o.act((ctx) =>
    ctx.db
      .selectFrom('affiliation as a')
      .innerJoin('unit as u', (join) => join.onRef('u.county', '=', 'a.county').onRef('u.id', '=', 'a.unit_id'))
      .select(['a.kind', 'u.name', 'a.during', 'a.note'])
      .where('a.person_id', '=', person)
      .orderBy('a.kind')
      .orderBy('a.during')
      .execute(),
  )
  return rows.map((row) => [row.kind, row.name, row.during, row.note])
}

async function standing(person: string) {
  const columns = ['unit_id', 'managing_unit_id', 'unit_ids'] as const
  return o.act((ctx) => ctx.db.selectFrom('person').select(columns).where('id', '=', person).executeTakeFirstOrThrow())
}

test('people follow their merged units and their history stays', async () => {
  const [a, b, c] = [await aUnit('临邑县经贸局'), await aUnit('临邑县轻工局'), await aUnit('临邑县工信局')]
  const ofOne = await o.act((ctx) => settle(ctx, { unit: a }))
  const ofBoth = await o.act((ctx) => settle(ctx, { unit: a, managingUnit: b, since: '2010-01-01' }))
  const dead = await o.act((ctx) => settle(ctx, { unit: b, status: 'deceased' }))
  const stranger = await o.act((ctx) => settle(ctx, { unit: BUREAU }))

  assert.deepEqual(await desk.mergeUnits({ from: [a, b], into: c, on: '2026-03-01' }), { id: c, people: 3 })

  const note = '临邑县经贸局、临邑县轻工局并入临邑县工信局'
  assert.deepEqual(await unitsOf(ofOne), [
    ['original_unit', '临邑县经贸局', '[2001-05-01,2026-03-01)', note],
    ['original_unit', '临邑县工信局', '[2026-03-01,)', note],
  ])
  assert.deepEqual(await unitsOf(ofBoth), [
    ['managing_unit', '临邑县轻工局', '[2010-01-01,2026-03-01)', note],
    ['managing_unit', '临邑县工信局', '[2026-03-01,)', note],
    ['original_unit', '临邑县经贸局', '[2010-01-01,2026-03-01)', note],
    ['original_unit', '临邑县工信局', '[2026-03-01,)', note],
  ])
  for (const person of [ofOne, dead])
    assert.deepEqual(await standing(person), { unit_id: c, managing_unit_id: null, unit_ids: [c] })
  assert.deepEqual(await standing(ofBoth), { unit_id: c, managing_unit_id: c, unit_ids: [c] })
  assert.deepEqual((await standing(stranger)).unit_ids, [BUREAU])
  const told = await o.act((ctx) =>
    ctx.db.selectFrom('person_event').select(['kind', 'happened_on']).where('person_id', '=', ofBoth).execute(),
  )
  assert.deepEqual(told, [{ kind: 'unit_changed', happened_on: '2026-03-01' }])

  const closed = await shelf.readUnit({ id: a })
  assert.deepEqual([closed.status, closed.closedOn, closed.successor?.name], ['closed', '2026-03-01', '临邑县工信局'])
  const heir = await shelf.readUnit({ id: c })
  assert.equal(heir.people, 2, 'the dead are not counted among the living')
  assert.deepEqual(
    heir.predecessors.map((one) => one.name),
    ['临邑县经贸局', '临邑县轻工局'],
  )
  assert.deepEqual(
    (await o.act((ctx) => findUnitByName(ctx, '原县经贸局'))).map((one) => one.id),
    [a],
    'a roster’s old name still finds its unit',
  )
})

test('a merger happens only once and leaves no trace when refused', async () => {
  const [a, b, c] = [await aUnit('临邑县酒厂'), await aUnit('临邑县糖厂'), await aUnit('临邑县食品集团')]
  const person = await o.act((ctx) => settle(ctx, { unit: a }))
  await desk.mergeUnits({ from: [a], into: b })
  await assert.rejects(desk.mergeUnits({ from: [a], into: b }), { status: 409, code: 'units.is_closed' })
  const before = await unitsOf(person)
  await assert.rejects(desk.mergeUnits({ from: [b], into: b }), { code: 'units.same_unit' })
  await assert.rejects(desk.mergeUnits({ from: [b], into: a }), { code: 'units.is_closed' })
  await assert.rejects(desk.mergeUnits({ from: [b], into: zhou.id }), { status: 404 })
  await assert.rejects(desk.mergeUnits({ from: [b], into: c, on: '2026-03-03' }), { code: 'units.wrong_day' })
  assert.deepEqual(await unitsOf(person), before)
})

test('many mergers at once leave everybody with exactly one open unit that is not closed', async () => {
  const ids: string[] = []
  for (let number = 1; number <= 8; number++) ids.push(await aUnit(`第${number}棉纺厂`))
  const people = await Promise.all(ids.map((unit) => o.act((ctx) => settle(ctx, { unit }))))
  const next = (index: number) => ids[(index + 1) % ids.length] ?? ''
  const merged = await Promise.allSettled(
    ids.map((unit, index) => desk.mergeUnits({ from: [unit], into: next(index) })),
  )
  assert.equal(merged.filter((one) => one.status === 'fulfilled').length >= 1, true)
  const units = await shelf.listUnits({ q: '棉纺厂', status: 'all' })
  const open = new Set(units.items.filter((one) => one.status === 'open').map((one) => one.id))
  assert.ok(open.size >= 1)
  for (const person of people) {
    const { unit_id: unit, unit_ids: all } = await standing(person)
    assert.deepEqual(all, [unit])
    assert.ok(open.has(unit ?? ''), 'nobody stands at a closed unit')
    const today = (await unitsOf(person)).filter(([, , during]) => String(during).endsWith(',)'))
    assert.equal(today.length, 1)
  }
})

test('a unit with people is closed only into a successor', async () => {
  const [a, heir] = [await aUnit('临邑县百货公司'), await aUnit('临邑县商务局')]
  await o.act((ctx) => settle(ctx, { unit: a }))
  const person = await o.act((ctx) => settle(ctx, { managingUnit: a, status: 'deceased' }))
  await assert.rejects(desk.closeUnit({ id: a }), (refused: { code: string; words: { zh: string } }) => {
    assert.equal(refused.code, 'units.people_need_successor')
    assert.match(refused.words.zh, /还有 2 名人员/)
    return true
  })
  assert.equal((await shelf.readUnit({ id: a })).status, 'open')
  assert.deepEqual(await desk.closeUnit({ id: a, successor: heir }), { id: a, people: 2 })
  assert.equal((await standing(person)).managing_unit_id, heir)
  const empty = await aUnit('临邑县空壳公司')
  assert.deepEqual(await desk.closeUnit({ id: empty }), { id: empty, people: 0 })
  await assert.rejects(desk.closeUnit({ id: empty }), { code: 'units.is_closed' })
})

test('what somebody has at the successor already is not doubled, and a later beginning is never turned round', async () => {
  const [a, b] = [await aUnit('临邑县种子站'), await aUnit('临邑县农业局')]
  const both = await o.act((ctx) => settle(ctx, { unit: a }))
  const later = await o.act((ctx) => settle(ctx, { unit: a, since: '2026-02-20' }))
  await o.act(async (ctx) => {
    const row = { county: o.county, person_id: both, kind: 'original_unit', unit_id: b, during: '[2015-01-01,)' }
    await ctx.db
      .insertInto('affiliation')
      .values({ ...row, id: crypto.randomUUID(), added_at: ctx.now.toISOString() })
      .execute()
  })
  await desk.mergeUnits({ from: [a], into: b, on: '2026-02-01' })
  assert.deepEqual(
    (await unitsOf(both)).map(([, name, during]) => [name, during]),
    [
      ['临邑县种子站', '[2001-05-01,2026-02-01)'],
      ['临邑县农业局', '[2015-01-01,)'],
    ],
  )
  assert.deepEqual(
    (await unitsOf(later)).map(([, name, during]) => [name, during]),
    [['临邑县农业局', '[2026-02-20,)']],
  )
})

test('units below go to the successor, and a successor from below comes up first', async () => {
  const top = await aUnit('临邑县粮食局')
  const middle = await aUnit('临邑县粮食公司', { parentId: top })
  const low = await aUnit('临邑县面粉厂', { parentId: middle })
  await desk.mergeUnits({ from: [top], into: low })
  const [heir, child] = [await shelf.readUnit({ id: low }), await shelf.readUnit({ id: middle })]
  assert.deepEqual([heir.parent, child.parent?.name], [null, '临邑县面粉厂'])
})

test('a renamed unit keeps its old name with its days, also when it takes it up again', async () => {
  const id = await aUnit('临邑县计委', { openedOn: '1990-01-01' })
  const named = async () =>
    (await shelf.readUnit({ id })).names.map(({ kind, name, from, to }) => [kind, name, from, to])
  await desk.renameUnit({ id, version: 1, name: '临邑县计划局', short: '计划局', on: '2000-06-01' })
  assert.deepEqual(await named(), [
    ['name', '临邑县计划局', '2000-06-01', null],
    ['short', '计划局', '2000-06-01', null],
    ['former', '临邑县计委', '1990-01-01', '2000-06-01'],
  ])
  await assert.rejects(desk.renameUnit({ id, version: 1, name: '临邑县发改局' }), { code: 'units.changed_meanwhile' })
  await assert.rejects(desk.renameUnit({ id, version: 2, name: '临邑县计划局', short: '计划局' }), {
    code: 'units.already_named',
  })
  await assert.rejects(desk.renameUnit({ id, version: 2, name: '临邑县发改局', on: '1999-01-01' }), {
    code: 'units.wrong_day',
  })
  await assert.rejects(desk.renameUnit({ id, version: 2, name: '临邑县商务局' }), { code: 'units.name_taken' })
  await desk.renameUnit({ id, version: 2, name: '临邑县计委', on: '2003-01-01' })
  assert.deepEqual(
    (await named()).filter(([, name]) => name === '临邑县计委'),
    [
      ['name', '临邑县计委', '2003-01-01', null],
      ['former', '临邑县计委', '1990-01-01', '2000-06-01'],
    ],
  )
})

test('a closed unit is reopened without its people, and not while another bears its name', async () => {
  const [a, b] = [await aUnit('临邑县外贸公司'), await aUnit('临邑县供销社')]
  const person = await o.act((ctx) => settle(ctx, { unit: a }))
  await desk.closeUnit({ id: a, successor: b, on: '2026-03-01' })
  const namesake = await aUnit('临邑县外贸公司')
  await assert.rejects(desk.reopenUnit({ id: a }), { code: 'units.name_taken' })
  await desk.closeUnit({ id: namesake })
  await assert.rejects(desk.reopenUnit({ id: a, on: '2026-02-01' }), { code: 'units.wrong_day' })
  await desk.reopenUnit({ id: a })
  const unit = await shelf.readUnit({ id: a })
  assert.deepEqual([unit.status, unit.successor, unit.closedOn], ['open', null, null])
  assert.equal((await standing(person)).unit_id, b)
  await assert.rejects(desk.reopenUnit({ id: a }), { code: 'units.not_closed' })
})

test('a split gives the named people to the new unit and leaves the rest, or hands on everybody and ends', async () => {
  const a = await aUnit('临邑县文教局')
  const people = await Promise.all([1, 2, 3].map(() => o.act((ctx) => settle(ctx, { unit: a }))))
  const [first = '', second = '', third = ''] = people
  const culture = { unit: { name: '临邑县文化局', kind: 'employer' as const }, people: [first] }
  const stranger = { ...culture, people: [first, first] }
  await assert.rejects(desk.splitUnit({ id: a, version: 1, parts: [stranger] }), { code: 'units.not_its_people' })
  const { parts } = await desk.splitUnit({ id: a, version: 1, parts: [culture] })
  assert.deepEqual(
    parts.map((part) => part.people),
    [1],
  )
  assert.equal((await standing(first)).unit_id, parts[0]?.id)
  assert.equal((await standing(second)).unit_id, a)
  const school = { unit: { name: '临邑县教育局', kind: 'employer' as const }, people: [second] }
  const again = await desk.splitUnit({ id: a, version: 2, parts: [school], rest: 0 })
  assert.equal(again.parts[0]?.people, 2)
  assert.equal((await standing(third)).unit_id, again.parts[0]?.id)
  const old = await shelf.readUnit({ id: a })
  assert.deepEqual([old.status, old.successor?.name], ['closed', '临邑县教育局'])
})

test('who may merge units', async () => {
  const [a, b] = [await aUnit('临邑县纺织厂'), await aUnit('临邑县针织厂')]
  const table: [string, { token: string } | undefined, number][] = [
    ['nobody', undefined, 401],
    ['a community worker', await o.hire({ role: 'community_worker', place: '3714240010230000000' }), 403],
    ['a liaison of the unit', await o.hire({ role: 'unit_liaison', unit: a }), 403],
    ['a leader', await o.hire({ role: 'reader' }), 403],
    ['staff of one of the two', await o.hire({ role: 'bureau_staff', unit: a }), 403],
    ['staff of the bureau', zhou, 200],
  ]
  for (const [who, worker, status] of table) {
    const got = await o
      .as(worker)
      .call(contract)
      .mergeUnits({ from: [a], into: b })
      .then(
        () => 200,
        (refused: { status: number }) => refused.status,
      )
    assert.equal(got, status, who)
  }
})

test('staff of one branch merge its units, and nobody is lost between their grants', async () => {
  const top = await aUnit('临邑县交通局')
  const [a, b] = [await aUnit('临邑县公路站', { parentId: top }), await aUnit('临邑县公路局', { parentId: top })]
  const person = await o.act((ctx) => settle(ctx, { unit: a, place: '3714240010230000000' }))
  const officer = o.as(await o.hire({ role: 'bureau_staff', unit: top })).call(contract)
  assert.deepEqual(await officer.mergeUnits({ from: [a], into: b }), { id: b, people: 1 })
  assert.deepEqual((await standing(person)).unit_ids, [b])
  const part = { unit: { name: '临邑县公路二局', kind: 'employer' as const }, people: [person] }
  await assert.rejects(officer.splitUnit({ id: b, version: 2, parts: [part] }), { code: 'units.outside_area' })
})
