import assert from 'node:assert/strict'
import test from 'node:test'
import { idNumber } from '../samples/county.ts'
import { classes, readBook, readRows } from '../samples/read-rows.ts'
import type { CellSpec } from '../samples/workbook-of.ts'

const LI: CellSpec[] = ['李明', '男', '1949.09', idNumber('19490915')]
const WANG: CellSpec[] = ['王红', '女', '1952.03', idNumber('19520308', 152)]
const HEADER: CellSpec[] = ['姓名', '性别', '出生年月', '身份证号']

test('a sheet without people is a list, a summary or an explanation', async () => {
  const { rows } = await readBook({
    sheets: [
      { name: '名册', rows: [HEADER, LI] },
      {
        name: '汇总',
        rows: [
          ['序号', '单位', '离休', '退休', '合计'],
          [1, '县教育局', 2, 13, 15],
        ],
      },
      {
        name: '填表说明',
        rows: [['填表说明'], ['一、填报范围：已办理离休、退休手续的干部。'], ['二、“姓名”填写身份证上的姓名。']],
      },
      {
        name: '字典',
        state: 'veryHidden',
        rows: [
          ['性别', '民族', '政治面貌'],
          ['男', '汉族', '中共党员'],
          ['女', '回族', '群众'],
        ],
      },
    ],
  })
  assert.deepEqual(
    rows.filter((row) => row.class !== 'not-a-person').map((row) => row.sheet),
    ['名册'],
  )
})

test('rows numbered in advance but left empty hold nobody', async () => {
  const rows = await readRows([['序号', ...HEADER], [1, ...LI], [2], [3]])
  assert.deepEqual(classes(rows), ['1 header', '2 ok', '3 blank', '4 blank'])
})

test('a header that never says 姓名 is known by its other columns', async () => {
  const rows = await readRows([
    ['人员', '性别', '出生年月', '身份证号'],
    LI,
    WANG,
    ['张兰', '女', '1953.05', idNumber('19530501', 152)],
  ])
  assert.deepEqual(classes(rows), ['1 header', '2 ok', '3 ok', '4 ok'])
})

test('hidden sheets are read, and their people are doubtful', async () => {
  const { rows, sheets } = await readBook({
    sheets: [
      { name: '现名册', rows: [HEADER, LI] },
      { name: '旧名册', state: 'hidden', rows: [HEADER, WANG] },
    ],
  })
  assert.deepEqual(
    sheets.map((sheet) => sheet.hidden),
    [false, true],
  )
  assert.deepEqual(rows.find((row) => row.sheet === '旧名册' && row.row === 2)?.reasons, ['HIDDEN_SHEET'])
})

test('the reading tells which column was taken for what', async () => {
  const { sheets } = await readBook({
    sheets: [{ name: '名册', rows: [['名册'], [...HEADER, '爱吃什么'], [...LI, '面条']] }],
  })
  assert.deepEqual(sheets[0]?.tables[0]?.headerRows, [2])
  assert.deepEqual(
    sheets[0]?.tables[0]?.columns.map((column) => column.field),
    ['name', 'gender', 'birth', 'id', null],
  )
})

test('a person’s corrections of the mapping and a bureau’s own words are followed', async () => {
  const rows: CellSpec[][] = [
    ['姓名', '性别', '身份证号', '归口'],
    ['李明', '男', idNumber('19490915'), '县教育局'],
  ]
  const spec = { sheets: [{ name: '名册', rows }] }
  const plain = await readBook(spec)
  assert.equal(plain.rows[1]?.record?.unit, undefined)
  const corrected = await readBook(spec, { mapping: { columns: [{ sheet: '名册', index: 3, field: 'unit' }] } })
  assert.equal(corrected.rows[1]?.record?.unit, '青河县教育局')
  const elsewhere = await readBook(spec, {
    mapping: { columns: [{ sheet: '名册', headerRow: 9, index: 3, field: 'unit' }] },
  })
  assert.equal(elsewhere.rows[1]?.record?.unit, undefined)
  const taught = await readBook(spec, { mapping: { remembered: { 归口: 'unit', 性别: 'ignore' } } })
  assert.equal(taught.rows[1]?.record?.unit, '青河县教育局')
  assert.equal(taught.sheets[0]?.tables[0]?.columns[1]?.field, 'ignored')
})

test('the raw row is kept as the file shows it', async () => {
  const rows = await readRows([
    ['青河县名册'],
    HEADER,
    ['李 明', '男', { value: 1949.1, format: '0.00' }, idNumber('19490915')],
  ])
  assert.deepEqual(rows[2]?.cells, ['李 明', '男', '1949.10', idNumber('19490915')])
  assert.deepEqual(rows[0]?.cells, ['青河县名册'])
})
