import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { readXlsx } from 'hucre'
import { exportContract, routes as peopleRoutes, registerPeople } from '#modules/people/index.ts'
import { foundUnit } from '#modules/units/index.ts'
import type { Client } from '#platform/client.ts'
import { type Office, office, PLACES, type Post } from '#test/office.ts'
import { listeners, routes } from '../index.ts'
import { contract, groupings, kinds } from './contract.ts'
import { makeLedgerJob } from './index.ts'

let o: Office
const units: Record<string, string> = {}

type Values = Parameters<typeof registerPeople>[1][number]['values']
type Person = { name: string; place?: string | null; unit?: string; values?: Values }

const people: Person[] = [
  {
    name: '单雄山',
    place: PLACES.guangchang,
    unit: '县水利局',
    values: { kind: 'lixiu', birthOn: '1931-05', rank: '132' },
  },
  {
    name: '王秀英',
    place: PLACES.guangchang,
    unit: '县一中',
    values: { gender: '2', birthOn: '1940', political: '01' },
  },
  { name: '李建国', place: PLACES.ruiheng, unit: '县一中', values: { political: '02', livingFlags: ['lives_alone'] } },
  {
    name: '赵桂兰',
    place: PLACES.xinyuan,
    unit: '县水利局',
    values: { gender: '2', birthOn: '1951-03-02', health: '31' },
  },
  { name: '孙文斌', place: PLACES.xingtong, unit: '县一中' },
  { name: '周德贵', place: PLACES.xinzhuang, values: { kind: null } },
  { name: '郑凤莲', place: null, unit: '水利站' },
  { name: '吴翠云', place: PLACES.guangchang, values: { kind: 'survivor', gender: '2' } },
  { name: '冯玉山', place: PLACES.guangchang, unit: '县一中', values: { kind: 'lixiu', diedOn: '2025-11' } },
]

before(async () => {
  o = await office({ rooms: [...routes, ...peopleRoutes], listeners })
  await o.act(async (ctx) => {
    for (const name of ['县水利局', '县一中']) units[name] = (await foundUnit(ctx, { name, kind: 'employer' })).id
    const parentId = units['县水利局'] ?? ''
    units['水利站'] = (await foundUnit(ctx, { name: '水利站', kind: 'employer', parentId })).id
    const drafts = people.map(({ name, place = null, unit, values }) => ({
      values: { kind: 'tuixiu', ...values, name },
      phones: [{ number: '16012345678', label: '本人' }],
      unitId: unit ? (units[unit] ?? null) : null,
      managingUnitId: null,
      placeCode: place,
      tags: [],
      source: '登记',
    }))
    await registerPeople(ctx, drafts)
  })
})
after(() => o.close())

const ledgerOf = async (post: Post = {}): Promise<Client<typeof contract>> => o.as(await o.hire(post)).call(contract)

test('the book holds every living cadre by street, with those not placed at the end', async () => {
  const book = await (await ledgerOf()).readPersonLedger()
  assert.equal(book.title.zh, '临邑县老干部信息台账')
  assert.equal(book.organisation, '中共临邑县委老干部局')
  assert.equal(book.asOf, '2026-03-02')
  assert.deepEqual(
    book.groups.map(({ key, name, totals }) => [key, name, totals.people]),
    [
      [PLACES.xingtong, '邢侗街道', 4],
      [PLACES.hengyuan, '恒源街道', 2],
      ['', '街道未登记', 1],
    ],
  )
  assert.deepEqual(book.totals, {
    people: 7,
    lixiu: 1,
    tuixiu: 5,
    other: 1,
    women: 2,
    members: 2,
    aged80: 2,
    livesAlone: 1,
  })
})

/** What the people list answers to a question, as a page would ask it. */
async function listed(token: string, question: Record<string, unknown>): Promise<number> {
  const asked = new URLSearchParams(
    Object.entries({ ...question, limit: 1 }).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
  const answer = await o.app.inject({ url: `/api/people?${asked.toString()}`, headers: { cookie: `sangyu=${token}` } })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().total
}

for (const groupBy of groupings)
  for (const kind of kinds)
    test(`every number of the book of ${kind} by ${groupBy} opens exactly its people`, async () => {
      const clerk = await o.hire()
      const book = await o.as(clerk).call(contract).readPersonLedger({ groupBy, kind })
      const groups = [{ totals: book.totals, where: [], name: 'all' }, ...book.groups]
      for (const { name, totals, where } of groups)
        for (const [key, conditions] of Object.entries(book.opens)) {
          const question = { ...book.question, where: [...book.question.where, ...where, ...conditions] }
          const expected = Object.entries(totals).find(([total]) => total === key)?.[1]
          assert.equal(await listed(clerk.token, question), expected, `${name} ${key}`)
        }
    })

test('a book of one street or one unit with those below it opens its people too', async () => {
  const clerk = await o.hire()
  const call = o.as(clerk).call(contract)
  for (const [cut, name, expected] of [
    [{ place: PLACES.xingtong, groupBy: 'community' as const }, '临邑县老干部信息台账（邢侗街道）', 4],
    [{ unit: units['县水利局'] ?? '', groupBy: 'unit' as const }, '临邑县老干部信息台账（县水利局）', 3],
  ] as const) {
    const book = await call.readPersonLedger(cut)
    assert.equal(book.title.zh, name)
    assert.equal(book.totals.people, expected)
    assert.equal(await listed(clerk.token, book.question), expected)
  }
})

test('a group’s entries come 离休 first, numbered through, and only as many as asked', async () => {
  const call = await ledgerOf()
  const first = await call.readPersonLedgerGroup({ key: PLACES.xingtong, limit: 2 })
  assert.equal(first.total, 4)
  assert.deepEqual(
    first.items.map(({ no, name }) => [no, name]),
    [
      [1, '单雄山'],
      [2, '王秀英'],
    ],
  )
  const rest = await call.readPersonLedgerGroup({ key: PLACES.xingtong, offset: 2 })
  assert.deepEqual(
    rest.items.map(({ no }) => no),
    [3, 4],
  )
  const [lixiu] = first.items
  assert.deepEqual([lixiu?.unit, lixiu?.community, lixiu?.age, lixiu?.rank], ['县水利局', '广场社区', 94, '132'])
})

test('a group that is not in the book has nobody', async () => {
  assert.deepEqual(await (await ledgerOf()).readPersonLedgerGroup({ key: PLACES.linyi }), { items: [], total: 0 })
})

test('a street worker’s book holds only the street’s people, and says so', async () => {
  const book = await (await ledgerOf({ role: 'street_staff', place: PLACES.hengyuan })).readPersonLedger()
  assert.equal(book.isWhole, false)
  assert.deepEqual(
    book.groups.map(({ name, totals }) => [name, totals.people]),
    [['恒源街道', 2]],
  )
})

test('a unit’s liaison has their own people, wherever they live', async () => {
  const call = await ledgerOf({ role: 'unit_liaison', unit: units['县一中'] ?? '' })
  const { items } = await call.readPersonLedgerGroup({ groupBy: 'none', key: '' })
  assert.deepEqual(items.map(({ name }) => name).sort(), ['李建国', '王秀英', '孙文斌'].sort())
})

test('a reader sees neither telephones nor health, on the screen or on paper', async () => {
  const call = await ledgerOf({ role: 'reader' })
  const { items } = await call.readPersonLedgerGroup({ key: PLACES.hengyuan })
  assert.deepEqual(
    items.map(({ name, phone, health }) => [name, phone, health]),
    [
      ['赵桂兰', '160****5678', null],
      ['周德贵', '160****5678', null],
    ],
  )
  const { bytes } = await call.printPersonLedger({ format: 'xlsx' })
  const text = JSON.stringify((await readXlsx(bytes)).sheets[0]?.rows)
  assert.ok(text.includes('160****5678') && !text.includes('16012345678') && !text.includes('心血管病'))
})

test('the Party is told to who may see it of each, in the entries, in the totals and on paper', async () => {
  const key = PLACES.xingtong
  const told: [Post, string | null, number | null][] = [
    [{}, '01', 2],
    [{ role: 'reader' }, null, null],
  ]
  for (const [post, political, members] of told) {
    const call = await ledgerOf(post)
    const { items } = await call.readPersonLedgerGroup({ key })
    assert.equal(items.find(({ name }) => name === '王秀英')?.political, political)
    assert.equal((await call.readPersonLedger()).totals.members, members)
    const { bytes } = await call.printPersonLedger({ format: 'xlsx' })
    const paper = JSON.stringify((await readXlsx(bytes)).sheets[0]?.rows)
    assert.equal(paper.includes('中共党员'), members !== null)
  }
})

test('a birthday in the book is a year, for everybody, on the screen and on paper', async () => {
  const call = await ledgerOf()
  const { items } = await call.readPersonLedgerGroup({ key: PLACES.hengyuan })
  assert.deepEqual([items[0]?.name, items[0]?.birthOn, items[0]?.age], ['赵桂兰', '1951', 75])
  const { bytes } = await call.printPersonLedger({ format: 'xlsx' })
  assert.ok(!JSON.stringify((await readXlsx(bytes)).sheets[0]?.rows).includes('1951-03'))
})

test('staff who care for people see health; telephones are cut in a list for everybody', async () => {
  const { items } = await (await ledgerOf()).readPersonLedgerGroup({ key: PLACES.hengyuan })
  assert.deepEqual([items[0]?.phone, items[0]?.health], ['160****5678', '31'])
})

for (const format of ['xlsx', 'pdf'] as const)
  test(`a printed ${format} is named after the book, and the act is audited without a name in it`, async () => {
    const call = await ledgerOf()
    const { name, bytes } = await call.printPersonLedger({ format, paper: 'A3' })
    assert.equal(name, `临邑县老干部信息台账-2026-03-02.${format}`)
    assert.equal(Buffer.from(bytes.slice(0, 2)).toString(), format === 'pdf' ? '%P' : 'PK')
    const audit = await o.act((ctx) =>
      ctx.db
        .selectFrom('audit_event')
        .select('detail')
        .where('action', '=', 'reports.print')
        .orderBy('seq', 'desc')
        .execute(),
    )
    const { people: ids, ...detail } = Object(audit[0]?.detail)
    assert.deepEqual(detail, { book: 'people', format, paper: 'A3', count: 7, groupBy: 'street', kind: 'all' })
    const all = await o.act((ctx) => ctx.db.selectFrom('person').select('id').execute())
    assert.ok(ids.length === 7 && ids.every((id: string) => all.some((one) => one.id === id)))
  })

for (const [what, cut] of [
  ['place', { place: '3714249990000000000' }],
  ['unit', { unit: '01980000-0000-7000-8000-00000000dead' }],
] as const)
  test(`a book of a ${what} that the county does not have is not found`, async () => {
    await assert.rejects((await ledgerOf()).readPersonLedger(cut), { status: 404, code: 'row.not_found' })
  })

test('a book of more than fifty people needs a second person, names who took it, and is made as they see it', async () => {
  const many = Array.from({ length: 51 }, (_, at) => ({
    values: { name: `群众${at}`, kind: 'tuixiu' },
    phones: [{ number: '16012345678', label: '本人' }],
    unitId: null,
    managingUnitId: null,
    placeCode: PLACES.linyi,
    tags: [],
    source: '登记',
  }))
  await o.act((ctx) => registerPeople(ctx, many))
  const street = await o.hire({ role: 'street_staff', place: PLACES.linyi, name: '钱勇' })
  const mine = o.as(street).call(contract)
  await assert.rejects(mine.printPersonLedger({ format: 'pdf' }), { code: 'people.approval_needed' })
  await assert.rejects(mine.requestPersonLedger({ format: 'xlsx' }), { code: 'people.purpose_needed' })
  const { id } = await mine.requestPersonLedger({ format: 'xlsx', purpose: '年终台账归档' })
  await o
    .as(await o.hire())
    .call(exportContract)
    .approveExport({ id })
  await o.deliver()
  await makeLedgerJob.run(o.house, { county: o.county, export: id, account: street.id })
  const { name, bytes } = await o.as(street).call(exportContract).fetchExport({ id })
  assert.match(name, /台账.*\.xlsx$/)
  const [sheet] = (await readXlsx(bytes)).sheets
  const text = JSON.stringify(sheet?.rows)
  assert.ok(text.includes('群众50') && !text.includes('单雄山') && !text.includes('16012345678'))
  for (const part of [sheet?.headerFooter?.oddHeader, sheet?.headerFooter?.oddFooter])
    assert.match(String(part), /钱勇 · .{4} · 2026-03-02 09:00/)
})

test('nobody reads or prints the book without signing in', async () => {
  const stranger = o.as().call(contract)
  await assert.rejects(stranger.readPersonLedger(), { status: 401 })
  await assert.rejects(stranger.readPersonLedgerGroup(), { status: 401 })
  await assert.rejects(stranger.printPersonLedger({ format: 'pdf' }), { status: 401 })
})
