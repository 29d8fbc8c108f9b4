import assert from 'node:assert/strict'
import test from 'node:test'
import { idNumber } from '../samples/county.ts'
import { classes, readRows } from '../samples/read-rows.ts'
import type { CellSpec } from '../samples/workbook-of.ts'

const LI: CellSpec[] = ['李明', '男', '1949.09', idNumber('19490915')]
const WANG: CellSpec[] = ['王红', '女', '1952.03', idNumber('19520308', 152)]
const HEADER: CellSpec[] = ['姓名', '性别', '出生年月', '身份证号']

test('titles, remarks and blank rows above a header hold nobody', async () => {
  const rows = await readRows([
    ['青河县离退休干部花名册'],
    [],
    ['填报单位：县教育局', null, null, '填报时间：2013年6月30日'],
    ['说明：1.离休、退休干部都要填；2.身份证号按文本填写。'],
    HEADER,
    LI,
    WANG,
  ])
  assert.deepEqual(classes(rows), ['1 title', '2 blank', '3 note', '4 note', '5 header', '6 ok', '7 ok'])
})

test('a group row and a header row are one header', async () => {
  const rows = await readRows(
    [
      ['序号', '姓名', '基本情况', null, null, '离退休', null, '联系方式', null, '备注'],
      [null, null, '性别', '出生年月', '身份证号码', '离/退', '离退休时间', '住宅电话', '手机', null],
      [1, '李明', '男', '1949.09', idNumber('19490915'), '退', '2009.09', '4231234', '13912345678', null],
    ],
    ['A1:A2', 'B1:B2', 'C1:E1', 'F1:G1', 'H1:I1', 'J1:J2'],
  )
  assert.deepEqual(classes(rows), ['1 header', '2 header', '3 ok'])
  assert.equal(rows[2]?.record?.kind, '退休')
  assert.equal(rows[2]?.record?.retire_date, '2009-09')
  assert.deepEqual(rows[2]?.record?.phones, [
    { number: '0534-4231234', label: '住宅' },
    { number: '13912345678', label: '本人' },
  ])
})

test('a header of three rows is read to its lowest words', async () => {
  const rows = await readRows(
    [
      ['姓名', '个人情况', null, null, null],
      [null, '身份', null, '时间', null],
      [null, '性别', '身份证号', '参加工作', '离退休'],
      ['李明', '男', idNumber('19490915'), '1968.12', '2009.09'],
    ],
    ['A1:A3', 'B1:E1', 'B2:C2', 'D2:E2'],
  )
  assert.deepEqual(classes(rows), ['1 header', '2 header', '3 header', '4 ok'])
  assert.deepEqual([rows[3]?.record?.work_start, rows[3]?.record?.retire_date], ['1968-12', '2009-09'])
})

test('a header cut in two by the page’s width is put together', async () => {
  const rows = await readRows([
    ['姓', '性', '出生', '公民身份', '参加革命'],
    ['名', '别', '年月', '号码', '工作时间'],
    ['李明', '男', '1929.09', idNumber('19290915'), '1948.12'],
  ])
  assert.deepEqual(classes(rows), ['1 header', '2 header', '3 ok'])
  assert.equal(rows[2]?.record?.work_start, '1948-12')
})

test('a numbering row under the header belongs to it', async () => {
  const rows = await readRows([HEADER, [1, 2, 3, 4], LI])
  assert.deepEqual(classes(rows), ['1 header', '2 header', '3 ok'])
})

test('a page repeats its header, sums up and signs', async () => {
  const rows = await readRows([
    HEADER,
    LI,
    ['本页小计', '1人'],
    HEADER,
    WANG,
    ['合计', '2人', null, 2],
    ['填表人：王丽', null, '审核人：赵勇', '联系电话：4231234'],
  ])
  assert.deepEqual(classes(rows), ['1 header', '2 ok', '3 total', '4 header', '5 ok', '6 total', '7 footer'])
})

test('a second table lower down has its own columns and its own title', async () => {
  const rows = await readRows([
    ['表一：离休干部'],
    ['序号', '姓名', '性别', '身份证号', '参加革命工作时间'],
    [1, '李明', '男', idNumber('19290915'), '1948年12月'],
    [],
    ['表二：退休干部'],
    ['序号', '身份证号', '姓名', '退休时间', '电话'],
    [1, idNumber('19520308', 152), '王红', '2007年3月', '13912345678'],
  ])
  assert.deepEqual(classes(rows), ['1 title', '2 header', '3 ok', '4 blank', '5 section', '6 header', '7 ok'])
  assert.deepEqual([rows[2]?.record?.kind, rows[6]?.record?.kind], ['离休', '退休'])
  assert.equal(rows[6]?.record?.retire_date, '2007-03')
})

test('totals and signatures are no people even when they hold names and telephones', async () => {
  const rows = await readRows([
    ['序号', '姓名', '性别', '出生年月', '身份证号', '联系电话'],
    [1, ...LI, '13912345678'],
    ['合 计', '1人'],
    ['总计', 1],
    ['合计：离休0人，退休1人'],
    ['填表人：', '王丽', null, '审核人：', '赵勇', '13812345678'],
    [null, '制表：王丽', null, null, '2013年6月28日'],
    [null, null, null, null, '二〇一三年六月'],
    ['注：带*号的为女同志。'],
    ['单位负责人（签字）：', '赵勇'],
    ['共1人'],
  ])
  assert.deepEqual(
    rows.map((row) => row.class),
    ['not-a-person', 'ok', ...Array.from({ length: 9 }, () => 'not-a-person')],
  )
})

test('sections hold nobody, whatever column they stand in', async () => {
  const rows = await readRows([
    HEADER,
    ['一、离休干部'],
    ['李明', '男', '1929.09', idNumber('19290915')],
    ['（二）退休干部（12人）'],
    WANG,
    ['县教育局'],
    ['张兰', '女', '1953.05', idNumber('19530501', 152)],
    [null, '三、其他人员'],
    ['离休'],
    ['一中'],
    ['王家村'],
    ['副县级'],
    ['联社'],
    ['遗属：'],
  ])
  assert.deepEqual(
    rows.map((row) => row.why ?? row.class),
    ['header', 'section', 'ok', 'section', 'ok', 'section', 'ok', ...Array.from({ length: 7 }, () => 'section')],
  )
})

test('a merged cell holds for every row and column it covers', async () => {
  const rows = await readRows(
    [
      ['单位', '姓名', '性别', '身份证号', '民族'],
      ['县教育局', '李明', '男', idNumber('19490915'), '汉族'],
      [null, '王红', '女', idNumber('19520308', 152), null],
      ['青河一中', '张兰', '女', idNumber('19530501', 152), null],
    ],
    ['A2:A3', 'E2:E4'],
  )
  assert.deepEqual(
    rows.slice(1).map((row) => row.record?.unit),
    ['青河县教育局', '青河县教育局', '青河县第一中学'],
  )
  assert.deepEqual(
    rows.slice(1).map((row) => row.record?.ethnicity),
    ['01', '01', '01'],
  )
})

test('ditto marks take the value above, over a page’s header too', async () => {
  const rows = await readRows([
    ['姓名', '性别', '民族', '单位', '身份证号'],
    ['李明', '男', '汉', '县教育局', idNumber('19490915')],
    ['王强', '男', '〃', '″', idNumber('19500102')],
    ['本页小计', '2人'],
    ['姓名', '性别', '民族', '单位', '身份证号'],
    ['张刚', '男', '同上', '"', idNumber('19510203')],
  ])
  assert.deepEqual(
    [2, 5].map((at) => [rows[at]?.record?.ethnicity, rows[at]?.record?.unit]),
    [
      ['01', '青河县教育局'],
      ['01', '青河县教育局'],
    ],
  )
})

test('columns about spouse, children and contacts never make a second person', async () => {
  const rows = await readRows(
    [
      ['姓名', '性别', '身份证号', '配偶情况', null, null, '子女电话', '紧急联系人', '紧急联系人电话'],
      [null, null, null, '姓名', '出生年月', '电话', null, null, null],
      [
        '李明',
        '男',
        idNumber('19490915'),
        '王秀英',
        '1951.02',
        '13700000001',
        '大儿子13700000002',
        '张伟',
        '13700000003',
      ],
    ],
    ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:G2', 'H1:H2', 'I1:I2'],
  )
  assert.deepEqual(classes(rows), ['1 header', '2 header', '3 ok'])
  assert.equal(rows[2]?.record?.name, '李明')
  assert.deepEqual(
    rows[2]?.record?.phones?.map((phone) => phone.label),
    ['配偶', '子', '其他'],
  )
})
