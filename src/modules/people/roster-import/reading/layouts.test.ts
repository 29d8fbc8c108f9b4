import assert from 'node:assert/strict'
import test from 'node:test'
import {
  dice,
  RANDOM_FIELDS,
  type RandomField,
  type RandomPerson,
  randomHeader,
  randomPerson,
} from './samples/random-roster.ts'
import { readBook, readText } from './samples/read-rows.ts'
import { type CellSpec, columnName } from './samples/workbook-of.ts'

type Layout = { fields: RandomField[]; rows: CellSpec[][]; merges: string[]; first: number; people: RandomPerson[] }

function shuffled(roll: ReturnType<typeof dice>): RandomField[] {
  const others = RANDOM_FIELDS.filter((field) => field === 'name' || field === 'id' || roll(4) > 0)
  return others
    .map((field) => [roll(1000), field] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, field]) => field)
}

/** Title, perhaps a line below it, perhaps groups over the header, people, a total and a signature. */
function layOut(seed: number): Layout {
  const roll = dice(seed)
  const fields = shuffled(roll)
  const rows: CellSpec[][] = []
  const merges: string[] = []
  if (roll(3) > 0) rows.push(['青河县离退休干部花名册'])
  if (roll(3) === 0) rows.push([])
  if (roll(2) === 0) rows.push(['填报单位：青河县老干部工作处', null, null, '截至2013年6月30日'])
  if (roll(3) === 0) {
    const top = rows.length + 1
    rows.push(fields.map((_, at) => (at === 0 ? '基本情况' : at === 3 ? '其他情况' : null)))
    merges.push(`A${top}:C${top}`, `D${top}:${columnName(fields.length - 1)}${top}`)
  }
  rows.push(fields.map((field) => randomHeader(roll, field)))
  const first = rows.length + 1
  const people = Array.from({ length: 12 }, (_, at) => randomPerson(roll, seed * 12 + at))
  for (const { cells } of people) rows.push(fields.map((field) => cells[field]))
  rows.push(['合计', `${people.length}人`], ['填表人：王丽', null, null, '联系电话：4231234'])
  return { fields, rows, merges, first, people }
}

function known(layout: Layout, { record }: RandomPerson): [string, unknown][] {
  return layout.fields.map((field) => (field === 'phone' ? ['phones', record.phones] : [field, record[field]]))
}

type Read = Awaited<ReturnType<typeof readBook>>

function assertRead(layout: Layout, { rows }: Read, seed: number): void {
  const people = rows.filter((row) => row.class !== 'not-a-person')
  assert.deepEqual(
    people.map((row) => row.row),
    layout.people.map((_, at) => layout.first + at),
    `seed ${seed}`,
  )
  for (const [at, person] of layout.people.entries()) {
    const row = people[at]
    assert.deepEqual([row?.class, row?.reasons], ['ok', []], `seed ${seed} row ${row?.row}: ${row?.cells.join(' | ')}`)
    for (const [field, value] of known(layout, person)) {
      assert.deepEqual(
        new Map(Object.entries(row?.record ?? {})).get(field),
        value,
        `seed ${seed} row ${row?.row} ${field}`,
      )
    }
  }
}

test('people come out the same however the workbook is laid out and spelled', async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const layout = layOut(seed)
    assertRead(layout, await readBook({ sheets: [{ rows: layout.rows, merges: layout.merges }] }), seed)
  }
})

function asText(cell: CellSpec): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  return cell.format === '0.00' ? Number(cell.value).toFixed(2) : String(cell.value)
}

test('people come out the same from text with commas, tabs or semicolons', async () => {
  for (let seed = 100; seed <= 130; seed++) {
    const layout = layOut(seed)
    const mark = [',', '\t', ';'][seed % 3] ?? ','
    const width = layout.fields.length
    const lines = layout.rows.map((cells) =>
      Array.from({ length: width }, (_, at) => `"${asText(cells[at] ?? null)}"`).join(mark),
    )
    assertRead(layout, await readText(`${lines.join('\r\n')}\r\n`), seed)
  }
})

test('a person’s row that slides by one column is refused in any layout', async () => {
  for (let seed = 200; seed <= 230; seed++) {
    const layout = layOut(seed)
    const at = layout.first - 1 + (seed % 12)
    const cells = layout.rows[at] ?? []
    const from = layout.fields.indexOf('name') + 1
    if (cells.slice(from).filter((cell) => cell !== '' && cell !== null).length < 4) continue
    const slid =
      seed % 2
        ? [...cells.slice(0, from), null, ...cells.slice(from)]
        : [...cells.slice(0, from), ...cells.slice(from + 1)]
    const rows = layout.rows.map((row, index) => (index === at ? slid : row))
    const read = await readBook({ sheets: [{ rows, merges: layout.merges }] })
    const refused = read.rows.filter((row) => row.class === 'refused').map((row) => [row.row, row.reasons])
    assert.deepEqual(
      refused,
      [[at + 1, ['COLUMN_SHIFT']]],
      `seed ${seed}: ${slid.map((cell) => asText(cell)).join(' | ')}`,
    )
  }
})
