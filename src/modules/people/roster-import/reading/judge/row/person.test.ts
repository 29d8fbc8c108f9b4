import assert from 'node:assert/strict'
import test from 'node:test'
import { idNumber } from '../../samples/county.ts'
import { readBook, readOne, readRows } from '../../samples/read-rows.ts'
import type { CellSpec } from '../../samples/workbook-of.ts'
import type { PersonRecord, Reason } from '../../shapes.ts'

const MAN = idNumber('19490915')
const WOMAN = idNumber('19520308', 152)

type Row = Record<string, CellSpec>

async function judged(row: Row): Promise<[string, Reason[], PersonRecord | undefined]> {
  const read = await readOne({ 姓名: '李明', ...row })
  return [read.class, read.reasons, read.record]
}

test('a full row becomes a full record', async () => {
  const [kind, reasons, record] = await judged({
    性别: '男',
    出生年月: '1949.09',
    民族: '汉',
    籍贯: '山东青河',
    身份证号: MAN,
    政治面貌: '党员',
    入党时间: '1970.7',
    文化程度: '大专',
    职称: '工程师',
    单位: '教育局',
    单位性质: '机关',
    职务: '原局长（正科级）',
    现享受待遇: '副处级',
    类别: '退休',
    参加工作时间: '1968.12',
    退休时间: '2009.09',
    所属社区: '槐树社区',
    住址: '文化小区3号楼',
    联系电话: '13912345678',
    居住状况: '与配偶同住',
    健康状况: '健康',
    月退休费: '3,245.6元',
    备注: '',
  })
  assert.deepEqual([kind, reasons], ['ok', []])
  assert.deepEqual(record, {
    name: '李明',
    id_status: 'valid',
    id: MAN,
    gender: '1',
    birth: '1949-09-15',
    birth_precision: 'day',
    ethnicity: '01',
    political: '01',
    kind: '退休',
    unit_text: '教育局',
    unit: '青河县教育局',
    post: '局长',
    rank: '141',
    rank_treatment: '132',
    nature: '机关',
    title: '工程师',
    education: '30',
    native_place: '山东青河',
    community: '槐树社区',
    street: '东关街道',
    community_code: '379900001001',
    address: '文化小区3号楼',
    health: '10',
    party_date: '1970-07',
    work_start: '1968-12',
    retire_date: '2009-09',
    pension: 3245.6,
    phones: [{ number: '13912345678', label: '本人' }],
    flags: ['与配偶同住'],
  })
})

test('nothing is filled in by default', async () => {
  const [kind, , record] = await judged({
    身份证号: MAN,
    性别: '',
    民族: '',
    政治面貌: '',
    是否独居: '',
    健康状况: '',
    单位: '',
  })
  assert.equal(kind, 'ok')
  assert.deepEqual(Object.keys(record ?? {}), ['name', 'id_status', 'id', 'gender', 'birth', 'birth_precision'])
})

type Case = [Row, Reason[], Partial<PersonRecord>]
const BIRTHS: Case[] = [
  [{ 出生年月: '1949.09', 身份证号: MAN }, [], { birth: '1949-09-15', birth_precision: 'day' }],
  [{ 出生年月: '1949', 身份证号: MAN }, [], { birth: '1949-09-15' }],
  [
    { 出生年月: '1949.10', 身份证号: MAN },
    ['ID_BIRTH_MISMATCH'],
    { birth: '1949-10', birth_precision: 'month', id: MAN },
  ],
  [{ 出生年月: '1949-09-16', 身份证号: MAN }, ['ID_BIRTH_MISMATCH'], { birth: '1949-09-16', birth_precision: 'day' }],
  [{ 出生年月: '', 身份证号: MAN }, [], { birth: '1949-09-15' }],
  [{ 出生年月: '不清', 身份证号: MAN }, [], { birth: '1949-09-15' }],
  [{ 出生年月: '1944年13月', 身份证号: MAN }, [], { birth: '1949-09-15' }],
  [{ 出生年月: '1949.09', 身份证号: '无' }, [], { birth: '1949-09', birth_precision: 'month', id_status: 'missing' }],
  [{ 出生年月: '1949.1', 身份证号: '' }, ['BIRTH_TRAILING_ZERO'], { birth: '1949', birth_precision: 'year' }],
  [{ 出生年月: 1949.1, 身份证号: '' }, ['BIRTH_TRAILING_ZERO'], { birth: '1949', birth_precision: 'year' }],
  [{ 出生年月: '1949.1', 身份证号: idNumber('19491008') }, [], { birth: '1949-10-08' }],
  [{ 出生年月: '1949.1', 身份证号: idNumber('19490108') }, [], { birth: '1949-01-08' }],
  [{ 出生年月: '1949.1', 身份证号: MAN }, ['ID_BIRTH_MISMATCH'], { birth: '1949', birth_precision: 'year' }],
  [{ 出生年月: '1950年八月十七', 身份证号: '' }, ['BIRTH_LUNAR'], { birth: '1950', birth_precision: 'year' }],
  [{ 出生年月: '1950年八月十七', 身份证号: idNumber('19500928') }, ['BIRTH_LUNAR'], { birth: '1950-09-28' }],
  [{ 出生年月: '1950年腊月廿五', 身份证号: idNumber('19510201') }, ['BIRTH_LUNAR'], { birth: '1951-02-01' }],
  [{ 出生年月: '1950年八月十七', 身份证号: MAN }, ['BIRTH_LUNAR', 'ID_BIRTH_MISMATCH'], { birth: '1950' }],
  [{ 年龄: 83, 身份证号: '' }, ['BIRTH_FROM_AGE'], { birth: '1930', birth_precision: 'about' }],
  [{ 年龄: '83岁', 出生年月: '不详' }, ['BIRTH_FROM_AGE'], { birth: '1930' }],
  [{ 出生年月: '83岁', 身份证号: '' }, ['BIRTH_FROM_AGE'], { birth: '1930', birth_precision: 'about' }],
  [{ 年龄: 83, 身份证号: MAN }, [], { birth: '1949-09-15' }],
  [{ 出生年月: '1944年13月', 身份证号: '', 年龄: 69 }, ['BIRTH_FROM_AGE'], { birth: '1944' }],
  [{ 出生年月: '1944年13月', 身份证号: '' }, ['BIRTH_UNREADABLE', 'IDENTITY_WEAK'], {}],
  [{ 出生年月: '1987-11-23', 身份证号: '' }, ['BIRTH_IMPLAUSIBLE'], { birth: '1987-11-23' }],
  [{ 出生年月: '1899.05', 身份证号: '' }, ['BIRTH_IMPLAUSIBLE'], { birth: '1899-05' }],
  [{ 出生年月: '', 身份证号: '', 联系电话: '13912345678' }, ['IDENTITY_WEAK'], { id_status: 'missing' }],
  [{ 出生年月: '', 身份证号: '37990019490915001' }, ['ID_LENGTH', 'IDENTITY_WEAK'], { id_status: 'invalid' }],
  [
    { 出生年月: '1949.09', 身份证号: '3.79900E+17' },
    ['ID_PRECISION_LOST'],
    { birth: '1949-09', id_status: 'unrecoverable' },
  ],
  [
    { 出生年月: '1948.09', 身份证号: '370502480915001' },
    [],
    { id: '370502194809150014', id_status: 'converted15', birth: '1948-09-15' },
  ],
]

test('birth comes from cell, number and age in this order, and both are kept when they disagree', async () => {
  for (const [row, reasons, fields] of BIRTHS) {
    const [, found, record] = await judged({ ...row, 性别: '男' })
    assert.deepEqual([...found].sort(), [...reasons].sort(), JSON.stringify(row))
    for (const [field, value] of Object.entries(fields))
      assert.equal(record?.[field as keyof PersonRecord], value, `${JSON.stringify(row)} ${field}`) // keys of the record
    if (reasons.includes('IDENTITY_WEAK')) assert.equal(record?.birth, undefined)
  }
})

const CONTRADICTIONS: [Row, Reason[]][] = [
  [{ 性别: '女', 身份证号: MAN }, ['ID_GENDER_MISMATCH']],
  [{ 性别: '', 身份证号: WOMAN }, []],
  [{ 身份证号: MAN, 参加工作时间: '1968.12', 退休时间: '1967.1' }, ['DATE_ORDER']],
  [{ 身份证号: MAN, 参加工作时间: '1955.12' }, ['DATE_ORDER']],
  [{ 身份证号: MAN, 参加工作时间: '1968.12', 退休时间: '1968.01' }, []],
  [{ 身份证号: idNumber('19280301'), 类别: '离休', 参加革命工作时间: '1949.10' }, ['KIND_DATE_CONFLICT']],
  [{ 身份证号: idNumber('19280301'), 类别: '离休', 参加革命工作时间: '1950' }, ['KIND_DATE_CONFLICT']],
  [{ 身份证号: idNumber('19280301'), 类别: '离休', 参加革命工作时间: '49.9.30前' }, []],
  [{ 身份证号: idNumber('19280301'), 类别: '离休', 参加革命工作时间: '1949' }, []],
  [{ 身份证号: idNumber('19280301'), 类别: '退休', 参加工作时间: '1951.10' }, []],
  [{ 身份证号: MAN, 类别: '企业退休工人' }, ['OUT_OF_SCOPE']],
  [{ 身份证号: MAN, 类别: '军休干部' }, ['OUT_OF_SCOPE']],
  [{ 身份证号: MAN, 类别: '退休', 备注: '军休干部' }, ['OUT_OF_SCOPE']],
  [{ 身份证号: MAN, 单位: '县支左办公室' }, ['UNIT_UNKNOWN']],
  [{ 身份证号: MAN, 单位: '联社' }, ['UNIT_AMBIGUOUS']],
  [{ 身份证号: MAN, 单位: '无' }, []],
]

test('contradictions are doubtful and say which', async () => {
  for (const [row, reasons] of CONTRADICTIONS) {
    const [kind, found] = await judged(row)
    assert.deepEqual([kind, found], [reasons.length > 0 ? 'doubtful' : 'ok', reasons], JSON.stringify(row))
  }
})

test('the cell’s sex stays the record’s, and the name may say it', async () => {
  assert.equal((await judged({ 性别: '女', 身份证号: MAN }))[2]?.gender, '2')
  assert.equal((await judged({ 身份证号: WOMAN }))[2]?.gender, '2')
  assert.equal((await judged({ 姓名: '王红（女）', 出生年月: '1952.03', 电话: '' }))[2]?.gender, '2')
})

test('是否党员 answered with yes is a member, with no nothing known', async () => {
  for (const yes of ['√', '✓', '●', '是', '有', 1, 'Y'])
    assert.equal((await judged({ 身份证号: MAN, 是否党员: yes }))[2]?.political, '01')
  for (const no of ['×', '✗', '否', '无', 0, 'N', ''])
    assert.equal((await judged({ 身份证号: MAN, 是否党员: no }))[2]?.political, undefined)
})

test('flags come from living conditions, ticks, remarks and remarks on cells', async () => {
  const flags = async (row: Row) => (await judged({ 身份证号: MAN, ...row }))[2]?.flags
  assert.deepEqual(await flags({ 居住状况: '独居' }), ['独居'])
  assert.deepEqual(await flags({ 是否独居: '√', 是否空巢: '×', 失能: '' }), ['独居'])
  assert.deepEqual(await flags({ 是否独居: 0, 是否空巢: 1 }), ['空巢'])
  assert.deepEqual(await flags({ 备注: '随女儿居住' }), ['异地居住'])
  assert.deepEqual(await flags({ 姓名: { value: '李明', note: '随子女在外居住' } }), ['异地居住'])
  assert.equal(await flags({ 备注: '老伴：王秀英，同住' }), undefined)
})

test('the dead are imported as dead, with the day where it is told', async () => {
  const dead: [Row, string | undefined][] = [
    [{ 备注: '已故' }, undefined],
    [{ 备注: '2013.3病故' }, '2013-03'],
    [{ 备注: '已于2011年逝世' }, '2011'],
    [{ 备注: '12年11月去世' }, '2012-11'],
    [{ 姓名: '李明（已去世）' }, undefined],
    [{ 姓名: '李明(2011年5月去世)' }, '2011-05'],
    [{ 姓名: { value: '李明', note: '该同志已于2013年3月去世' } }, '2013-03'],
    [{ 去世时间: '2012.11' }, '2012-11'],
    [{ 是否健在: '否' }, undefined],
    [{ 健在情况: '已故' }, undefined],
  ]
  for (const [row, day] of dead) {
    const [kind, reasons, record] = await judged({ 身份证号: MAN, ...row })
    assert.deepEqual([kind, reasons, record?.flags, record?.death_date], ['ok', [], ['已故'], day], JSON.stringify(row))
  }
  assert.equal((await judged({ 身份证号: MAN, 是否健在: '是' }))[2]?.flags, undefined)
})

test('单位及职务 is parted where the unit ends', async () => {
  const [kind, , record] = await judged({ 身份证号: MAN, 原工作单位及职务: '县供销社会计' })
  assert.deepEqual(
    [kind, record?.unit, record?.unit_text, record?.post],
    ['ok', '青河县供销合作社联合社', '县供销社', '会计'],
  )
  assert.deepEqual((await judged({ 身份证号: MAN, 单位及职务: '县教育局副主任科员' }))[2]?.rank, '142')
})

test('a level is read even where the unit before it is unknown', async () => {
  const [, reasons, record] = await judged({ 身份证号: MAN, 单位及职务: '外地水泵厂主任科员' })
  assert.deepEqual([reasons, record?.unit, record?.rank], [['UNIT_UNKNOWN'], undefined, '141'])
})

test('a community may stand in any of several address columns', async () => {
  const [, , record] = await judged({ 身份证号: MAN, 家庭住址: '文化小区3号楼', 小区楼号: '柳林镇双河村' })
  assert.deepEqual([record?.address, record?.community], ['文化小区3号楼', '双河村'])
})

test('for 离休 the date of joining the revolution counts where both are told', async () => {
  const dates = { 参加工作时间: '1950.03', 参加革命工作时间: '1948.12', 身份证号: idNumber('19280301') }
  assert.equal((await judged({ ...dates, 类别: '离休' }))[2]?.work_start, '1948-12')
  assert.equal((await judged({ ...dates, 类别: '退休' }))[2]?.work_start, '1950-03')
  assert.equal((await judged({ ...dates, 类别: '离休', 参加革命工作时间: '' }))[2]?.work_start, '1950-03')
})

test('a level column outranks the post, and a treatment is never the rank', async () => {
  const [, , record] = await judged({ 身份证号: MAN, 职务: '局长', 级别: '乡科级正职', 现享受待遇: '县处级副职' })
  assert.deepEqual([record?.post, record?.rank, record?.rank_treatment], ['局长', '141', '132'])
  assert.equal((await judged({ 身份证号: MAN, 职务: '局长', 现享受待遇: '副县级' }))[2]?.rank, undefined)
})

test('dates of a workbook that counts from 1904 are its own', async () => {
  const { rows } = await readBook({
    base1904: true,
    sheets: [
      {
        rows: [
          ['姓名', '出生日期', '参加工作时间', '身份证号'],
          ['李明', { value: 16694, format: 'yyyy-mm-dd' }, { value: 23710, format: 57 }, MAN],
        ],
      },
    ],
  })
  assert.deepEqual(
    [rows[1]?.class, rows[1]?.record?.birth, rows[1]?.record?.work_start],
    ['ok', '1949-09-15', '1968-11'],
  )
})

test('the Chinese built-in date formats have no text and are read all the same', async () => {
  const monthly = [27, 36, 50, 52, 57]
  const daily = [14, 28, 30, 31, 51, 53, 54, 58]
  for (const format of [...monthly, ...daily]) {
    const rows = await readRows([
      ['姓名', '性别', '出生日期'],
      ['李明', '男', { value: 18156, format }],
    ])
    assert.equal(rows[1]?.record?.birth, monthly.includes(format) ? '1949-09' : '1949-09-15', String(format))
  }
})
