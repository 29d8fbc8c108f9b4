import assert from 'node:assert/strict'
import test from 'node:test'
import { biff, biffStream, f64, type OldSheet, u16, u32, wide } from '../../samples/biff-of.ts'
import { cellText } from '../book.ts'
import { openXls } from './open-xls.ts'
import { rkNumber } from './sheet-cells.ts'

const sheet = (...records: Buffer[]): OldSheet => ({ name: '名册', records })
const label = (row: number, column: number, text: string) => biff(0x204, u16(row, column, 0), wide(text))

function texts(globals: Buffer[], ...records: Buffer[]): string[][] {
  return openXls(biffStream(globals, [sheet(...records)])).sheets[0]?.rows.map((row) => row.cells.map(cellText)) ?? []
}

test('every kind of cell is read', () => {
  const cells = [
    label(0, 0, '姓名'),
    biff(0x203, u16(1, 0, 0), f64(3140.5)),
    biff(0x27e, u16(1, 1, 0), u32((1949 << 2) | 2)),
    biff(0xbd, u16(1, 2), u16(0), u32((194_910 << 2) | 3), u16(0), u32((7 << 2) | 2), u16(3)),
    biff(0x205, u16(1, 4, 0), [1, 0]),
    biff(0x205, u16(1, 5, 0), [42, 1]),
  ]
  assert.deepEqual(texts([], ...cells), [['姓名'], ['3140.5', '1949', '1949.1', '7', 'TRUE']])
})

test('thirty bits hold a whole number or half a double, perhaps a hundredth', () => {
  const doubled = new DataView(new ArrayBuffer(8))
  doubled.setFloat64(0, 1.5, true)
  assert.deepEqual(
    [rkNumber((5 << 2) | 2), rkNumber((-5 << 2) | 2), rkNumber((550 << 2) | 3), rkNumber(doubled.getInt32(4, true))],
    [5, -5, 5.5, 1.5],
  )
})

test('a formula of the old format counts with its stored result', () => {
  const result = (column: number, bytes: Buffer | number[]) => biff(0x06, u16(0, column, 0), bytes, Buffer.alloc(8))
  const rows = texts(
    [],
    result(0, f64(64)),
    result(1, [0, 0, 0, 0, 0, 0, 0xff, 0xff]),
    biff(0x4bc, Buffer.alloc(10)),
    biff(0x207, wide('李明')),
    result(2, [1, 0, 1, 0, 0, 0, 0xff, 0xff]),
    result(3, [2, 0, 7, 0, 0, 0, 0xff, 0xff]),
    result(4, [3, 0, 0, 0, 0, 0, 0xff, 0xff]),
  )
  assert.deepEqual(rows, [['64', '李明', 'TRUE']])
})

test('shared texts run over the seams of their records, narrow and wide', () => {
  const cell = (column: number, text: number) => biff(0xfd, u16(0, column, 0), u32(text))
  const first = Buffer.concat([u32(4), u32(4), wide('姓名'), u16(4), Buffer.from([1]), Buffer.from('县教', 'utf16le')])
  const second = Buffer.concat([
    Buffer.from([1]),
    Buffer.from('育局', 'utf16le'),
    u16(6),
    Buffer.from([0]),
    Buffer.from('abc'),
  ])
  const third = Buffer.concat([
    Buffer.from([0]),
    Buffer.from('def'),
    u16(2),
    Buffer.from([0x0d]),
    u16(1),
    u32(4),
    Buffer.from('李明', 'utf16le'),
    Buffer.alloc(8),
  ])
  const globals = [biff(0xfc, first), biff(0x3c, second), biff(0x3c, third)]
  assert.deepEqual(texts(globals, cell(0, 0), cell(1, 1), cell(2, 2), cell(3, 3), cell(4, 9)), [
    ['姓名', '县教育局', 'abcdef', '李明'],
  ])
})

const font = (isStruck: boolean) => biff(0x31, u16(200, isStruck ? 8 : 0), Buffer.alloc(10))
const style = (fontNumber: number, format: number, colour = 64) =>
  biff(0xe0, u16(fontNumber, format), Buffer.alloc(10), u32(colour === 64 ? 0 : 1 << 26), u16(colour))

test('formats, lines through and fills are known by the style’s number', () => {
  const globals = [
    font(false),
    font(true),
    font(false),
    font(false),
    font(true),
    biff(0x41e, u16(170), wide('yyyy"年"m"月"')),
    style(0, 0),
    style(1, 57),
    style(5, 170, 10),
    style(0, 31, 9),
  ]
  const number = (column: number, at: number) => biff(0x203, u16(0, column, at), f64(18_156))
  const [row] =
    openXls(biffStream(globals, [sheet(number(0, 0), number(1, 1), number(2, 2), number(3, 3))])).sheets[0]?.rows ?? []
  assert.deepEqual(row?.cells.slice(1), [
    { date: '1949-09-15', grain: 'month' },
    { date: '1949-09-15', grain: 'month' },
    { date: '1949-09-15', grain: 'day' },
  ])
  assert.deepEqual(row?.marks?.slice(1), [
    { struck: true, fill: null },
    { struck: true, fill: 'indexed 10' },
  ])
})

test('the base of 1904 and hidden sheets are said before the sheets', () => {
  const hidden: OldSheet = { name: '旧表', visibility: 2, records: [biff(0x203, u16(0, 0, 0), f64(16_694))] }
  const book = openXls(biffStream([biff(0x22, u16(1)), style(0, 14)], [sheet(), hidden]))
  assert.equal(book.base1904, true)
  assert.deepEqual(
    book.sheets.map((one) => one.hidden),
    [false, true],
  )
  assert.deepEqual(book.sheets[1]?.rows[0]?.cells[0], { date: '1949-09-15', grain: 'day' })
})

test('remarks of the old format belong to their rows', () => {
  const object = biff(0x5d, u16(0x15, 0x12, 0x19, 7), Buffer.alloc(14))
  const text = biff(0x1b6, Buffer.alloc(10), u16(9), Buffer.alloc(6))
  const said = biff(0x3c, [1], Buffer.from('2013年3月去世', 'utf16le'))
  const note = biff(0x1c, u16(0, 0, 0, 7), Buffer.alloc(6))
  const [row] = openXls(biffStream([], [sheet(label(0, 0, '李明'), object, text, said, note)])).sheets[0]?.rows ?? []
  assert.deepEqual(row?.notes, ['2013年3月去世'])
})

test('a chart inside a sheet is no part of the table', () => {
  const chart = [biff(0x809, u16(0x600, 0x20), Buffer.alloc(12)), label(9, 9, '图表'), biff(0x0a)]
  assert.deepEqual(texts([], label(0, 0, '姓名'), ...chart, label(1, 0, '李明')), [['姓名'], ['李明']])
})

test('records that are too short or leave the stream are passed over', () => {
  assert.deepEqual(
    texts(
      [],
      biff(0x203, u16(0, 0)),
      biff(0xfd, u16(0)),
      label(0, 0, '姓名'),
      biff(0x204, u16(1, 0, 0), u16(500), [1]),
    ),
    [['姓名']],
  )
  const cut = biffStream([], [sheet(label(0, 0, '姓名'), label(1, 0, '李明'))])
  assert.equal(openXls(cut.subarray(0, cut.length - 8)).sheets[0]?.rows.length, 1)
})

test('formats before Excel 5 are not guessed at', () => {
  assert.throws(() => openXls(biffStream([], [sheet()], 0x400)), { code: 'FILE_OTHER_FORMAT' })
  assert.throws(() => openXls(biffStream([biff(0x2f, [0, 0])], [sheet()])), { code: 'FILE_ENCRYPTED' })
  assert.throws(() => openXls(biffStream([], [])), { code: 'FILE_DAMAGED' })
})
