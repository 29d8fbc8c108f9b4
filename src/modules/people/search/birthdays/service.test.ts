import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { Refused } from '#platform/client.ts'
import { PLACES } from '#test/office/county.ts'
import { type Office, office, type Post, type Worker } from '#test/office.ts'
import { contract as recordContract } from '../../record/contract.ts'
import { recordRoutes, registerPeople } from '../../record/index.ts'
import { contract } from '../contract.ts'
import { routes } from '../routes.ts'

let o: Office
let staff: Worker
let reader: Worker

const people: [name: string, birthOn: string, placeCode: string, more?: object][] = [
  ['张建国', '1936-03-08', PLACES.guangchang],
  ['王秀兰', '1941-03-02', PLACES.xinyuan],
  ['李志强', '1946-03', PLACES.guangchang],
  ['刘桂英', '1944-03-08', PLACES.guangchang],
  ['赵德明', '1946-03-16', PLACES.guangchang],
  ['孙玉兰', '1931-03-05', PLACES.guangchang, { diedOn: '2025-11' }],
]
const party = {
  political: '01',
  partyJoinedOn: '1958-07-01',
  branchText: '水利局支部',
  duesMethod: '按月',
  isHomeStudy: true,
}

before(async () => {
  o = await office({ rooms: [routes, recordRoutes] })
  const drafts = people.map(([name, birthOn, placeCode, more]) => ({
    values: { name, birthOn, ...party, ...more },
    phones: [],
    unitId: null,
    managingUnitId: null,
    placeCode,
    tags: [],
    source: '登记',
  }))
  await o.act((ctx) => registerPeople(ctx, drafts))
  staff = await o.hire()
  reader = await o.hire({ role: 'reader' })
})
after(() => o.close())

const desk = (worker: Worker) => o.as(worker).call(contract)

test('of the next fourteen days only round birthdays with a known day are told, the nearest first', async () => {
  const { items, isShown } = await desk(staff).listBirthdays()
  assert.ok(isShown)
  assert.deepEqual(
    items.map(({ name, day, age, where }) => [name, day, age, where]),
    [
      ['王秀兰', '03-02', 85, '馨园社区'],
      ['张建国', '03-08', 90, '广场社区'],
    ],
  )
})

test('across the end of the year the birthdays of January come after those of December', async (t) => {
  const others = await office({ rooms: [routes, recordRoutes], at: '2026-12-28T01:00:00Z' })
  t.after(() => others.close())
  const around = [['一月', '1957-01-03'], ['十二月', '1946-12-30']] as const // biome-ignore format: one glance
  await others.act((ctx) =>
    registerPeople(
      ctx,
      around.map(([name, birthOn]) => ({ values: { name, birthOn }, phones: [], unitId: null, managingUnitId: null, placeCode: null, tags: [], source: '登记' })), // biome-ignore format: one glance
    ),
  )
  const { items } = await others
    .as(await others.hire())
    .call(contract)
    .listBirthdays()
  assert.deepEqual(
    items.map(({ name, age }) => [name, age]),
    [
      ['十二月', 80],
      ['一月', 70],
    ],
  )
})

const told: [Post, string[] | null][] = [
  [{ role: 'community_worker', place: PLACES.guangchang }, ['张建国']],
  [{ role: 'street_staff', place: PLACES.hengyuan }, ['王秀兰']],
  [{ role: 'reader' }, null],
]
for (const [post, names] of told)
  test(`birthdays are for who works with those people: ${post.role}`, async () => {
    const { items, isShown } = await desk(await o.hire(post)).listBirthdays()
    assert.deepEqual([isShown, items.map(({ name }) => name)], [names !== null, names ?? []])
  })

test('administrators and strangers are told none', async () => {
  const system = await o.hire({ role: 'system_administrator' })
  await assert.rejects(desk(system).listBirthdays(), { status: 403 })
  await assert.rejects(o.as().call(contract).listBirthdays(), { status: 401 })
})

test('who is congratulated was looked at, and the trail says so', async () => {
  const { items } = await desk(staff).listBirthdays()
  const [note] = await o.act(
    (ctx) =>
    ctx.db.selectFrom('audit_event').select('detail').where('action', '=', 'listBirthdays').orderBy('seq', 'desc').limit(1).execute(), // biome-ignore format: one glance
  )
  const { people: seen, shown } = Object(note?.detail)
  assert.deepEqual([seen.toSorted(), shown], [items.map(({ id }) => id).toSorted(), ['age', 'day']])
})

test('a list shows the year of birth, whoever reads; the record the day, to who works with the person', async () => {
  for (const [worker, onRecord] of [
    [staff, '1936-03-08'],
    [reader, '1936'],
  ] as const) {
    const { items } = await desk(worker).listPeople({ q: '张建国', columns: ['birthOn'] })
    assert.deepEqual(items[0]?.fields, { birthOn: '1936' })
    const record = await o
      .as(worker)
      .call(recordContract)
      .readPerson({ id: items[0]?.id ?? '' })
    assert.equal(record.sections.find(({ key }) => key === 'identity')?.values['birthOn'], onRecord)
  }
})

test('party life is seen by who sees illness and money, in the list and on the record', async () => {
  const columns = Object.keys(party)
  const liaison = await o.hire({ role: 'unit_liaison', place: PLACES.guangchang })
  for (const [worker, isSeen] of [
    [staff, true],
    [liaison, false],
    [reader, false],
  ] as const) {
    const expected = isSeen ? party : Object.fromEntries(columns.map((key) => [key, null]))
    const { items } = await desk(worker).listPeople({ q: '张建国', columns })
    assert.deepEqual(items[0]?.fields, expected)
    const record = await o
      .as(worker)
      .call(recordContract)
      .readPerson({ id: items[0]?.id ?? '' })
    const section = record.sections.find(({ key }) => key === 'party')?.values
    assert.deepEqual({ ...section, education: undefined }, { ...expected, education: undefined })
  }
})

const oracles: [
  what: string,
  where: { field: string; op: 'is' | 'in' | 'filled' | 'atLeast'; value?: string | string[] },
][] = [
  ['a day of birth', { field: 'birthOn', op: 'is', value: '1936-03-08' }],
  ['days of birth from one on', { field: 'birthOn', op: 'atLeast', value: '1936-03-08' }],
  ['a political status', { field: 'political', op: 'is', value: '01' }],
  ['a branch', { field: 'branchText', op: 'filled' }],
  ['whose joining date is missing', { field: 'missing', op: 'in', value: ['name', 'partyJoinedOn'] }],
]
for (const [what, where] of oracles)
  test(`a reader who may not see it cannot ask for ${what}, staff can`, async () => {
    const refused = await desk(reader)
      .listPeople({ where: [where] })
      .catch((thrown: unknown) => thrown)
    assert.ok(refused instanceof Refused && refused.code === 'people.bad_filter')
    await desk(staff).listPeople({ where: [where] })
  })

test('nor count by the Party, nor read from what is missing who is in it', async () => {
  await assert.rejects(desk(reader).countPeople({ by: 'political' }), { code: 'people.bad_filter' })
  const lacks = async (worker: Worker) => (await desk(worker).readQuality()).missing.map(({ field }) => field)
  const restricted = ['health', 'incomeCents']
  assert.deepEqual([(await lacks(staff)).filter((key) => restricted.includes(key)).toSorted(), (await lacks(reader)).filter((key) => restricted.includes(key))], [restricted, []]) // biome-ignore format: one glance
  const [first] = (await desk(reader).listPeople()).items
  const record = await o
    .as(reader)
    .call(recordContract)
    .readPerson({ id: first?.id ?? '' })
  assert.ok(record.missing.includes('phone') && !record.missing.includes('health'))
})
