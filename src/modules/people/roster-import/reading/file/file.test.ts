import assert from 'node:assert/strict'
import test from 'node:test'
import { cellText, serialDate } from './book.ts'
import { builtInFormat, numberFormat } from './number-format.ts'
import { fileRefusal } from './refusal.ts'
import { sniff } from './sniff.ts'
import { FILE_WORDS, type FileRefusalCode } from './words.ts'

test('a format tells how far a date is known', () => {
  const formats: [string, string | null][] = [
    ['yyyy-mm-dd', 'day'],
    ['yyyy/m/d', 'day'],
    ['yyyy"年"m"月"d"日"', 'day'],
    ['[$-804]yyyy"年"m"月"', 'month'],
    ['yyyy.mm', 'month'],
    ['mmm-yy', 'month'],
    ['e"年"m"月"', 'month'],
    ['yyyy', 'year'],
    ['yyyy-mm-dd hh:mm:ss', 'day'],
    ['h:mm', null],
    ['mm:ss', null],
    ['General', null],
    ['G/通用格式', null],
    ['@', null],
    ['0.00', null],
    ['[红色]0.00;-0.00', null],
    ['"共"0"人"', null],
    ['yyyy\\-mm', 'month'],
    ['[DBNum1][$-804]yyyy"年"m"月"', 'month'],
  ]
  for (const [pattern, grain] of formats) assert.equal(numberFormat(pattern).grain, grain, pattern)
})

test('a format tells how many decimals are shown', () => {
  const decimals: [string, number | null][] = [
    ['0', 0],
    ['0.0', 1],
    ['#,##0.00', 2],
    ['0.00_ ;[Red]\\-0.00', 2],
    ['General', null],
    ['0.00E+00', null],
    ['0%', null],
  ]
  for (const [pattern, shown] of decimals) assert.equal(numberFormat(pattern).decimals, shown, pattern)
  assert.deepEqual([builtInFormat(2).decimals, builtInFormat(0).decimals, builtInFormat(999).grain], [2, null, null])
})

test('cells show what the spreadsheet shows, whole numbers in full', () => {
  const plain = { grain: null, decimals: null }
  assert.equal(cellText({ value: 1949.1, format: { grain: null, decimals: 2 } }), '1949.10')
  assert.equal(cellText({ value: 379900194909150000, format: plain }), '379900194909150000')
  assert.equal(cellText({ value: 379900194909150000, format: { grain: null, decimals: 0 } }), '379900194909150016')
  assert.equal(cellText({ value: 1949.0900000000001, format: plain }), '1949.09')
  assert.equal(cellText({ date: '1949-09-15', grain: 'day' }), '1949-09-15')
  assert.equal(cellText(undefined), '')
})

test('days are counted from 1900 or 1904', () => {
  assert.equal(serialDate(18156, false), '1949-09-15')
  assert.equal(serialDate(16694, true), '1949-09-15')
  assert.equal(serialDate(1, false), '1900-01-01')
  assert.equal(serialDate(61, false), '1900-03-01')
})

test('a file is what it holds, whatever it is called', () => {
  const files: [string, string | number[]][] = [
    ['empty', ''],
    ['zip', 'PK\u0003\u0004'],
    ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
    ['binary', '%PDF-1.4'],
    ['binary', [0x89, 0x50, 0x4e, 0x47]],
    ['markup', '<html><table>'],
    ['markup', '\ufeff  <?xml version="1.0"?><Workbook>'],
    ['markup', '<!DOCTYPE html>'],
    ['text', '姓名,性别'],
    ['text', '<无标题>,x'],
  ]
  for (const [kind, content] of files) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content)
    assert.equal(sniff(bytes), kind, String(content))
  }
})

test('every refusal of a file says in both languages what to do', () => {
  for (const code of Object.keys(FILE_WORDS)) {
    const { zh, en } = fileRefusal(code as FileRefusalCode) // the keys are the codes
    assert.match(zh, /请/, code)
    assert.ok(en.length > 40, code)
  }
})
