import assert from 'node:assert/strict'
import test from 'node:test'
import { type BookSpec, workbookOf, workbookParts } from '../../samples/workbook-of.ts'
import { zipOf } from '../../samples/zip-of.ts'
import { cellText } from '../book.ts'
import { RefusedFile } from '../refusal.ts'
import { columnOf } from './cells.ts'
import { openXlsx } from './open-xlsx.ts'
import { attribute, tagsOf, textOf } from './xml.ts'

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

async function opened(spec: BookSpec) {
  return await openXlsx(workbookOf(spec))
}

/** Opens a workbook whose first sheet is this XML instead. */
async function sheetFrom(xml: string, strings?: string) {
  const parts = workbookParts({ sheets: [{ rows: [] }] }).map((part) => {
    if (part.name === 'xl/worksheets/sheet1.xml') return { ...part, text: xml }
    if (part.name !== 'xl/_rels/workbook.xml.rels' || strings === undefined) return part
    const relation = `<Relationship Id="rIdT" Type="${RELATION}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`
    return { ...part, text: String(part.text).replace('</Relationships>', relation) }
  })
  const all = strings === undefined ? parts : [...parts, { name: 'xl/sharedStrings.xml', text: strings }]
  const book = await openXlsx(zipOf(all))
  return book.sheets[0]?.rows ?? []
}

async function refused(parts: Parameters<typeof zipOf>[0]): Promise<string> {
  try {
    await openXlsx(zipOf(parts))
    return 'opened'
  } catch (cause) {
    return cause instanceof RefusedFile ? cause.code : String(cause)
  }
}

test('cells, merges, marks and remarks come out of a workbook', async () => {
  const book = await opened({
    sheets: [
      {
        name: '名册',
        merges: ['A1:B1', 'A2:A3'],
        rows: [
          ['标题'],
          [
            { value: '李 & 明', fill: 'FFC7CE' },
            { value: 3140.5, format: '0.0' },
          ],
          [null, { value: '王<红>', struck: true, note: '去世' }],
        ],
      },
      { name: '隐藏', state: 'veryHidden', rows: [] },
    ],
  })
  const [first, second] = book.sheets
  assert.deepEqual([first?.name, first?.hidden, second?.hidden], ['名册', false, true])
  assert.deepEqual(
    first?.rows.map((row) => row.cells.map(cellText)),
    [['标题'], ['李 & 明', '3140.5'], ['', '王<红>']],
  )
  assert.deepEqual(first?.rows[1]?.marks, [{ struck: false, fill: 'FFC7CE' }])
  assert.deepEqual(first?.rows[2]?.marks?.[1], { struck: true, fill: null })
  assert.deepEqual(first?.rows[2]?.notes, ['去世'])
  assert.deepEqual(first?.merges, [
    { top: 1, bottom: 1, left: 0, right: 1 },
    { top: 2, bottom: 3, left: 0, right: 0 },
  ])
})

test('a workbook whose tags carry a prefix is read as well', async () => {
  const book = await opened({
    prefix: 'x',
    sheets: [
      {
        rows: [
          ['姓名', '性别'],
          ['李明', 1],
        ],
        merges: ['A1:B1'],
      },
    ],
  })
  assert.deepEqual(
    book.sheets[0]?.rows.map((row) => row.cells.map(cellText)),
    [
      ['姓名', '性别'],
      ['李明', '1'],
    ],
  )
  assert.equal(book.sheets[0]?.merges.length, 1)
})

test('a formula counts with its stored result and is never worked out', async () => {
  const book = await opened({
    sheets: [
      {
        rows: [
          [
            { value: '李明', formula: 'WEBSERVICE("http://example.invalid/")' },
            { value: 64, formula: '2013-1949' },
            { value: null, formula: "cmd|' /C calc'!A0" },
          ],
        ],
      },
    ],
  })
  assert.deepEqual(book.sheets[0]?.rows[0]?.cells.map(cellText), ['李明', '64'])
})

test('shared strings keep rich text, leave out reading aids, and know their own line through', async () => {
  const strings = `<sst><si><t>姓名</t></si><si><r><rPr><b/></rPr><t>李</t></r><r><t xml:space="preserve"> 明</t></r><rPh sb="0"><t>ming</t></rPh></si>
    <si><r><rPr><strike/></rPr><t>王红</t></r></si><si/><si><t>a_x000D_b &#x4E00; &lt;c&gt;</t></si></sst>`
  const cell = (at: number) => `<c r="${String.fromCharCode(65 + at)}1" t="s"><v>${at}</v></c>`
  const rows = await sheetFrom(
    `<worksheet><sheetData><row r="1">${[0, 1, 2, 3, 4].map(cell).join('')}</row></sheetData></worksheet>`,
    strings,
  )
  assert.deepEqual(rows[0]?.cells.map(cellText), ['姓名', '李 明', '王红', '', 'a\rb 一 <c>'])
  assert.deepEqual(rows[0]?.marks?.[2], { struck: true, fill: null })
})

test('rows and cells without places follow the ones before', async () => {
  const rows = await sheetFrom(
    '<worksheet><sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row r="9"><c r="B9"><v>5</v></c></row></sheetData></worksheet>',
  )
  assert.deepEqual(
    rows.map((row) => [row.number, row.cells.map(cellText)]),
    [
      [1, ['1', '', '3']],
      [9, ['', '5']],
    ],
  )
})

test('errors are empty, truth is a word, dates as text stay text', async () => {
  const rows = await sheetFrom(
    '<worksheet><sheetData><row r="1"><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c><c t="d"><v>1949-09-15</v></c></row></sheetData></worksheet>',
  )
  assert.deepEqual(rows[0]?.cells.map(cellText), ['', 'TRUE', '1949-09-15'])
})

test('what is no workbook says what it is', async () => {
  assert.equal(await refused([{ name: 'word/document.xml', text: '<w/>' }]), 'FILE_IS_A_DOCUMENT')
  assert.equal(
    await refused([{ name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet' }]),
    'FILE_OTHER_FORMAT',
  )
  assert.equal(await refused([{ name: 'xl/workbook.bin', text: 'x' }]), 'FILE_OTHER_FORMAT')
  assert.equal(await refused([{ name: 'photo.jpg', text: 'x' }]), 'FILE_OTHER_FORMAT')
  assert.equal(
    await refused(workbookParts({ sheets: [{ rows: [] }] }).filter((part) => !part.name.includes('worksheets'))),
    'FILE_DAMAGED',
  )
})

test('too many sheets, too wide rows and endless empty rows are refused', async () => {
  const many = Array.from({ length: 5001 }, () => ({ rows: [] }))
  assert.equal(await refused(workbookParts({ sheets: many })), 'FILE_TOO_MANY_SHEETS')
  await assert.rejects(opened({ sheets: [{ rows: [Array.from({ length: 1001 }, () => 1)] }] }), {
    code: 'FILE_TOO_WIDE',
  })
})

test('a million bare empty rows are passed over', async () => {
  const empty = Array.from(
    { length: 1000 },
    (_, at) => `<row r="${at + 2}" spans="1:9" ht="${20 + (at % 7)}.1" customHeight="1"/>`,
  ).join('')
  const rows = await sheetFrom(
    `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>姓名</v></c></row>${empty.repeat(200)}</sheetData></worksheet>`,
  )
  assert.equal(rows.length, 1)
})

test('a sheet that never mentions a name is not kept whole', async () => {
  const body = Array.from({ length: 3500 }, (_, at) => `<row r="${at + 1}"><c><v>${at}</v></c></row>`).join('')
  assert.equal((await sheetFrom(`<worksheet><sheetData>${body}</sheetData></worksheet>`)).length, 3000)
})

test('references, attributes, entities and tags are taken apart', () => {
  assert.deepEqual([columnOf('A1'), columnOf('Z9'), columnOf('AA10'), columnOf('XFD1')], [0, 25, 26, 16_383])
  assert.equal(attribute(' r="A1" s=\'5\' xr="B2"', 'r'), 'A1')
  assert.equal(attribute(" r='A1' s='5'", 's'), '5')
  assert.equal(attribute(' xr="B2"', 'r'), undefined)
  assert.equal(textOf('&lt;&amp;&#65;&#x4e00;&unknown;'), '<&A一&unknown;')
  assert.deepEqual(
    [...tagsOf('<a:b x="1>2"><c/>t</a:b>')].map((tag) => `${tag.kind} ${tag.name} ${tag.text}`),
    ['open b ', 'empty c ', 'close b t'],
  )
})
