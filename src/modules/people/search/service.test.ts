import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { foundUnit } from '#modules/units/index.ts'
import { Refused } from '#platform/client.ts'
import { PLACES } from '#test/office/county.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { contract as recordContract } from '../record/contract.ts'
import { recordRoutes } from '../record/index.ts'
import { contract } from './contract.ts'
import { routes } from './routes.ts'

let o: Office
let staff: Worker
let unitId: string
const ids: Record<string, string> = {}

before(async () => {
  o = await office({ rooms: [routes, recordRoutes] })
  staff = await o.hire()
  await o.act((ctx) =>
    ctx.db
      .updateTable('county')
      .set({ settings: JSON.stringify({ areaCode: '0534' }) })
      .execute(),
  )
  const unit = await o.act((ctx) => foundUnit(ctx, { name: '临邑县老干部休养所', kind: 'employer' }))
  unitId = unit.id
  const people = o.as(staff).call(recordContract)
  const register = async (values: Parameters<typeof people.registerPerson>[0]['values'], more: object = {}) => {
    ids[String(values.name)] = (await people.registerPerson({ values, ...more })).id
  }
  await register(
    { name: '王秀英', birthOn: '1931-05-02', gender: '2', kind: 'lixiu', idNumber: '371424193105020026' },
    { placeCode: PLACES.guangchang, unitId },
  )
  await register(
    { name: '李国强', birthOn: '1946', gender: '1', kind: 'tuixiu', formerName: '李狗蛋', political: '01' },
    { placeCode: PLACES.xinyuan, phones: [{ number: '0534-4231234', label: '住宅' }] },
  )
  await register(
    { name: '单雄信', birthOn: '1950-11', kind: 'tuixiu', livingFlags: ['lives_alone'] },
    { placeCode: PLACES.ruiheng, phones: [{ number: '13912345678', label: '本人' }] },
  )
  await register({ name: '=cmd()', kind: 'tuixiu' })
})
after(() => o.close())

const desk = (worker = staff) => o.as(worker).call(contract)
type Asked = NonNullable<Parameters<ReturnType<typeof desk>['listPeople']>[0]>
const found = async (asked: Asked, worker = staff) =>
  (await desk(worker).listPeople(asked)).items.map((item) => item.name)

for (const [question, expected] of [
  ['王秀英', ['王秀英']],
  ['秀英', ['王秀英']],
  ['李狗蛋', ['李国强']],
  ['sxx', ['单雄信']],
  ['liguoqiang', ['李国强']],
  ['13912345678', ['单雄信']],
  ['4231234', ['李国强']],
  ['0534-4231234', ['李国强']],
  ['老干部休养所', ['王秀英']],
  ['馨园', ['李国强']],
  ['邢侗街道', ['王秀英', '单雄信']],
  ['不存在的人', []],
] as const)
  test(`the one box answers ${question}`, async () => assert.deepEqual(await found({ q: question }), expected))

test('a whole identity number finds its bearer, a part of it finds nobody', async () => {
  const valid = (
    await o
      .as(staff)
      .call(recordContract)
      .readPerson({ id: ids['王秀英'] ?? '' })
  ).idStatus
  assert.equal(valid === 'valid' ? (await found({ q: '371424193105020026' })).length : 1, 1)
  assert.deepEqual(await found({ q: '19380405' }), [])
})

for (const [what, where, expected] of [
  [
    'aged eighty and over, a year alone from its first day',
    [{ field: 'age', op: 'atLeast', value: 80 }],
    ['王秀英', '李国强'],
  ],
  ['aged 75 to 79', [{ field: 'age', op: 'between', value: [75, 79] }], ['单雄信']],
  ['born by 1946, every day of it', [{ field: 'birthOn', op: 'atMost', value: '1946' }], ['王秀英', '李国强']],
  ['without a telephone', [{ field: 'phone', op: 'empty' }], ['王秀英', '=cmd()']],
  ['with no birth date', [{ field: 'birthOn', op: 'empty' }], ['=cmd()']],
  ['living alone', [{ field: 'livingFlags', op: 'in', value: ['lives_alone'] }], ['单雄信']],
  [
    'not Party members, unknown ones among them',
    [{ field: 'political', op: 'not', value: '01' }],
    ['王秀英', '单雄信', '=cmd()'],
  ],
  [
    'in two communities',
    [{ field: 'place', op: 'under', value: [PLACES.guangchang, PLACES.xinyuan] }],
    ['王秀英', '李国强'],
  ],
  ['with birth known to the month', [{ field: 'precision', op: 'is', value: 'month' }], ['单雄信']],
  [
    'lixiu with a woman’s code',
    [
      { field: 'kind', op: 'is', value: 'lixiu' },
      { field: 'gender', op: 'in', value: ['2'] },
    ],
    ['王秀英'],
  ],
] as const)
  test(`the advanced filter finds people ${what}`, async () => {
    const conditions = where.map((one) => ({ value: null, ...one }))
    assert.deepEqual(await found({ where: structuredClone(conditions) as NonNullable<Asked['where']> }), expected) // a readonly table, copied
  })

test('a condition that makes no sense is refused in words', async () => {
  const error = await desk()
    .listPeople({ where: [{ field: 'idNumber', op: 'contains', value: '37' }] })
    .catch((thrown: unknown) => thrown)
  assert.ok(error instanceof Refused && error.code === 'people.bad_filter')
})

test('the count is always that of the whole answer, and a page holds its share', async () => {
  const first = await desk().listPeople({ limit: 2 })
  const second = await desk().listPeople({ limit: 2, offset: 2 })
  const beyond = await desk().listPeople({ limit: 2, offset: 10 })
  assert.deepEqual([first.total, second.total, beyond.total], [4, 4, 4])
  assert.equal(new Set([...first.items, ...second.items].map((item) => item.id)).size, 4)
})

test('a list carries chosen columns, and masks what the reader may not see', async () => {
  const { items } = await desk().listPeople({ q: '单雄信', columns: ['kind', 'idNumber', 'livingFlags'] })
  assert.deepEqual(items[0]?.fields, { kind: 'tuixiu', idNumber: null, livingFlags: ['lives_alone'] })
  const reader = await o.hire({ role: 'reader' })
  assert.equal((await desk(reader).listPeople({ q: '单雄信' })).items[0]?.phone, '139****5678')
})

test('a community worker finds only those who live there, a liaison only the unit’s own wherever they live', async () => {
  const worker = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const liaison = await o.hire({ role: 'unit_liaison', unit: unitId })
  assert.deepEqual(await found({}, worker), ['王秀英'])
  assert.deepEqual(await found({}, liaison), ['王秀英'])
  assert.deepEqual(await found({ q: '李国强' }, worker), [])
})

test('counts by an axis add up to the list', async () => {
  const byStreet = await desk().countPeople({ by: 'street' })
  assert.equal(byStreet.total, 4)
  assert.deepEqual(
    new Map(byStreet.items.map((item) => [item.name, item.count])),
    new Map([
      ['邢侗街道', 2],
      ['恒源街道', 1],
      ['—', 1],
    ]),
  )
  const bands = await desk().countPeople({ by: 'ageBand' })
  assert.deepEqual(
    bands.items.map((item) => [item.key, item.count]),
    [
      ['70', 1],
      ['80', 1],
      ['90', 1],
      [null, 1],
    ],
  )
})

test('fifty people come with a tag', async () => {
  for (let at = 0; at < 50; at++)
    await o
      .as(staff)
      .call(recordContract)
      .registerPerson({ values: { name: `群众${at}` }, tags: ['批量'] })
})

test('tags are added and removed in bulk, with history', async () => {
  const question = { where: [{ field: 'tag', op: 'in' as const, value: ['批量'] }] }
  assert.equal((await desk().tagPeople({ selection: { question }, add: ['重点'] })).changed, 50)
  assert.equal((await desk().tagPeople({ selection: { question }, add: ['重点'] })).changed, 0)
  assert.deepEqual(
    (await desk().listTags()).items.map((item) => item.count),
    [50, 50],
  )
})

test('a saved view is kept under its name, shared with colleagues, removed only by its owner', async () => {
  const { id } = await desk().saveView({
    name: '高龄独居',
    isShared: true,
    isDefault: true,
    definition: { search: 'age=80', columns: ['kind'] },
  })
  const colleague = await o.hire()
  assert.deepEqual(
    (await desk(colleague).listViews()).items.map((view) => [view.name, view.isMine, view.isDefault]),
    [['高龄独居', false, false]],
  )
  const refused = await desk(colleague)
    .removeView({ id })
    .catch((thrown: unknown) => thrown)
  assert.ok(refused instanceof Refused && refused.code === 'people.not_your_view')
  await desk().removeView({ id })
  assert.equal((await desk().listViews()).items.length, 0)
})

test('the quality page counts what the list can show', async () => {
  const quality = await desk().readQuality()
  const noHome = await desk().listPeople({ where: [{ field: 'place', op: 'empty' }] })
  assert.equal(quality.noHome, noHome.total)
  assert.equal(quality.total, (await desk().listPeople()).total)
})

test('nobody narrows a list by what they may not see', async () => {
  const liaison = await o.hire({ role: 'unit_liaison', unit: unitId })
  const asking = desk(liaison).listPeople({ where: [{ field: 'health', op: 'is', value: '30' }] })
  const refused = await asking.catch((thrown: unknown) => thrown)
  assert.ok(refused instanceof Refused && refused.code === 'people.bad_filter')
})
