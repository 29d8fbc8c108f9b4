import assert from 'node:assert/strict'
import test from 'node:test'
import type { Row } from '../../file/book.ts'
import { noPersonIn, rowOutside, saysTotal } from './row-kinds.ts'

const rowOf = (...cells: (string | undefined)[]): Row => ({ number: 9, cells })

function kind(cells: (string | undefined)[], personal = 0): string {
  const row = rowOf(...cells)
  return noPersonIn({ row, name: row.cells[1], personal }) ?? 'maybe somebody'
}

const INSIDE: [string, (string | undefined)[], number][] = [
  ['total', ['合计', '283人'], 0],
  ['total', ['合 计', undefined, '共13人'], 0],
  ['total', ['本页小计', '45人'], 0],
  ['total', ['小计', undefined, '离休0人，退休35人'], 0],
  ['total', ['合计：离休1人，退休11人'], 0],
  ['total', [undefined, '总计', '58'], 0],
  ['total', ['共591人'], 0],
  ['total', ['以上共12人'], 0],
  ['footer', [undefined, '填表人：王丽', undefined, '审核人：赵勇'], 0],
  ['footer', ['填表人：', '王丽', '审核人：', '赵勇', '4231234'], 1],
  ['footer', ['校长：', undefined, '经办人：', '2013年6月28日'], 0],
  ['footer', ['制表：', '二〇一三年六月'], 0],
  ['footer', ['2013年6月30日'], 0],
  ['footer', ['单位负责人（签字）：赵勇', '联系电话：4231234'], 1],
  ['note', ['说明：1.填写退休时的职务；2.带*号的为女同志。'], 0],
  ['note', ['注：本表一式两份'], 0],
  ['note', ['单位：青河县教育局', '2013年6月'], 0],
  ['section', ['一、离休干部'], 0],
  ['section', ['（二）县教育局 8人', undefined, '联系人张三13912345678'], 1],
  ['section', ['表二：退休干部'], 0],
  ['section', [undefined, '离休干部'], 0],
  ['blank', ['12'], 0],
  ['blank', [], 0],
  ['maybe somebody', ['1', '李明', '男'], 1],
  ['maybe somebody', ['1', '李明'], 0],
  ['maybe somebody', [undefined, '李明', '县教育局'], 0],
  ['maybe somebody', ['1', '李明', '电话：13912345678', '男'], 2],
  ['maybe somebody', ['总工会', '李明', '男'], 1],
  ['maybe somebody', ['计生局', '王红', '女'], 1],
  ['maybe somebody', ['共青团青河县委', '王红', '女'], 1],
]

test('inside a table totals, signatures, remarks and sections are told from people', () => {
  for (const [expected, cells, personal] of INSIDE) assert.equal(kind(cells, personal), expected, cells.join(' | '))
})

test('outside a table rows are titles, remarks, sections or lists', () => {
  assert.equal(rowOutside(rowOf('青河县花名册'), true), 'title')
  assert.equal(rowOutside(rowOf('填报单位：县教育局', undefined, '填报时间：2013年6月'), false), 'note')
  assert.equal(rowOutside(rowOf('表一：离休干部'), false), 'section')
  assert.equal(rowOutside(rowOf('男', '汉族', '党员'), false), 'list')
  assert.equal(rowOutside(rowOf('合计', '12'), false), 'total')
})

test('only words of summing up sum up', () => {
  for (const text of ['合计', '总计12人', '小计：', '共12人', '其中：离休3人'])
    assert.equal(saysTotal(text), true, text)
  for (const text of ['总工会', '计委', '共产党员', '统计局', '合作社', '']) assert.equal(saysTotal(text), false, text)
})
