import assert from 'node:assert/strict'
import test from 'node:test'
import type { Cell } from '../../file/book.ts'
import { numberFormat } from '../../file/number-format.ts'
import { birthDate, dateInLife } from './century.ts'
import { readDate } from './read-date.ts'

const number = (value: number, pattern = 'General'): Cell => ({ value, format: numberFormat(pattern) })

function read(cell: Cell | undefined, base1904 = false): string {
  const found = readDate(cell, base1904)
  if (found.is === 'lunar') return `lunar ${found.year}`
  if (found.is === 'age') return `age ${found.years}`
  if (found.is !== 'date') return found.is
  return found.parts.zeroLost ? `${birthDate(found.parts)} zero lost` : birthDate(found.parts)
}

const TEXTS: [string, string][] = [
  ['1949.9', '1949-09'],
  ['1949.09', '1949-09'],
  ['1949-09', '1949-09'],
  ['1949/9', '1949-09'],
  ['1949/9/15', '1949-09-15'],
  ['1949.9.15', '1949-09-15'],
  ['1949-9-15', '1949-09-15'],
  ['194909', '1949-09'],
  ['19490915', '1949-09-15'],
  ['49年9月', '1949-09'],
  ['49.9.15', '1949-09-15'],
  ['49.10', '1949-10'],
  ['490915', '1949-09-15'],
  ['一九四九年九月', '1949-09'],
  ['一九四九年九月十五日', '1949-09-15'],
  ['一九五〇年十二月三十一日', '1950-12-31'],
  ['一九五○年二月', '1950-02'],
  ['一九五零年十月', '1950-10'],
  ['一九四九年', '1949'],
  ['1949年9月', '1949-09'],
  ['1949年09月15日', '1949-09-15'],
  ['1949 年 9 月', '1949-09'],
  ['1949年9月生', '1949-09'],
  ['1949年9月15日出生', '1949-09-15'],
  ['生于1949年9月', '1949-09'],
  ['1949-09-15 00:00:00', '1949-09-15'],
  ['1949-09-15T00:00:00', '1949-09-15'],
  ['1949/9/15 0:00', '1949-09-15'],
  ['1949', '1949'],
  ['1949年', '1949'],
  ['19490900', '1949-09'],
  ['19490000', '1949'],
  ['１９４９．０９', '1949-09'],
  ['1949．9．15', '1949-09-15'],
  ['1949。9', '1949-09'],
  ['1949—09', '1949-09'],
  ['1949.09.', '1949-09'],
  ['1949.1', '1949 zero lost'],
  ['49.1', '1949 zero lost'],
  ['1949.01', '1949-01'],
  ['1949.10', '1949-10'],
  ['1949-1', '1949-01'],
  ['1949年1月', '1949-01'],
  ['1949.1.5', '1949-01-05'],
  ['49.9.30前', '1949-09-30'],
  ['1949.9.30以前', '1949-09-30'],
  ['1949年9月前', '1949-09'],
  ['18142', '1949-09-01'],
  ['18152.', '1949-09-11'],
  ['1944年13月', 'unreadable'],
  ['1949.2.30', 'unreadable'],
  ['1949年9月31日', 'unreadable'],
  ['四十年代', 'unreadable'],
  ['1087.11', 'unreadable'],
  ['不详', 'nothing'],
  ['—', 'nothing'],
  ['', 'nothing'],
  ['83岁', 'age 83'],
  ['72周岁', 'age 72'],
  ['现年79岁', 'age 79'],
  ['八十三岁', 'age 83'],
  ['七十周岁', 'age 70'],
]

test('a date is read in every form offices write it, as far as it goes', () => {
  for (const [text, expected] of TEXTS) assert.equal(read(text), expected, text)
})

const LUNAR: [string, number | undefined][] = [
  ['农历1950年八月十七', 1950],
  ['阴历1924年3月13日', 1924],
  ['1950年八月十七', 1950],
  ['一九五〇年八月十七', 1950],
  ['1950年正月', 1950],
  ['1950年腊月初八', 1950],
  ['1950年三月廿五', 1950],
  ['1950.8.17（农历）', 1950],
  ['50年闰五月', 1950],
  ['八月初五', undefined],
]

test('a date of the moon is known for one and never converted', () => {
  for (const [text, year] of LUNAR) assert.deepEqual(readDate(text, false), { is: 'lunar', year }, text)
  for (const text of ['1950年八月十七日', '1950年十一月', '一九五〇年八月'])
    assert.equal(readDate(text, false).is, 'date', text)
})

test('a number counts as it is shown', () => {
  const shown: [Cell, string][] = [
    [number(1949.1), '1949 zero lost'],
    [number(1949.1, '0.00'), '1949-10'],
    [number(1949.1, '0.0'), '1949 zero lost'],
    [number(1949.09), '1949-09'],
    [number(1949.9), '1949-09'],
    [number(1949.12), '1949-12'],
    [number(1949), '1949'],
    [number(194909), '1949-09'],
    [number(19490915), '1949-09-15'],
    [number(18142), '1949-09-01'],
    [number(7574), '1920-09-25'],
    [{ date: '1949-09-15', grain: 'day' }, '1949-09-15'],
    [{ date: '1949-09-01', grain: 'month' }, '1949-09'],
    [{ date: '1949-01-01', grain: 'year' }, '1949'],
  ]
  for (const [cell, expected] of shown) assert.equal(read(cell), expected, JSON.stringify(cell))
})

test('a workbook that counts from 1904 counts all its days from there', () => {
  assert.equal(read(number(16680), true), '1949-09-01')
  assert.equal(read('16680', true), '1949-09-01')
})

const LIFE = { from: '1945-03', to: '2013-06-30' }

test('a two-digit year takes the only century that lies in the life', () => {
  const dates: [string, string | undefined][] = [
    ['65.12', '1965-12'],
    ['05年3月', '2005-03'],
    ['13.5', '2013-05'],
    ['13.10', undefined],
    ['44.12', undefined],
    ['2005.3', '2005-03'],
  ]
  for (const [text, expected] of dates) {
    const found = readDate(text, false)
    assert.equal(found.is === 'date' ? dateInLife(found.parts, LIFE) : found.is, expected, text)
  }
})

test('without a birth date a two-digit year must still be possible for somebody alive', () => {
  const found = readDate('60.5', false)
  assert.equal(found.is === 'date' && dateInLife(found.parts, { from: undefined, to: '2013-06-30' }), '1960-05')
  const early = readDate('05.3', false)
  assert.equal(
    early.is === 'date' && dateInLife(early.parts, { from: undefined, to: '2013-06-30', grown: 40 }),
    '2005-03',
  )
  assert.equal(early.is === 'date' && dateInLife(early.parts, { from: undefined, to: '2013-06-30' }), undefined)
})
