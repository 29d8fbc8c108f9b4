import assert from 'node:assert/strict'
import test from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { readXlsx } from 'hucre'
import { formulaSafe, type Sheet, writeWorkbook } from './workbook.ts'

const ROSTER: Sheet = {
  name: '花名册',
  header: ['姓名', '身份证号', '工时'],
  rows: [['王秀英', '37142419310502002X', 1.5]],
}

async function back(...sheets: Partial<Sheet>[]) {
  const book = await readXlsx(await writeWorkbook(sheets.map((sheet) => ({ ...ROSTER, ...sheet }))))
  return book.sheets
}

const firstOf = async (sheet: Partial<Sheet>) => {
  const [first] = await back(sheet)
  assert.ok(first)
  return first
}

/** One part of the file as it lies in the archive, for what a reader of cells does not tell. */
async function partOf(path: string, ...sheets: Partial<Sheet>[]): Promise<string> {
  const zip = Buffer.from(await writeWorkbook(sheets.map((sheet) => ({ ...ROSTER, ...sheet }))))
  const at = zip.indexOf(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.alloc(0)]))
  for (let entry = at; zip.readUInt32LE(entry) === 0x02014b50; ) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(entry + offset))
    const name = zip.toString('utf8', entry + 46, entry + 46 + (nameLength ?? 0))
    const local = zip.readUInt32LE(entry + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20))
    if (name === path) return (zip.readUInt16LE(entry + 10) ? inflateRawSync(packed) : packed).toString('utf8')
    entry += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  throw new Error(`no ${path}`)
}

test('numbers of people stay text to the last digit, figures stay figures', async () => {
  const rows = [
    ['王秀英', '37142419310502002X', 1.5],
    ['李四', '371424193105020020', 0],
    ['钱二', '013912345678', -3],
    ['孙三', null, null],
  ]
  const sheet = await firstOf({ rows })
  assert.deepEqual(sheet.rows, [['姓名', '身份证号', '工时'], ...rows])
})

test('what a spreadsheet program could run is kept text, in every cell, title and header', async () => {
  const SAFE: [value: string, kept: string][] = [
    ['=1+1', "'=1+1"],
    ['=cmd|"/c calc"!A1', `'=cmd|"/c calc"!A1`],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+1+cmd', "'+1+cmd"],
    ['-2+3+cmd', "'-2+3+cmd"],
    ['＝1+1', "'＝1+1"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['+86 139 1234 5678', '+86 139 1234 5678'],
    ['-15', '-15'],
    ['0534-4221234', '0534-4221234'],
    ['王=李', '王=李'],
    ['', ''],
  ]
  for (const [value, kept] of SAFE) assert.equal(formulaSafe(value), kept)
  const sheet = await firstOf({ title: '=1', note: '@a', header: ['=h', 'b', 'c'], rows: [['=x', '-', 1]] })
  assert.deepEqual(sheet.rows, [
    ["'=1", null, null],
    ["'@a", null, null],
    ["'=h", 'b', 'c'],
    ["'=x", '-', 1],
  ])
  assert.doesNotMatch(await partOf('xl/worksheets/sheet1.xml', { rows: [['=1+1', '=A1', 1]] }), /<f>/)
})

test('what no file can carry is left out, and a text that is too long is cut', async () => {
  const sheet = await firstOf({
    rows: [
      ['王\u0000秀\u0007英\ud800', 'a\tb\nc', 1],
      ['x'.repeat(40_000), '𠮷'.repeat(20_000), 2],
    ],
  })
  assert.deepEqual(sheet.rows[1], ['王秀英', 'a\tb\nc', 1])
  const [, , [long, pairs] = []] = sheet.rows
  assert.equal(String(long).length, 32_766)
  assert.ok(String(pairs).isWellFormed() && String(pairs).length <= 32_767)
})

test('it prints as an office files it: across, as wide as the paper, its header on every page, numbered', async () => {
  const sheet = await firstOf({ title: '老干部台账', note: '2026-03-02', footer: '老干部局 & 社区', paper: 'A3' })
  const { paperSize, orientation, fitToWidth, fitToHeight, printTitlesRow } = sheet.pageSetup ?? {}
  assert.deepEqual(
    [paperSize, orientation, fitToWidth, fitToHeight, printTitlesRow],
    ['a3', 'landscape', 1, 0, '$3:$3'],
  )
  assert.equal(sheet.headerFooter?.oddFooter, '&L老干部局 && 社区&C— &P / &N —')
  assert.equal(sheet.freezePane?.rows, 3)
  assert.deepEqual(
    sheet.merges?.map(({ startRow, endRow, startCol, endCol }) => [startRow, endRow, startCol, endCol]),
    [
      [0, 0, 0, 2],
      [1, 1, 0, 2],
    ],
  )
  const plain = await firstOf({})
  assert.deepEqual(
    [plain.pageSetup?.paperSize, plain.pageSetup?.printTitlesRow, plain.merges ?? []],
    ['a4', '$1:$1', []],
  )
})

test('a table of one column has nothing to merge', async () => {
  assert.deepEqual((await firstOf({ title: '名单', header: ['姓名'], rows: [['王']] })).merges ?? [], [])
})

test('columns are as wide as what stands in them, a Chinese character for two, within bounds', async () => {
  const sheet = await firstOf({ rows: [['王', '邢侗街道办事处'.repeat(9), 1]] })
  assert.deepEqual(
    sheet.columns?.map((column) => column.width),
    [6, 36, 6],
  )
  const set = await firstOf({ widths: [8, 20] })
  assert.deepEqual(
    set.columns?.map((column) => column.width),
    [8, 20, 6],
  )
})

test('sheets may be called what people call them', async () => {
  const wishes = [
    '2026年 台账',
    "老干部's",
    '邢侗/恒源[1]',
    '',
    '同名',
    '同名',
    '同名',
    'Ａ'.repeat(40),
    'a'.repeat(40),
    `A${'a'.repeat(39)}`,
  ]
  const sheets = await back(...wishes.map((name) => ({ name })))
  assert.deepEqual(
    sheets.map((sheet) => sheet.name),
    [
      '2026年 台账',
      "老干部's",
      '邢侗-恒源-1-',
      '表',
      '同名',
      '同名 2',
      '同名 3',
      'Ａ'.repeat(31),
      'a'.repeat(31),
      `A${'a'.repeat(28)} 2`,
    ],
  )
  for (const sheet of sheets) assert.equal(sheet.pageSetup?.printTitlesRow, '$1:$1')
})

test('the name of a sheet stands in quotes where it is referred to, or Excel calls the file broken', async () => {
  const book = await partOf('xl/workbook.xml', { name: "2026年 '台账' 一" })
  assert.match(
    book,
    /<definedName name="_xlnm\.Print_Titles" localSheetId="0">'2026年 ''台账'' 一'!\$1:\$1<\/definedName>/,
  )
})

test('headings and totals stand out', async () => {
  const xml = await partOf('xl/worksheets/sheet1.xml', {
    rows: [
      ['a', 'b', 1],
      ['计', 'c', 2],
    ],
    strong: new Set([1]),
  })
  const style = (cell: string) => new RegExp(`r="${cell}"[^>]* s="(\\d+)"`).exec(xml)?.[1]
  assert.equal(style('A2'), style('B2'))
  assert.notEqual(style('A2'), style('A3'))
  assert.notEqual(style('A1'), style('A2'))
})
