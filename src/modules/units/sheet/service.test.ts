import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { writeXlsx } from 'hucre'
import { office } from '#test/office.ts'
import { findUnitByName, routes, unitDirectory } from '../index.ts'
import { contract } from './contract.ts'

const o = await office({ rooms: routes })
after(() => o.close())
const zhou = await o.hire()
const desk = o.as(zhou).call(contract)

const file = [
  {
    code: 'U001',
    name: '临邑县经信局',
    short: ['经信局', '县经信局'],
    former: ['经委'],
    nature: '机关',
    vertical: false,
    status: '在册',
    successor: null,
  },
  {
    code: 'U002',
    name: '临邑县化肥厂',
    short: ['化肥厂'],
    former: [],
    nature: '企业',
    vertical: false,
    status: '撤销',
    successor: '临邑县经信局',
  },
  {
    code: 'U003',
    name: '临邑县国税局',
    short: [],
    former: ['税务局'],
    nature: '机关',
    vertical: true,
    status: '在册',
    successor: null,
  },
  {
    code: 'U003',
    name: '临邑县地税局',
    short: [],
    former: [],
    nature: '机关',
    vertical: true,
    status: '在册',
    successor: null,
  },
  {
    code: 'U005',
    name: '临邑县酒厂',
    short: [],
    former: [],
    nature: '企业',
    vertical: false,
    status: '撤销',
    successor: '临邑县轻工局',
  },
]
const json = Buffer.from(JSON.stringify(file))

test('the preview is the plan, and nothing happens yet', async () => {
  const plan = await desk.importUnits({ bytes: json })
  assert.deepEqual(plan.counts, { new: 3, existing: 0, refused: 2 })
  assert.deepEqual(
    plan.rows.map(({ row, verdict, reasons }) => [row, verdict, reasons]),
    [
      [1, 'new', []],
      [2, 'new', []],
      [3, 'new', []],
      [4, 'refused', ['code_taken']],
      [5, 'refused', ['unknown_successor']],
    ],
  )
  assert.equal((await o.act(unitDirectory)).length, 1)
})

test('the file is carried out as planned, closed units with their successors', async () => {
  const done = await desk.importUnits({ bytes: json, preview: false })
  assert.deepEqual(done.counts, { new: 3, existing: 0, refused: 2 })
  const units = await o.act(unitDirectory)
  const known = units
    .filter((unit) => unit.code !== null)
    .map(({ id: _, ...unit }) => ({ ...unit, short: unit.short.sort() }))
  assert.deepEqual(
    known,
    file.slice(0, 3).map((unit) => ({ ...unit, short: [...unit.short].sort() })),
  )
  const [found] = await o.act((ctx) => findUnitByName(ctx, '县化肥厂'))
  assert.equal(found?.status, 'closed')
})

test('a second time the file changes nothing but adds what is new in it', async () => {
  const more = [{ ...file[0], short: ['经信局', '工信局'] }, file[1]]
  const again = await desk.importUnits({ bytes: Buffer.from(JSON.stringify(more)), preview: false })
  assert.deepEqual(
    again.rows.map(({ verdict, adds }) => [verdict, adds]),
    [
      ['existing', ['工信局']],
      ['existing', []],
    ],
  )
  assert.equal((await o.act((ctx) => findUnitByName(ctx, '工信局'))).length, 1)
  assert.equal((await o.act(unitDirectory)).length, 4)
})

test('a spreadsheet with the office’s own columns is read', async () => {
  const rows = [
    ['临邑县单位名册'],
    ['单位编号', '单位名称', '简称', '曾用名', '单位性质', '是否垂管', '类别', '统一社会信用代码'],
    ['A1', '临邑县人民医院', '县医院、人民医院', '', '事业单位', '否', '医疗机构', '91330100799655058B'],
    ['A2', '临邑县电信公司', '', '电信局', '企业', '√', '', ''],
    ['A3', '临邑县联通公司', '电信局', '', '国企', '', '', ''],
    ['A4', '临邑县移动公司', '', '', '企业', '', '', '91330100799655058C'],
    ['A5', '', '', '', '企业', '', '', ''],
    ['A6', '临邑县铁通公司', '电信局', '', '企业', '', '', ''],
  ]
  const bytes = await writeXlsx({ sheets: [{ name: '单位', rows }] })
  const plan = await desk.importUnits({ bytes, preview: false })
  assert.deepEqual(
    plan.rows.map(({ row, verdict, reasons }) => [row, verdict, reasons]),
    [
      [3, 'new', []],
      [4, 'new', []],
      [5, 'refused', ['bad_nature']],
      [6, 'refused', ['bad_credit_code']],
      [7, 'refused', ['no_name']],
      [8, 'new', ['name_shared']],
    ],
  )
  const hospital = (await o.act(unitDirectory)).find((one) => one.code === 'A1')
  assert.deepEqual([hospital?.nature, hospital?.short.length], ['事业', 2])
})

test('a file without unit names is refused in words', async () => {
  for (const bytes of [Buffer.from('姓名,电话\n王明,1'), Buffer.from('[1,2]'), Buffer.from('[{"name":')])
    await assert.rejects(desk.importUnits({ bytes }), { code: 'units.no_columns' })
})

test('only those who manage the whole county import units', async () => {
  const [unit] = await o.act((ctx) => findUnitByName(ctx, '经信局'))
  const officer = await o.hire({ role: 'bureau_staff', unit: unit?.id ?? '' })
  const table: [string, { token: string } | undefined, number][] = [
    ['nobody', undefined, 401],
    ['a leader', await o.hire({ role: 'reader' }), 403],
    ['staff of one unit', officer, 403],
    ['staff of the bureau', zhou, 200],
  ]
  for (const [who, worker, status] of table) {
    const got = await o
      .as(worker)
      .call(contract)
      .importUnits({ bytes: json })
      .then(
        () => 200,
        (refused: { status: number }) => refused.status,
      )
    assert.equal(got, status, who)
  }
})
