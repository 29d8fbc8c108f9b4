import assert from 'node:assert/strict'
import test from 'node:test'
import { writeXlsx } from 'hucre'
import { readTable } from './index.ts'
import { unpacksWithin } from './unpacked-size.ts'

const grids = [
  ['社区', '网格'],
  ['广场社区', '第一网格'],
  ['', ''],
  ['瑞恒社区', 3],
]
const expected = [
  { row: 1, cells: ['社区', '网格'] },
  { row: 2, cells: ['广场社区', '第一网格'] },
  { row: 4, cells: ['瑞恒社区', '3'] },
]

test('a workbook is read from its first visible sheet, empty lines left out', async () => {
  const hidden = { name: '旧表', rows: [['废']], hidden: true }
  const bytes = await writeXlsx({ sheets: [hidden, { name: '网格', rows: grids }] })
  assert.deepEqual(await readTable(bytes), expected)
})

test('a comma table is read in UTF-8, with or without mark, and in GB18030', async () => {
  const lines = grids.map((row) => row.join(',')).join('\r\n')
  for (const text of [lines, `\ufeff${lines}`]) assert.deepEqual(await readTable(Buffer.from(text)), expected)
  // 社区,网格 / 广场,一 as Excel writes it on a Chinese machine.
  const gb = Buffer.from('c9e7c7f82ccdf8b8f10d0ab9e3b3a12cd2bb', 'hex')
  assert.deepEqual(
    (await readTable(gb)).map((row) => row.cells),
    [
      ['社区', '网格'],
      ['广场', '一'],
    ],
  )
})

test('what is no table is refused in words', async () => {
  for (const bytes of [Buffer.alloc(0), Buffer.from('PK\u0003\u0004 cut off'), Buffer.from([0, 1, 2, 0])])
    await assert.rejects(readTable(bytes), { code: 'spreadsheet.unreadable' })
})

test('a table too long to be filled in by hand is refused', async () => {
  const bytes = Buffer.from('社区,网格\n'.repeat(5_001))
  await assert.rejects(readTable(bytes), { code: 'spreadsheet.too_long' })
})

test('a bomb is recognised whatever sizes it declares', async () => {
  const bytes = await writeXlsx({
    sheets: [{ name: '大', rows: Array.from({ length: 2000 }, () => ['社区'.repeat(200)]) }],
  })
  assert.equal(unpacksWithin(bytes, 64 * 1024 * 1024), true)
  assert.equal(unpacksWithin(bytes, 16 * 1024), false)
  const lying = Buffer.from(bytes)
  for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 4))
    lying.writeUInt32LE(1, at + 24)
  assert.equal(unpacksWithin(lying, 16 * 1024), false)
})
