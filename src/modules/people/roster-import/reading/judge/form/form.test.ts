import assert from 'node:assert/strict'
import test from 'node:test'
import { idNumber } from '../../samples/county.ts'
import { readRows } from '../../samples/read-rows.ts'
import type { CellSpec } from '../../samples/workbook-of.ts'

const MAN = idNumber('19310815')
const WOMAN = idNumber('19341004', 152)
const HEADER: CellSpec[] = [
  '序号',
  '姓名',
  '性别',
  '民族',
  '出生年月',
  '参加工作时间',
  '政治面貌',
  '身份证号',
  '单位',
  '联系电话',
  '住址',
]
const GOOD: CellSpec[] = [
  1,
  '李明',
  '男',
  '汉',
  '1931.08',
  '1950.03',
  '党员',
  MAN,
  '县教育局',
  '13912345678',
  '东关街道槐树社区',
]

async function one(cells: CellSpec[], header = HEADER) {
  const rows = await readRows([header, cells])
  return rows.slice(1)
}

function slidLeft(cells: CellSpec[], from: number): CellSpec[] {
  return [...cells.slice(0, from), ...cells.slice(from + 1)]
}

function slidRight(cells: CellSpec[], from: number): CellSpec[] {
  return [...cells.slice(0, from), null, ...cells.slice(from)]
}

test('a row slid by one column goes back, wherever the slide begins', async () => {
  assert.equal((await one(GOOD))[0]?.class, 'ok')
  for (const from of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
    for (const cells of [slidRight(GOOD, from), from > 1 ? slidLeft(GOOD, from) : slidRight(GOOD, from)]) {
      const [row] = await one(cells)
      assert.deepEqual(
        [row?.class, row?.reasons, row?.record],
        ['refused', ['COLUMN_SHIFT'], undefined],
        JSON.stringify(cells),
      )
    }
  }
})

test('a row slid in a narrow table goes back too', async () => {
  const header = ['姓名', '性别', '出生年月', '身份证号', '单位']
  const good = ['李明', '男', '1931.08', MAN, '县教育局']
  for (const cells of [slidLeft(good, 1), slidRight(good, 1), slidRight(good, 0)]) {
    assert.deepEqual((await one(cells, header))[0]?.reasons, ['COLUMN_SHIFT'], JSON.stringify(cells))
  }
})

test('odd cells alone are no slide', async () => {
  const odd: [number, CellSpec][] = [
    [2, '不详'],
    [3, '—'],
    [4, '不清'],
    [4, '农历1931年七月初三'],
    [7, '无'],
    [7, '37990019310815'],
    [9, '1.39123E+10'],
    [9, '宅4231234；老伴13912345678'],
    [6, '无党派'],
    [1, '李?'],
  ]
  for (const [at, cell] of odd) {
    const cells = [...GOOD]
    cells[at] = cell
    assert.notEqual((await one(cells))[0]?.class, 'refused', JSON.stringify(cell))
  }
})

test('number and telephone in each other’s column are put right and shown to somebody', async () => {
  const cells = [...GOOD]
  ;[cells[7], cells[9]] = ['13912345678', MAN]
  const [row] = await one(cells)
  assert.deepEqual([row?.class, row?.reasons], ['doubtful', ['CELLS_SWAPPED']])
  assert.deepEqual([row?.record?.id, row?.record?.phones], [MAN, [{ number: '13912345678', label: '本人' }]])
  assert.equal(row?.cells[7], '13912345678')
})

test('a row without a name goes back', async () => {
  for (const name of [null, '', '　', '无', '—']) {
    const cells = [...GOOD]
    cells[1] = name
    assert.deepEqual((await one(cells))[0]?.reasons, ['NAME_MISSING'], JSON.stringify(name))
  }
  const masked = [...GOOD]
  masked[1] = '李××'
  assert.deepEqual((await one(masked))[0]?.reasons, ['NAME_INVALID'])
})

const COUPLE_HEADER: CellSpec[] = ['姓名', '性别', '出生年月', '身份证号', '单位', '住址', '电话']

test('husband and wife in one row are two, split in every cell that has two parts', async () => {
  for (const mark of ['、', '/', '／', '\n']) {
    const cells = [
      `李明${mark}王红`,
      `男${mark}女`,
      `1931.08${mark}1934.10`,
      `${MAN}${mark}${WOMAN}`,
      '县教育局',
      '柳林镇双河村',
      '13912345678',
    ]
    const [first, second] = await one(cells, COUPLE_HEADER)
    assert.deepEqual([first?.person, first?.class, first?.reasons], [1, 'doubtful', ['TWO_PERSONS']], mark)
    assert.deepEqual([second?.person, second?.class, second?.reasons], [2, 'doubtful', ['TWO_PERSONS']], mark)
    assert.deepEqual([first?.record?.name, first?.record?.id, first?.record?.gender], ['李明', MAN, '1'])
    assert.deepEqual([second?.record?.name, second?.record?.id, second?.record?.gender], ['王红', WOMAN, '2'])
    assert.deepEqual([first?.record?.unit, second?.record?.unit], ['青河县教育局', '青河县教育局'])
    assert.deepEqual([first?.record?.community, second?.record?.community], ['双河村', '双河村'])
    assert.deepEqual([first?.record?.phones?.length, second?.record?.phones], [1, undefined])
  }
})

test('of unsplit cells number and birth are the first person’s', async () => {
  const [first, second] = await one(
    ['李明（夫）、王红（妻）', '', '1931.08', MAN, '县教育局', '柳林镇双河村', '4231234'],
    COUPLE_HEADER,
  )
  assert.deepEqual([first?.record?.name, first?.record?.gender, first?.record?.id], ['李明', '1', MAN])
  assert.deepEqual([second?.record?.name, second?.record?.gender, second?.record?.id_status], ['王红', '2', 'missing'])
  assert.deepEqual(second?.reasons, ['IDENTITY_WEAK', 'TWO_PERSONS'])
})

test('a birth written with slashes is one birth', async () => {
  const [first, second] = await one(['李明/王红', '男/女', '1931/8/15', MAN, '县教育局', '', ''], COUPLE_HEADER)
  assert.deepEqual([first?.record?.birth, second?.record?.birth], ['1931-08-15', undefined])
})

test('a line break inside one name makes no couple', async () => {
  const rows = await one(['李\n明', '男', '1931.08', MAN, '县教育局', '', '13912345678\n13812345678'], COUPLE_HEADER)
  assert.deepEqual(
    rows.map((row) => row.record?.name),
    ['李明'],
  )
})

test('a former name behind a slash is no second person', async () => {
  const rows = await one(['李明（曾用名：李铁柱、李柱子）', '男', '1931.08', MAN, '县教育局', '', ''], COUPLE_HEADER)
  assert.deepEqual(
    rows.map((row) => row.record?.name),
    ['李明'],
  )
})

const SURVIVOR_HEADER: CellSpec[] = ['姓名', '性别', '身份证号', '类别', '住址', '备注']

test('a survivor below a dead cadre is kept as one and tied to the cadre', async () => {
  for (const name of [
    '遗属：王红',
    '（遗属）王红',
    '王红（遗属）',
    '遗孀 王红',
    '配偶：王红',
    '妻：王红',
    '其妻：王红',
  ]) {
    const rows = await readRows([
      SURVIVOR_HEADER,
      ['李明', '男', MAN, '离休', '柳林镇双河村', '2012年去世'],
      [name, '女', WOMAN, '', '柳林镇双河村', '享受遗属补助'],
    ])
    const survivor = rows[2]
    assert.deepEqual(
      [survivor?.class, survivor?.reasons, survivor?.related_to],
      ['ok', [], { sheet: 'Sheet1', row: 2 }],
      name,
    )
    assert.deepEqual(
      [survivor?.record?.name, survivor?.record?.kind, survivor?.record?.relation],
      ['王红', '遗属', '配偶'],
      name,
    )
    assert.equal(survivor?.record?.flags, undefined)
  }
})

test('two survivors of one cadre are both tied to him', async () => {
  const rows = await readRows([
    SURVIVOR_HEADER,
    ['李明', '男', MAN, '离休', '', '已故'],
    ['遗属：王红', '女', WOMAN],
    ['遗属：李小红', '女', idNumber('19600101', 122)],
  ])
  assert.deepEqual(
    rows.slice(2).map((row) => row.related_to?.row),
    [2, 2],
  )
})

test('survivors listed in a column of their own are survivors', async () => {
  const rows = await readRows([
    ['遗属姓名', '性别', '身份证号', '离休干部姓名'],
    ['王红', '女', WOMAN, '李明'],
  ])
  assert.deepEqual([rows[1]?.record?.name, rows[1]?.record?.kind], ['王红', '遗属'])
})
