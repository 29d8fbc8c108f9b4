import assert from 'node:assert/strict'
import test from 'node:test'
import { cellText } from '../book.ts'
import { openCsv } from './open-csv.ts'
import { delimiterOf, recordsOf } from './records.ts'

const HEADER = '姓名,性别,单位\n'
/** GBK bytes of 姓名,性别 and a person; \uXXXX would not test the decoder. */
const GBK = Uint8Array.from([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd0, 0xd4, 0xb1, 0xf0, 0x0a, 0xc0, 0xee, 0xc3, 0xf7, 0x2c, 0xc4, 0xd0,
])

function rows(text: string | Uint8Array): [number, string[]][] {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return (openCsv(bytes).sheets[0]?.rows ?? []).map((row) => [row.number, row.cells.map(cellText)])
}

test('text comes in the encodings of thirty years', () => {
  const expected: [number, string[]][] = [
    [1, ['姓名', '性别']],
    [2, ['李明', '男']],
  ]
  const text = '姓名,性别\n李明,男'
  const swapped = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  for (const bytes of [
    text,
    `\ufeff${text}`,
    GBK,
    Buffer.from(`\ufeff${text}`, 'utf16le'),
    swapped,
    Buffer.from(text, 'utf16le'),
  ]) {
    assert.deepEqual(rows(bytes), expected)
  }
})

test('four-byte characters of GB18030 are read', () => {
  assert.deepEqual(rows(Uint8Array.from([...GBK, 0x2c, 0x82, 0x30, 0xc2, 0x30]))[1]?.[1]?.[2]?.length, 1)
})

test('a UTF-8 file with one bad byte is still UTF-8', () => {
  const bytes = Buffer.concat([
    Buffer.from(`${HEADER}${'李明,男,县教育局\n'.repeat(30)}`),
    Buffer.from([0xff]),
    Buffer.from(',女,县教育局\n'),
  ])
  assert.equal(rows(bytes)[1]?.[1]?.[0], '李明')
})

test('delimiters are found by what most lines agree on', () => {
  for (const mark of [',', '\t', ';']) {
    assert.equal(delimiterOf(`姓名${mark}性别${mark}备注\n李明${mark}男${mark}是，对\n`), mark, JSON.stringify(mark))
  }
  assert.equal(delimiterOf('"a,b,c";x\n"d,e,f";y\n'), ';')
})

test('a quoted line break starts no record and a blank record counts', () => {
  const text = '名册,,\r\n\r\n姓名,备注\r\n李明,"老伴：王红,\r\n同住"\r\n,,\r\n王强,"他说""好"""\r\n'
  assert.deepEqual(rows(text), [
    [1, ['名册', '', '']],
    [3, ['姓名', '备注']],
    [4, ['李明', '老伴：王红,\r\n同住']],
    [6, ['王强', '他说"好"']],
  ])
})

test('quotes that open nothing are letters', () => {
  assert.deepEqual([...recordsOf('a"b,c\n"d"e,f\n"g', ',')], [['a"b', 'c'], ['"d"e', 'f'], ['"g']])
  assert.deepEqual([...recordsOf('"a",\n', ',')], [['a', '']])
  assert.deepEqual([...recordsOf('a,', ',')], [['a', '']])
})

test('old line ends are line ends', () => {
  assert.deepEqual(
    [...recordsOf('a,b\rc,d\r', ',')],
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  )
})

test('what is no text is refused', () => {
  assert.throws(() => rows(''), { code: 'FILE_EMPTY' })
  assert.throws(() => rows(' \n\n , \n'.replaceAll(',', '')), { code: 'FILE_EMPTY' })
  assert.throws(() => rows(Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)), {
    code: 'FILE_NOT_A_SPREADSHEET',
  })
  assert.throws(() => rows(Uint8Array.from({ length: 4000 }, (_, at) => 1 + ((at * 7919) % 30))), {
    code: 'FILE_NOT_A_SPREADSHEET',
  })
  assert.throws(() => rows(','.repeat(2000)), { code: 'FILE_TOO_WIDE' })
})
