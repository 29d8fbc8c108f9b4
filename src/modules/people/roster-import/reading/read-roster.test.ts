import assert from 'node:assert/strict'
import test from 'node:test'
import { readRoster } from './read-roster.ts'
import { county, idNumber } from './samples/county.ts'
import { AS_OF, readBook, readBytes, readRows, readText } from './samples/read-rows.ts'
import { type CellSpec, workbookOf, workbookParts } from './samples/workbook-of.ts'
import { zipOf } from './samples/zip-of.ts'

const HEADER: CellSpec[] = ['姓名', '性别', '身份证号']

function manyPeople(count: number): CellSpec[][] {
  return Array.from({ length: count }, (_, at) => [
    `李${String.fromCharCode(0x4e00 + (at % 5000))}`,
    '男',
    idNumber(`19${40 + (at % 20)}0${1 + (at % 9)}1${Math.floor(at / 180) % 9}`, (at * 2 + 1) % 1000),
  ])
}

test('a roster kept as text is read like a workbook, its records numbered', async () => {
  const reading = await readText(
    `青河县老干部名册,,,,\n\n姓名,性别,身份证号,单位,备注\n李　明,男,"=""${idNumber('19490915')}""",县教育局,"老伴：王红,\n同住"\n王强,男,'${idNumber('19500102')},教育局,已故\n张刚,男,3.79900E+17,联社,\n合计,3人,,,\n`,
  )
  assert.equal(reading.refusal, undefined)
  assert.deepEqual(
    reading.rows.map((row) => [row.sheet, row.row, row.why ?? row.class]),
    [
      ['', 1, 'title'],
      ['', 2, 'blank'],
      ['', 3, 'header'],
      ['', 4, 'ok'],
      ['', 5, 'ok'],
      ['', 6, 'doubtful'],
      ['', 7, 'total'],
    ],
  )
  assert.deepEqual(reading.rows[4]?.record?.flags, ['已故'])
  assert.deepEqual(reading.rows[5]?.reasons, ['ID_PRECISION_LOST', 'UNIT_AMBIGUOUS', 'IDENTITY_WEAK'])
})

test('a header of two lines is understood in text, where nothing is merged', async () => {
  const reading = await readText(
    `序号,姓名,政治情况,,时间,,联系方式,,备注\n,,政治面貌,入党时间,参加工作,离退休,住宅电话,手机,\n1,李明,党员,1970.7,1968.12,2009.09,4231234,13912345678,无\n`,
  )
  const person = reading.rows[2]?.record
  assert.deepEqual(
    [person?.political, person?.party_date, person?.work_start, person?.retire_date],
    ['01', '1970-07', '1968-12', '2009-09'],
  )
  assert.deepEqual(
    person?.phones?.map((phone) => phone.label),
    ['住宅', '本人'],
  )
})

test('a file without a roster says so instead of showing an empty preview', async () => {
  const reading = await readBook({ sheets: [{ rows: [['填表说明'], ['一、填报范围']] }] })
  assert.equal(reading.refusal?.code, 'FILE_NO_ROSTER')
  assert.equal(reading.rows.length, 2)
  assert.match(reading.refusal?.zh ?? '', /表头/)
})

test('long work tells how far it is', async () => {
  const told: [number, number][] = []
  const bytes = workbookOf({ sheets: [{ rows: [HEADER, ...manyPeople(2500)] }] })
  await readRoster({
    file: 'a.xlsx',
    bytes,
    asOf: AS_OF,
    directory: county,
    onProgress: (done, total) => told.push([done, total]),
  })
  assert.deepEqual(told, [
    [1000, 2501],
    [2000, 2501],
    [2501, 2501],
  ])
})

test('others get a turn while a large roster is judged', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  await readBook({ sheets: [{ rows: [HEADER, ...manyPeople(6000)] }] })
  clearInterval(timer)
  assert.ok(turns >= 5, `${turns} turns`)
})

test('the reader’s time grows with the rows, not with their square', async () => {
  const seconds = async (count: number) => {
    const bytes = workbookOf({ sheets: [{ rows: [HEADER, ...manyPeople(count)] }] })
    const start = process.cpuUsage()
    await readBytes(bytes)
    return process.cpuUsage(start).user / 1e6
  }
  await seconds(2000)
  const [small, large] = [await seconds(3000), await seconds(12_000)]
  assert.ok(large < small * 12, `${small} s for 3,000 rows, ${large} s for 12,000`)
})

test('blank rows between people are listed, a gap of thousands is not', async () => {
  const parts = workbookParts({ sheets: [{ rows: [] }] }).map((part) =>
    part.name === 'xl/worksheets/sheet1.xml'
      ? {
          ...part,
          text: rowsAt({
            1: ['姓名', '性别', '身份证号'],
            3: ['李明', '男', idNumber('19490915')],
            900_000: ['王强', '男', idNumber('19500102')],
          }),
        }
      : part,
  )
  const { rows } = await readBytes(zipOf(parts))
  assert.deepEqual(
    rows.map((row) => [row.row, row.why ?? row.class]),
    [
      [1, 'header'],
      [2, 'blank'],
      [3, 'ok'],
      [900_000, 'ok'],
    ],
  )
})

function rowsAt(rows: Record<number, string[]>): string {
  const cells = (texts: string[]) => texts.map((text) => `<c t="str"><v>${text}</v></c>`).join('')
  const body = Object.entries(rows).map(([number, texts]) => `<row r="${number}">${cells(texts)}</row>`)
  return `<worksheet><sheetData>${body.join('')}</sheetData></worksheet>`
}

test('formulas are only their stored results', async () => {
  const rows = await readRows([
    HEADER,
    [
      { value: '李明', formula: 'HYPERLINK("http://example.invalid")' },
      { value: '男', formula: 'IF(1,"男")' },
      { value: idNumber('19490915'), formula: 'A9' },
    ],
    [{ value: null, formula: "cmd|' /C calc'!A0" }, '男', idNumber('19500102')],
  ])
  assert.deepEqual(
    rows.slice(1).map((row) => [row.class, row.reasons]),
    [
      ['ok', []],
      ['refused', ['NAME_MISSING']],
    ],
  )
})
