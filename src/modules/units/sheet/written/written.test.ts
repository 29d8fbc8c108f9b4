import assert from 'node:assert/strict'
import test from 'node:test'
import { readUnitJson, readUnitTable } from './index.ts'

const table = (...rows: string[][]) => rows.map((cells, index) => ({ row: index + 1, cells }))

test('the header is found below titles, by the words offices use', () => {
  const titles: [string, string][] = [
    ['单位名称', '曾用名'],
    ['名称', '原名'],
    ['单位', '旧名'],
    ['单 位 名 称', '曾用名称'],
    ['name', 'former'],
  ]
  for (const [name, former] of titles) {
    const units = readUnitTable(
      table(['临邑县单位名册'], ['序号', name, former], ['1', ' 临邑县 酒厂', '糖厂、 烧锅；']),
    )
    assert.deepEqual(
      units?.map((unit) => [unit.row, unit.name, unit.former]),
      [[3, '临邑县酒厂', ['糖厂', '烧锅']]],
      name,
    )
  }
})

test('a table that names no units, or only far down, is none', () => {
  assert.equal(readUnitTable(table(['姓名', '电话'])), undefined)
  assert.equal(readUnitTable([]), undefined)
  const late = [...Array.from({ length: 10 }, () => ['说明']), ['单位名称'], ['临邑县酒厂']]
  assert.equal(readUnitTable(table(...late)), undefined)
})

test('yes is said in many ways', () => {
  const said: [string, boolean][] = [
    ['是', true],
    ['√', true],
    ['1', true],
    ['垂管', true],
    ['否', false],
    ['×', false],
    ['', false],
  ]
  for (const [cell, vertical] of said) {
    const units = readUnitTable(table(['单位名称', '是否垂管'], ['临邑县国税局', cell]))
    assert.equal(units?.[0]?.vertical, vertical, cell)
  }
})

test('the units file is read with its lists and empty values', () => {
  const units = readUnitJson([
    { code: 'U1', name: '临邑县酒厂', short: ['酒厂', '县酒厂'], former: [], vertical: true, successor: null },
  ])
  assert.partialDeepStrictEqual(units?.[0], {
    row: 1,
    code: 'U1',
    short: ['酒厂', '县酒厂'],
    former: [],
    vertical: true,
    successor: '',
  })
  for (const wrong of [null, {}, 'text', [1], [null]]) assert.equal(readUnitJson(wrong), undefined)
})
