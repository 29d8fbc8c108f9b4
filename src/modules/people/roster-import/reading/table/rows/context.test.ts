import assert from 'node:assert/strict'
import test from 'node:test'
import { lookUps } from '../../directory/look-ups.ts'
import { county, idNumber } from '../../samples/county.ts'
import { readBook, readRows } from '../../samples/read-rows.ts'
import type { CellSpec } from '../../samples/workbook-of.ts'
import { contextIn, isNote, numberingStyle } from './context.ts'

const directory = lookUps(county)

const LINES: [string, string | undefined, string | undefined, string | undefined][] = [
  ['青河县教育局离退休干部花名册', '青河县教育局', undefined, undefined],
  ['县教育局退休干部名册（2013年）', '青河县教育局', undefined, '退休'],
  ['青河一中离退休教职工一览表（截至2013年6月）', '青河县第一中学', undefined, undefined],
  ['填报单位：县教育局', '青河县教育局', undefined, undefined],
  ['填报单位（盖章）：县教育局', '青河县教育局', undefined, undefined],
  ['单位名称：青河县教育局    填报时间：2013年6月', '青河县教育局', undefined, undefined],
  ['单位：老干部局', '中共青河县委老干部局', undefined, undefined],
  ['一、县教育局（12人）', '青河县教育局', undefined, undefined],
  ['教育局12人', '青河县教育局', undefined, undefined],
  ['县教育局', '青河县教育局', undefined, undefined],
  ['槐树社区离退休干部名册', undefined, '槐树社区', undefined],
  ['东关街道槐树社区老干部台账', undefined, '槐树社区', undefined],
  ['青河县离退休干部统计汇总表', undefined, undefined, undefined],
  ['联社离退休干部名册', undefined, undefined, undefined],
  ['东关街道离退休干部名册', undefined, undefined, undefined],
  ['东关街道办事处离退休干部名册', '青河县东关街道办事处', undefined, undefined],
  ['填报单位：东关街道', '青河县东关街道办事处', undefined, undefined],
  ['说明：1.离休干部按县教育局要求填写。', undefined, undefined, undefined],
  ['注：退休干部另表填写', undefined, undefined, undefined],
]

test('a title, a 单位 line or a section names unit, community or kind', () => {
  for (const [line, unit, community, kind] of LINES) {
    const said = contextIn(line, directory)
    assert.deepEqual([said.unit?.name, said.place?.community, said.kind?.kind], [unit, community, kind], line)
  }
})

test('explanations are told from titles', () => {
  for (const text of ['说明：按文本填写', '填表说明：', '注：带*为女', '注1.按规定', '备注：无', '※请核对'])
    assert.equal(isNote(text), true, text)
  for (const text of ['青河县名册', '注册会计师协会', '一、离休干部']) assert.equal(isNote(text), false, text)
})

test('sections are told apart by how they are numbered', () => {
  assert.equal(numberingStyle('一、离休干部'), numberingStyle('二、退休干部'))
  assert.notEqual(numberingStyle('一、离休干部'), numberingStyle('（一）县教育局'))
  assert.equal(numberingStyle('县教育局'), '')
})

const HEADER: CellSpec[] = ['姓名', '性别', '身份证号']
const LI: CellSpec[] = ['李明', '男', idNumber('19290915')]
const WANG: CellSpec[] = ['王红', '女', idNumber('19520308', 152)]
const ZHANG: CellSpec[] = ['张兰', '女', idNumber('19530501', 152)]

test('what stands above holds only where the table has no column for it', async () => {
  const without = await readRows([['县教育局退休干部名册'], HEADER, WANG])
  assert.deepEqual([without[2]?.record?.unit, without[2]?.record?.kind], ['青河县教育局', '退休'])
  const rows = await readRows([
    ['县教育局退休干部名册'],
    [...HEADER, '单位', '类别'],
    [...LI, '青河一中', '离休'],
    [...WANG, '', ''],
  ])
  assert.deepEqual([rows[2]?.record?.unit, rows[2]?.record?.kind], ['青河县第一中学', '离休'])
  assert.deepEqual([rows[3]?.record?.unit, rows[3]?.record?.kind], [undefined, undefined])
})

test('the nearest word wins', async () => {
  const { rows } = await readBook({
    sheets: [
      {
        name: '青河一中',
        rows: [['县教育局离退休干部名册'], ['单位：老干部局'], HEADER, ['一、离休干部'], LI, ['二、退休干部'], WANG],
      },
    ],
  })
  assert.deepEqual([rows[4]?.record?.unit, rows[4]?.record?.kind], ['中共青河县委老干部局', '离休'])
  assert.equal(rows[6]?.record?.kind, '退休')
})

test('a sheet’s name is heard when nothing nearer speaks', async () => {
  const { rows } = await readBook({
    sheets: [
      { name: '青河一中', rows: [['离退休干部名册'], HEADER, WANG] },
      { name: '退休', rows: [HEADER, ZHANG] },
    ],
  })
  assert.equal(rows[2]?.record?.unit, '青河县第一中学')
  assert.equal(rows.find((row) => row.sheet === '退休' && row.row === 2)?.record?.kind, '退休')
})

test('a sheet called by a street’s name is that of its office', async () => {
  const { rows } = await readBook({ sheets: [{ name: '东关街道', rows: [['离退休干部名册'], HEADER, WANG] }] })
  assert.equal(rows[2]?.record?.unit, '青河县东关街道办事处')
})

test('sections of units stand inside sections of kinds', async () => {
  const rows = await readRows([
    HEADER,
    ['一、退休干部'],
    ['（一）县教育局'],
    WANG,
    ['（二）青河一中'],
    ZHANG,
    ['二、其他'],
    ['赵云', '男', idNumber('19540101')],
  ])
  assert.deepEqual([rows[3]?.record?.unit, rows[3]?.record?.kind], ['青河县教育局', '退休'])
  assert.deepEqual([rows[5]?.record?.unit, rows[5]?.record?.kind], ['青河县第一中学', '退休'])
  assert.equal(rows[7]?.record?.kind, undefined)
})

test('a new title on the same sheet begins anew', async () => {
  const rows = await readRows([['县教育局退休干部名册'], HEADER, WANG, [], ['青河一中离退休干部名册'], HEADER, ZHANG])
  assert.deepEqual([rows[6]?.record?.unit, rows[6]?.record?.kind], ['青河县第一中学', undefined])
})

test('a community in the title gives way to one in the address', async () => {
  const rows = await readRows([
    ['槐树社区离退休干部名册'],
    [...HEADER, '住址'],
    [...WANG, '文化小区3号楼'],
    [...ZHANG, '柳林镇双河村'],
  ])
  assert.deepEqual(
    rows.slice(2).map((row) => row.record?.community),
    ['槐树社区', '双河村'],
  )
})
