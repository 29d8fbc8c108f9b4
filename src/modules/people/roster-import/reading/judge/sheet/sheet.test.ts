import assert from 'node:assert/strict'
import test from 'node:test'
import { idNumber } from '../../samples/county.ts'
import { readBook, readRows } from '../../samples/read-rows.ts'
import type { CellSpec } from '../../samples/workbook-of.ts'
import type { RosterRow } from '../../shapes.ts'

const HEADER: CellSpec[] = ['姓名', '性别', '出生年月', '身份证号', '单位', '联系电话', '备注']

function person(at: number, remark = ''): CellSpec[] {
  return [`李${String.fromCharCode(0x4e00 + at)}`, '男', '', idNumber('19490915', at * 2 + 1), '县教育局', '', remark]
}

type Look = { fill?: string; struck?: boolean }
function looking(cells: CellSpec[], look: Look, columns = cells.length): CellSpec[] {
  return cells.map((value, at) =>
    at < columns && (typeof value === 'string' || value === null) ? { value, ...look } : value,
  )
}

const marked = (rows: RosterRow[]) =>
  rows.filter((row) => row.reasons.includes('FORMAT_ONLY_MARK')).map((row) => row.row)

test('a rare colour or a line through the row without a word is doubtful', async () => {
  const people = Array.from({ length: 20 }, (_, at) => person(at))
  people[3] = looking(person(3), { fill: 'FFC7CE' })
  people[7] = looking(person(7), { struck: true })
  people[9] = looking(person(9), { fill: 'BFBFBF' }, 1)
  people[11] = looking(person(11, '2012年去世'), { fill: 'BFBFBF' })
  people[12] = looking(person(12, '已故'), { struck: true })
  assert.deepEqual(marked(await readRows([HEADER, ...people])), [5, 9, 11])
})

test('fills of every other row, of all rows and white mean nothing', async () => {
  const zebra = Array.from({ length: 20 }, (_, at) => (at % 2 ? looking(person(at), { fill: 'DDEBF7' }) : person(at)))
  assert.deepEqual(marked(await readRows([HEADER, ...zebra])), [])
  const all = Array.from({ length: 6 }, (_, at) => looking(person(at), { fill: 'FFFF00' }))
  assert.deepEqual(marked(await readRows([HEADER, ...all])), [])
  const white = Array.from({ length: 6 }, (_, at) => (at === 2 ? looking(person(at), { fill: 'FFFFFF' }) : person(at)))
  assert.deepEqual(marked(await readRows([HEADER, ...white])), [])
})

test('a single coloured cell elsewhere in the row is no mark', async () => {
  const people = Array.from({ length: 20 }, (_, at) => person(at))
  people[3]?.splice(5, 1, { value: '13912345678', fill: 'FFFF00' })
  assert.deepEqual(marked(await readRows([HEADER, ...people])), [])
})

test('a fill that a fifth of the people have is no mark, one that fewer have is', async () => {
  const painted = (share: number) =>
    Array.from({ length: 20 }, (_, at) => (at < share ? looking(person(at), { fill: 'FFFF00' }) : person(at)))
  assert.equal(marked(await readRows([HEADER, ...painted(4)])).length, 0)
  assert.equal(marked(await readRows([HEADER, ...painted(3)])).length, 3)
})

const MAN = idNumber('19490915')

async function pair(first: CellSpec[], second: CellSpec[]): Promise<[string, string[], number | undefined]> {
  const rows = await readRows([HEADER, first, second])
  assert.equal(rows[1]?.class === 'duplicate', false)
  return [rows[2]?.class ?? '', rows[2]?.reasons ?? [], rows[2]?.duplicate_of?.row]
}

test('the same valid number and name is the same person', async () => {
  assert.deepEqual(await pair(['李明', '男', '', MAN], ['李 明', '男', '', MAN]), ['duplicate', [], 2])
  assert.deepEqual(await pair(['郭国林', '男', '', MAN], ['郭國林', '男', '', MAN]), ['duplicate', [], 2])
  assert.deepEqual(await pair(['李明', '男', '', '370502480915001'], ['李明', '男', '', '370502194809150014']), [
    'duplicate',
    [],
    2,
  ])
})

test('a duplicate keeps its other reasons', async () => {
  assert.deepEqual(await pair(['李明', '男', '', MAN], ['李明', '女', '', MAN]), [
    'duplicate',
    ['ID_GENDER_MISMATCH'],
    2,
  ])
})

test('the same number under another name is for somebody to look at', async () => {
  assert.deepEqual(await pair(['李玉莲', '男', '', MAN], ['李育莲', '男', '', MAN]), ['doubtful', ['ID_SHARED'], 2])
})

test('without two numbers a name with birth month and unit, or with the own mobile, is probably the same', async () => {
  const shared = ['POSSIBLE_DUPLICATE']
  assert.deepEqual(await pair(['李明', '男', '', MAN, '县教育局'], ['李明', '男', '1949.09', '', '教育局']), [
    'doubtful',
    shared,
    2,
  ])
  assert.deepEqual(
    await pair(['李明', '男', '', MAN, '', '13912345678'], ['李明', '男', '1949', '', '', '13912345678']),
    ['doubtful', shared, 2],
  )
  assert.deepEqual(await pair(['李明', '男', '1949.09', '', '县教育局'], ['李明', '男', '1949.9.3', '', '教委']), [
    'doubtful',
    shared,
    2,
  ])
  assert.deepEqual(await pair(['李明', '男', '1949.10', '', '县教育局'], ['李明', '男', '1949.9', '', '县教育局']), [
    'ok',
    [],
    undefined,
  ])
  assert.deepEqual(await pair(['李明', '男', '1949', '', '县教育局'], ['李明', '男', '1949', '', '县教育局']), [
    'ok',
    [],
    undefined,
  ])
  assert.deepEqual(await pair(['李明', '男', '1949.09', '', '县教育局'], ['李明', '男', '1949.9', '', '青河一中']), [
    'ok',
    [],
    undefined,
  ])
  assert.deepEqual(
    await pair(
      ['李明', '男', '1949.09', '', '', '儿子13912345678'],
      ['李明', '男', '1951.9', '', '', '儿子13912345678'],
    ),
    ['ok', [], undefined],
  )
})

test('two people of one name in one unit with different numbers are two people', async () => {
  const other = idNumber('19490915', 155)
  assert.deepEqual(
    await pair(
      ['李明', '男', '', MAN, '县教育局', '13912345678'],
      ['李明', '男', '', other, '县教育局', '13912345678'],
    ),
    ['ok', [], undefined],
  )
})

test('the first in sheet and row order stays, also across sheets', async () => {
  const { rows } = await readBook({
    sheets: [
      { name: '甲', rows: [HEADER, ['李明', '男', '', MAN]] },
      { name: '乙', rows: [HEADER, ['王强', '男', '', idNumber('19500101')], ['李明', '男', '', MAN]] },
      { name: '丙', state: 'hidden', rows: [HEADER, ['李明', '男', '', MAN]] },
    ],
  })
  const found = rows.filter((row) => row.class === 'duplicate')
  assert.deepEqual(
    found.map((row) => [row.sheet, row.row, row.duplicate_of]),
    [
      ['乙', 3, { sheet: '甲', row: 2 }],
      ['丙', 2, { sheet: '甲', row: 2 }],
    ],
  )
  assert.deepEqual(found[1]?.reasons, ['HIDDEN_SHEET'])
})

test('refused comes before duplicate, duplicate before doubtful', async () => {
  const rows = await readRows([
    HEADER,
    ['李明', '男', '', MAN],
    ['李××', '男', '', MAN],
    ['李明', '男', '1950.01', MAN],
  ])
  assert.deepEqual(
    rows.slice(1).map((row) => row.class),
    ['ok', 'refused', 'duplicate'],
  )
})

test('twenty thousand alike are found as quickly as two', async () => {
  const people = Array.from({ length: 20_000 }, () => ['李明', '男', '1949.09', '', '县教育局'])
  const start = process.cpuUsage()
  const rows = await readRows([HEADER, ...people])
  assert.ok(process.cpuUsage(start).user < 10e6)
  assert.equal(rows.filter((row) => row.duplicate_of?.row === 2).length, 19_999)
})
