import assert from 'node:assert/strict'
import test from 'node:test'
import { readXlsx } from 'hucre'
import { ledgerBook } from '#test/ledger-book.ts'
import { writeSheet } from './sheet.ts'

async function rowsOf(bytes: Uint8Array): Promise<unknown[][]> {
  const book = await readXlsx(bytes)
  assert.equal(book.sheets.length, 1)
  return book.sheets[0]?.rows ?? []
}

test('the spreadsheet has title, head line, one header, and groups with their subtotals', async () => {
  const rows = await rowsOf(await writeSheet(ledgerBook({ groups: { 邢侗街道: 2, 恒源街道: 1 }, lixiu: 1 })))
  assert.equal(rows[0]?.[0], '临邑县老干部信息台账')
  assert.match(String(rows[1]?.[0]), /编制单位：中共临邑县委老干部局/)
  assert.deepEqual(rows[2]?.slice(0, 3), ['序号', '姓名', '性别'])
  assert.equal(rows[2]?.length, 17)
  assert.deepEqual(
    rows.slice(3).map((row) => row[0]),
    [
      '邢侗街道',
      1,
      2,
      '小计：2 人，其中离休 1 人、退休 1 人',
      '恒源街道',
      1,
      '小计：1 人，其中离休 1 人、退休 0 人',
      '总计：3 人，其中离休 2 人、退休 1 人；女 0 人，中共党员 0 人，80 岁及以上 0 人，独居 0 人',
    ],
  )
})

test('numbers stay numbers, telephones and dates stay text, and no text becomes a formula', async () => {
  const cells = { phone: '13912345678', birthOn: '1951-03', remark: '=1+1' }
  const [row] = (await rowsOf(await writeSheet(ledgerBook({ groups: { 全部: 1 }, cells })))).slice(3)
  assert.equal(row?.[0], 1)
  assert.ok(row?.includes('13912345678') && row.includes('1951-03') && row.includes("'=1+1"))
})

test('A3 has room for three more columns', async () => {
  const [, , header] = await rowsOf(await writeSheet(ledgerBook({ paper: 'A3' })))
  for (const name of ['入党时间', '文化程度', '参加工作时间']) assert.ok(header?.includes(name), name)
})
