import assert from 'node:assert/strict'
import test from 'node:test'
import { CFB, utils, write } from '@e965/xlsx'
import { cellText } from '../book.ts'
import { openXls } from './open-xls.ts'

type Old = Parameters<typeof write>[0]

function oldBook(rows: unknown[][], change: (book: Old) => void = () => undefined): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '名册')
  utils.book_append_sheet(book, utils.aoa_to_sheet([['旧表']]), '旧名册')
  change(book)
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer) // type 'buffer' gives one
}

function container(stream: string): Uint8Array {
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, stream, Buffer.alloc(8000, 1))
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer) // type 'buffer' gives one
}

test('the old binary format is read with its dates, numbers and hidden sheets', () => {
  const bytes = oldBook(
    [
      ['姓名', '出生日期', '电话'],
      ['李明', { t: 'n', v: 18156, z: 'yyyy-mm-dd' }, 13_912_345_678],
    ],
    (book) => {
      book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] }
    },
  )
  const { sheets } = openXls(bytes)
  assert.deepEqual(
    sheets.map((sheet) => [sheet.name, sheet.hidden]),
    [
      ['名册', false],
      ['旧名册', true],
    ],
  )
  assert.deepEqual(sheets[0]?.rows[1]?.cells.map(cellText), ['李明', '1949-09-15', '13912345678'])
  assert.deepEqual(sheets[0]?.rows[1]?.cells[1], { date: '1949-09-15', grain: 'day' })
})

test('merges and row numbers of the old format are kept', () => {
  const bytes = oldBook([['标题'], [], ['姓名', '性别'], ['李明', '男']], (book) => {
    const sheet = book.Sheets['名册']
    if (sheet) sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }]
  })
  const [sheet] = openXls(bytes).sheets
  assert.deepEqual(
    sheet?.rows.map((row) => row.number),
    [1, 3, 4],
  )
  assert.deepEqual(sheet?.merges, [{ top: 1, bottom: 1, left: 0, right: 1 }])
})

test('a built-in Chinese date format of the old binary format is known by its number', () => {
  const bytes = oldBook([
    ['姓名', '出生年月'],
    ['李明', { t: 'n', v: 18156, z: '0.00' }],
  ])
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (let at = 0; at + 24 <= bytes.length; at++) {
    const isStyle = view.getUint16(at, true) === 0xe0 && view.getUint16(at + 2, true) === 20
    if (isStyle && view.getUint16(at + 6, true) === 2) view.setUint16(at + 6, 57, true)
  }
  assert.deepEqual(openXls(bytes).sheets[0]?.rows[1]?.cells[1], { date: '1949-09-15', grain: 'month' })
})

test('passwords, documents and broken containers are refused in their own words', () => {
  assert.throws(() => openXls(container('/EncryptedPackage')), { code: 'FILE_ENCRYPTED' })
  assert.throws(() => openXls(container('/WordDocument')), { code: 'FILE_IS_A_DOCUMENT' })
  assert.throws(() => openXls(container('/Something')), { code: 'FILE_NOT_A_SPREADSHEET' })
  const bytes = oldBook([['姓名'], ['李明']])
  for (const length of [8, 700, 2000]) {
    assert.throws(
      () => openXls(bytes.subarray(0, length)),
      { code: /FILE_(DAMAGED|NOT_A_SPREADSHEET)/ },
      String(length),
    )
  }
})

test('a workbook stream behind a password says so', () => {
  const bytes = oldBook(Array.from({ length: 300 }, () => ['李明', '男', '县教育局']))
  const at = Buffer.from(bytes).indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00])) + 20
  new DataView(bytes.buffer, bytes.byteOffset).setUint16(at, 0x2f, true)
  assert.throws(() => openXls(bytes), { code: 'FILE_ENCRYPTED' })
})

test('a chain of sectors that turns in a circle ends', () => {
  const bytes = oldBook(Array.from({ length: 300 }, () => ['李明', '男', '县教育局']))
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const fat = (view.getUint32(0x4c, true) + 1) << 9
  const directory = view.getUint32(0x30, true)
  view.setUint32(fat + directory * 4, directory, true)
  assert.throws(() => openXls(bytes), { code: 'FILE_DAMAGED' })
})

test('a workbook older than Excel 97 keeps its Chinese in a code page', () => {
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['NAME', 'SEXX'],
      ['LIMI', 'MM'],
    ]),
    'LIST',
  )
  const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'biff5' }) as Buffer) // type 'buffer' gives one
  const gbk: [string, number[]][] = [
    ['NAME', [0xd0, 0xd5, 0xc3, 0xfb]],
    ['SEXX', [0xd0, 0xd4, 0xb1, 0xf0]],
    ['LIMI', [0xc0, 0xee, 0xc3, 0xf7]],
    ['MM', [0xc4, 0xd0]],
  ]
  for (const [letters, code] of gbk) bytes.set(code, Buffer.from(bytes).indexOf(letters))
  const codePage = Buffer.from(bytes).indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00]))
  new DataView(bytes.buffer, bytes.byteOffset).setUint16(codePage + 4, 936, true)
  const { sheets } = openXls(bytes)
  assert.deepEqual(
    sheets[0]?.rows.map((row) => row.cells.map(cellText)),
    [
      ['姓名', '性别'],
      ['李明', '男'],
    ],
  )
})
