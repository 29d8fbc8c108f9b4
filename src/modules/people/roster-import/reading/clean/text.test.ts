import assert from 'node:assert/strict'
import test from 'node:test'
import { asWritten, fold, isDitto, isNothing, squeeze } from './text.ts'

const FOLDED: [string, string][] = [
  ['３７９９００Ｘ', '379900X'],
  ['　李　明　', '李 明'],
  ['\u00a0王\u200b红\ufeff', '王红'],
  ['第一行\r\n第二行', '第一行\n第二行'],
  ['="379900194909150015"', '379900194909150015'],
  ["'0012", '0012'],
  ['`0012', '0012'],
  ['（０５３４）', '(0534)'],
  ['￥2,860', '¥2,860'],
  ['同志', '同志'],
]

test('width, spaces and invisible characters never matter', () => {
  for (const [written, folded] of FOLDED) assert.equal(fold(written), folded, JSON.stringify(written))
})

test('a squeezed text has no space or line break left', () => {
  assert.equal(squeeze(' 姓　 名\n'), '姓名')
  assert.equal(squeeze('出生\r\n年月'), '出生年月')
})

test('what is copied keeps its widths but not its line breaks', () => {
  assert.equal(asWritten('槐树社区\r\n３号楼（东）\u200b'), '槐树社区３号楼（东）')
})

test('offices write nothing in many ways', () => {
  const nothing = [
    '',
    ' ',
    '　',
    '无',
    '不详',
    '不清',
    '待查',
    '未知',
    '—',
    '-',
    '/',
    '——',
    '－',
    '／',
    ' 无 ',
    '\u200b',
  ]
  for (const text of nothing) assert.equal(isNothing(text), true, JSON.stringify(text))
  for (const text of ['无锡', '0', '不详细', '吴', '无党派', '未婚', '1949']) assert.equal(isNothing(text), false, text)
})

test('a ditto mark stands for the cell above', () => {
  for (const mark of ['〃', '″', '"', '同上', ' 〃 ', '“', '—〃—', '＂']) assert.equal(isDitto(mark), true, mark)
  for (const text of ['同', '同上村', '"张三"', '']) assert.equal(isDitto(text), false, text)
})
