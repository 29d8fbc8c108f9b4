import assert from 'node:assert/strict'
import test from 'node:test'
import { type Cell, cellText, type Row } from '../../file/book.ts'
import { fits } from './cell-types.ts'
import { looksLikeContent, looksLikeDate, looksLikeId, looksLikeName, looksLikePhone } from './looks-like.ts'
import { coverings, filledCells } from './merges.ts'

const plain = (value: number): Cell => ({ value, format: { grain: null, decimals: null } })
type Look = (cell: Cell) => boolean

function all(look: Look, yes: Cell[], no: Cell[]): void {
  for (const cell of yes) assert.equal(look(cell), true, JSON.stringify(cell))
  for (const cell of no) assert.equal(look(cell), false, JSON.stringify(cell))
}

test('numbers of people and of telephones are told apart at a glance', () => {
  all(
    looksLikeId,
    [
      '379900194909150015',
      '37990019490915001X',
      '379900490915001',
      "'379900194909150015",
      '3.79900E+17',
      plain(379900194909150000),
      '379900 19490915 0015',
    ],
    ['13912345678', '县教育局', '1949.09', plain(13_912_345_678), ''],
  )
  all(
    looksLikePhone,
    [
      '13912345678',
      '4231234',
      '0534-4231234',
      '大儿子：13912345678',
      '宅4231234',
      plain(13_912_345_678),
      '+86 139 1234 5678',
      '4231234转802',
      '0534-4231234-802',
    ],
    ['379900194909150015', '1949.09', '县教育局', '2013年6月', '123456'],
  )
})

test('dates, names and headers are told apart at a glance', () => {
  all(
    looksLikeDate,
    [
      '1949.9',
      '1949-09',
      '19490915',
      '194909',
      '49年9月',
      '一九四九年九月',
      plain(1949),
      { date: '1949-09-15', grain: 'day' },
    ],
    ['汉', '13912345678', '退休', plain(3140.5), '1949号楼'],
  )
  all(
    (cell) => looksLikeName(cellText(cell)),
    ['李明', '李　明', '欧阳修文', '*王红', '王红（女）', '李?', '王\ue863'],
    ['1', '县教育局离退休干部', '一、离休干部', 'ABC'],
  )
  all(
    looksLikeContent,
    ['13912345678', '1949.09', '379900194909150015', plain(1), '2013-06-30', '3140.5'],
    ['姓名', '出生年月（如1949.09）', '2013年度情况'.slice(4), ''],
  )
})

test('a cell fits its column, surely does not, or says nothing', () => {
  const cases: [Parameters<typeof fits>[0], Cell, boolean | undefined][] = [
    ['gender', '男', true],
    ['gender', '男、女', true],
    ['gender', '汉', false],
    ['gender', '2', undefined],
    ['birth', plain(19_430_308), true],
    ['birth', plain(18_142), true],
    ['ethnicity', '汉族', true],
    ['ethnicity', '1949.09', false],
    ['birth', '农历1950年八月', true],
    ['birth', '83岁', true],
    ['birth', '男', false],
    ['age', '83', true],
    ['pension', '叁仟元', true],
    ['pension', plain(3140.5), true],
    ['pension', '退休', false],
    ['unit', '县教育局', true],
    ['unit', '某处', undefined],
    ['unit', '379900194909150015', false],
    ['address', '文化小区3号楼', true],
    ['address', '13912345678', false],
    ['remark', '随便什么', undefined],
  ]
  for (const [field, cell, expected] of cases)
    assert.equal(fits(field, cell), expected, `${field} ${JSON.stringify(cell)}`)
})

const row = (number: number, ...cells: (Cell | undefined)[]): Row => ({ number, cells })

test('merges fill what they cover, and nothing that is written', () => {
  const rows = [row(1, '甲', undefined), row(2, undefined, '乙'), row(4, undefined, undefined)]
  const filled = coverings({ name: '', hidden: false, rows, merges: [{ top: 1, bottom: 4, left: 0, right: 1 }] })
  assert.deepEqual(
    rows.map((one) => filledCells(one, filled)),
    [
      ['甲', '甲'],
      ['甲', '乙'],
      ['甲', '甲'],
    ],
  )
})

test('a merge over the whole sheet costs no more than the rows there are', () => {
  const rows = Array.from({ length: 5000 }, (_, at) => row(at + 1, at === 0 ? '甲' : undefined))
  const merges = Array.from({ length: 3000 }, () => ({ top: 1, bottom: 1_048_576, left: 0, right: 16_383 }))
  const start = process.cpuUsage()
  coverings({ name: '', hidden: false, rows, merges })
  assert.ok(process.cpuUsage(start).user < 3e6)
})
