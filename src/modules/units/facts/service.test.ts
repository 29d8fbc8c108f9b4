import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { BUREAU, PLACES } from '#test/office/county.ts'
import { office } from '#test/office.ts'
import { contract as reading } from '../contract.ts'
import { routes } from '../index.ts'
import { contract } from './contract.ts'

const o = await office({ rooms: routes })
after(() => o.close())
const zhou = await o.hire({ name: '周敏' })
const desk = o.as(zhou).call(contract)
const shelf = o.as(zhou).call(reading)

test('a unit is founded with its spellings and found by any of them', async () => {
  const { id } = await desk.foundUnit({
    name: '临邑县水利局',
    short: '水利局',
    kind: 'employer',
    nature: 'organ',
    creditCode: ' 91330100799655058b ',
    code: 'U900',
    placeCode: PLACES.guangchang,
    formerNames: ['水电局'],
    aliases: ['县水务办'],
  })
  const unit = await shelf.readUnit({ id })
  assert.equal(unit.creditCode, '91330100799655058B')
  assert.equal(unit.place, '广场社区')
  assert.deepEqual(
    unit.names.map(({ kind, name }) => `${kind} ${name}`),
    ['name 临邑县水利局', 'short 水利局', 'alias 县水务办', 'former 水电局'],
  )
  assert.deepEqual(
    unit.events.map(({ kind, by }) => [kind, by]),
    [['founded', '周敏']],
  )
  for (const q of ['水利', '原县水电局', '水务办', 'U900', '91330100799655058B']) {
    const { items } = await shelf.listUnits({ q })
    assert.deepEqual([q, items.map((one) => one.name)], [q, ['临邑县水利局']])
  }
})

test('a unit is founded only once, and a refused one leaves no trace', async () => {
  const before = await shelf.listUnits({ status: 'all' })
  const again = desk.foundUnit({ name: '临邑县水利局', kind: 'employer' })
  await assert.rejects(again, { status: 409, code: 'units.name_taken' })
  const refused: [Parameters<typeof desk.foundUnit>[0], string][] = [
    [{ name: '甲单位', kind: 'employer', creditCode: '91330100799655058A' }, 'units.bad_credit_code'],
    [{ name: '甲单位', kind: 'employer', creditCode: '91330100799655058B' }, 'units.credit_code_taken'],
    [{ name: '甲单位', kind: 'employer', code: 'U900' }, 'units.code_taken'],
    [{ name: '甲单位', kind: 'employer', parentId: zhou.id }, 'units.bad_parent'],
    [{ name: '甲单位', kind: 'employer', placeCode: '3714240019990000000' }, 'units.no_such_place'],
  ]
  for (const [unit, code] of refused) await assert.rejects(desk.foundUnit(unit), { code })
  assert.equal((await shelf.listUnits({ status: 'all' })).total, before.total)
})

test('two clerks founding one unit at once found it once', async () => {
  const both = await Promise.allSettled([1, 2, 3].map(() => desk.foundUnit({ name: '临邑县气象局', kind: 'employer' })))
  assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected', 'rejected'])
  assert.equal((await shelf.listUnits({ q: '气象局' })).total, 1)
})

test('who may found and change units', async () => {
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const liaison = await o.hire({ role: 'unit_liaison', unit: BUREAU })
  const leader = await o.hire({ role: 'reader' })
  const officer = await o.hire({ role: 'bureau_staff', unit: BUREAU })
  const table: [string, { token: string } | undefined, number][] = [
    ['nobody', undefined, 401],
    ['a community worker', worker, 403],
    ['a liaison', liaison, 403],
    ['a leader', leader, 403],
    ['staff of one unit', officer, 403],
    ['staff of the bureau', zhou, 200],
  ]
  let number = 0
  for (const [who, worker_, status] of table) {
    number += 1
    const asked = o
      .as(worker_)
      .call(contract)
      .foundUnit({ name: `第${number}化工厂`, kind: 'employer' })
    const got = await asked.then(
      () => 200,
      (refused: { status: number }) => refused.status,
    )
    assert.equal(got, status, who)
  }
  const below = await o
    .as(officer)
    .call(contract)
    .foundUnit({ name: '老干部活动中心', kind: 'other', parentId: BUREAU })
  assert.ok(below.id, 'staff of one unit found units below it')
})

test('a change made meanwhile is told with who, when and what, and nothing is overwritten', async () => {
  const { id } = await desk.foundUnit({ name: '临邑县民政局', kind: 'employer' })
  const li = o.as(await o.hire({ name: '李强' })).call(contract)
  const facts = { kind: 'civil_affairs', address: '迎曦大街 1 号' } as const
  assert.deepEqual(await li.changeUnitFacts({ id, version: 1, ...facts }), { id, version: 2 })
  const late = desk.changeUnitFacts({ id, version: 1, kind: 'employer', level: '141' })
  await assert.rejects(late, (refused: { code: string; words: { zh: string } }) => {
    assert.equal(refused.code, 'units.changed_meanwhile')
    assert.match(refused.words.zh, /李强.*2026-03-02 09:00.*类别、地址/)
    return true
  })
  const unit = await shelf.readUnit({ id })
  assert.deepEqual([unit.kind, unit.address, unit.level], ['civil_affairs', '迎曦大街 1 号', null])
  assert.deepEqual(await desk.changeUnitFacts({ id, version: 2, ...facts }), { id, version: 2 }, 'nothing differs')
})

test('no unit lies below itself', async () => {
  const above = await desk.foundUnit({ name: '临邑县教育局', kind: 'employer' })
  const below = await desk.foundUnit({ name: '临邑第一中学', kind: 'school', parentId: above.id })
  const ring = desk.changeUnitFacts({ id: above.id, version: 1, kind: 'employer', parentId: below.id })
  await assert.rejects(ring, { code: 'units.bad_parent' })
  const { items } = await shelf.listUnits({ parentId: above.id })
  assert.deepEqual(
    items.map((one) => one.name),
    ['临邑第一中学'],
  )
  const { items: roots } = await shelf.listUnits({ top: true, q: '教育局' })
  assert.deepEqual(
    roots.map(({ name, hasChildren }) => [name, hasChildren]),
    [['临邑县教育局', true]],
  )
})
