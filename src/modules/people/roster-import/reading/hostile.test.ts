import assert from 'node:assert/strict'
import test from 'node:test'
import { readBytes } from './samples/read-rows.ts'
import { workbookOf, workbookParts } from './samples/workbook-of.ts'
import { zipOf } from './samples/zip-of.ts'

const PEOPLE = Array.from({ length: 50 }, (_, at) => [`李${String.fromCharCode(0x4e00 + at)}`, '男', '1949.09'])
const text = (content: string) => new TextEncoder().encode(content)

/** A workbook whose only sheet is this XML. */
function spoiled(xml: string | Uint8Array, stored = false): Uint8Array {
  const parts = workbookParts({ sheets: [{ rows: [] }] })
  return zipOf(parts.map((part) => (part.name === 'xl/worksheets/sheet1.xml' ? { ...part, text: xml, stored } : part)))
}

/** So many bytes of rows with nothing in them but looks. */
function styledRows(bytes: number): Buffer {
  const start = '<worksheet><sheetData><row r="1"><c t="str"><v>姓名</v></c></row>'
  const cells = Array.from('ABCDEFGHIJ', (column) => `<c r="${column}2" s="3"/>`).join('')
  return Buffer.concat([
    Buffer.from(start),
    Buffer.alloc(bytes, `<row r="2">${cells}</row>`),
    Buffer.from('</sheetData></worksheet>'),
  ])
}

const HOSTILE: [string, () => Uint8Array, string][] = [
  ['nothing', () => new Uint8Array(), 'FILE_EMPTY'],
  [
    'a picture called .xlsx',
    () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    'FILE_NOT_A_SPREADSHEET',
  ],
  ['a web page called .xls', () => text('<html><table><tr><td>姓名</td></tr></table></html>'), 'FILE_IS_A_WEB_PAGE'],
  ['a letter called .csv', () => text('各单位：\n请于月底前上报。\n'), 'FILE_NO_ROSTER'],
  [
    'half a workbook',
    () => workbookOf({ sheets: [{ rows: [['姓名', '性别', '出生年月'], ...PEOPLE] }] }).subarray(0, 1500),
    'FILE_DAMAGED',
  ],
  ['a bomb of spaces', () => spoiled(Buffer.alloc(60 << 20, ' ')), 'FILE_BOMB'],
  ['entities', () => spoiled('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'), 'FILE_TRICK'],
  ['a million styled rows', () => spoiled(styledRows(180 << 20), true), 'FILE_TOO_EMPTY'],
]

for (const [what, make, code] of HOSTILE) {
  test(`${what} is refused soon, in words, without filling the memory`, async () => {
    const bytes = make()
    const before = process.memoryUsage.rss()
    const start = process.cpuUsage()
    const { refusal } = await readBytes(bytes)
    const { user, system } = process.cpuUsage(start)
    const milliseconds = (user + system) / 1000
    assert.equal(refusal?.code, code)
    assert.match(refusal?.zh ?? '', /请/)
    assert.ok(milliseconds < 2000, `${milliseconds} ms`)
    assert.ok(process.memoryUsage.rss() - before < 150 << 20)
  })
}
