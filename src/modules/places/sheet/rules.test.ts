import assert from 'node:assert/strict'
import test from 'node:test'
import { numberSaid, planSheet, readColumns, type WrittenRow } from './rules.ts'

const table = (...rows: string[][]) => rows.map((cells, index) => ({ row: index + 1, cells }))

test('the header is found below titles, in any order of columns', () => {
  const rows = readColumns(
    table(['网格登记表'], ['楼栋', '所属社区', '单元号', '网格名称'], ['3 号楼', '广场社区', '２单元', '第一网格']),
  )
  assert.deepEqual(rows, [
    { row: 3, street: '', community: '广场社区', grid: '第一网格', building: '3号楼', entrance: '2单元' },
  ])
  for (const none of [[], table(['姓名', '电话']), table(['社区', '姓名'])]) assert.equal(readColumns(none), undefined)
})

test('a plain name says its number', () => {
  const said: [string, number | undefined][] = [
    ['3号楼', 3],
    ['3', 3],
    ['第3网格', 3],
    ['第三网格', 3],
    ['十栋', 10],
    ['十二号楼', 12],
    ['二十一单元', 21],
    ['二十幢', 20],
    ['老办公楼', undefined],
    ['A3栋', undefined],
    ['3号楼西', undefined],
  ]
  for (const [name, number] of said) assert.equal(numberSaid(name), number, name)
})

const G = '3714240010230000000'
const community = (code: string, short: string, more: { street?: string; isManaged?: boolean } = {}) => ({
  code,
  short,
  name: `${short}居民委员会`,
  street: [more.street ?? '邢侗街道'],
  isManaged: more.isManaged ?? true,
})
const communities = [
  community(G, '广场社区'),
  community('3714240010240000000', '新村'),
  community('3714241000010000000', '新村', { street: '临邑镇' }),
  community('3714240020010000000', '外社区', { isManaged: false }),
]
const aRow = (cells: Partial<WrittenRow>): WrittenRow => ({
  row: 1,
  street: '',
  community: '广场社区',
  grid: '',
  building: '',
  entrance: '',
  ...cells,
})
const known = {
  communities,
  below: [{ code: `${G.slice(0, 12)}0100000`, parent: G, level: 'grid', name: '第一网格', short: '第一网格' } as const],
  usedCodes: new Set([`${G.slice(0, 12)}0100000`]),
}

const plans: [what: string, rows: Partial<WrittenRow>[], verdicts: string[]][] = [
  ['a new grid', [{ grid: '第二网格' }], ['new 0200000 第二网格']],
  [
    'a grid that stands, however written',
    [{ grid: '1' }, { grid: '第1网格' }],
    ['existing 0100000', 'existing 0100000'],
  ],
  ['a whole path', [{ grid: '第一网格', building: '3号楼', entrance: '2' }], ['new 0100302 3号楼 2单元']],
  ['a building outside every grid', [{ building: '12' }], ['new 0001200 12号楼']],
  ['a name without number', [{ building: '老办公楼' }], ['new 0000100 老办公楼']],
  [
    'a number that is taken',
    [{ building: '1号楼' }, { building: '老办公楼' }],
    ['new 0000100 1号楼', 'new 0000200 老办公楼'],
  ],
  ['the same row twice', [{ grid: '第二网格' }, { grid: '二' }], ['new 0200000 第二网格', 'existing 0200000 repeated']],
  [
    'by official name or code',
    [
      { community: '广场社区居民委员会', grid: '1' },
      { community: '371424001023', grid: '1' },
    ],
    ['existing 0100000', 'existing 0100000'],
  ],
  ['a village of two towns', [{ community: '新村', grid: '1' }], ['refused ambiguous_community']],
  ['a village with its town', [{ community: '新村', street: '临邑镇', grid: '1' }], ['new 0100000 第1网格']],
  ['no community', [{ community: '', grid: '1' }], ['refused no_community']],
  ['a community nobody knows', [{ community: '月亮社区', grid: '1' }], ['refused unknown_community']],
  ['another’s community', [{ community: '外社区', grid: '1' }], ['refused outside_area']],
  ['nothing below', [{}], ['refused nothing_below']],
  ['an entrance in the air', [{ entrance: '1' }], ['refused entrance_without_building']],
  ['a name too long', [{ grid: '长'.repeat(61) }], ['refused name_too_long']],
]

test('a sheet of places is planned row by row', () => {
  for (const [what, rows, verdicts] of plans) {
    const plan = planSheet(rows.map(aRow), known)
    const said = plan.rows.map((row) =>
      [row.verdict, row.code?.slice(12), ...row.adds, ...row.reasons].filter(Boolean).join(' '),
    )
    assert.deepEqual(said, verdicts, what)
  }
})

test('a hundredth grid is refused and hinders nobody', () => {
  const rows = [...Array.from({ length: 99 }, (_, index) => aRow({ grid: `网格甲${index}` })), aRow({ building: '5' })]
  const plan = planSheet(rows, known)
  assert.deepEqual(plan.rows.at(-2)?.reasons, ['no_number_left'])
  assert.equal(plan.rows.at(-1)?.verdict, 'new')
  assert.equal(plan.added.length, 99)
  assert.equal(new Set(plan.added.map((one) => one.code)).size, 99)
})
