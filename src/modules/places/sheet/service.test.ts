import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { writeXlsx } from 'hucre'
import { PLACES } from '#test/office/county.ts'
import { office } from '#test/office.ts'
import { contract as reading } from '../contract.ts'
import { routes } from '../index.ts'
import { contract } from './contract.ts'

const o = await office({ rooms: routes })
after(() => o.close())
const zhou = await o.hire()
const desk = o.as(zhou).call(contract)
const { listPlaces, readPlace } = o.as(zhou).call(reading)
const { guangchang, xingtong } = PLACES

const rows = [
  ['广场社区网格登记表', '', '', ''],
  ['社区', '网格', '楼栋', '单元'],
  ['广场社区', '第一网格', '3号楼', '1单元'],
  ['广场社区', '第一网格', '3号楼', '2单元'],
  ['广场社区', '第一网格', '3号楼', '2单元'],
  ['月亮社区', '第一网格', '', ''],
  ['馨园社区', '1', '', ''],
]
const book = await writeXlsx({ sheets: [{ name: '网格', rows }] })

test('the preview says what each row would do, and does nothing', async () => {
  const plan = await desk.addPlacesFromSpreadsheet({ bytes: book, preview: true })
  assert.deepEqual([plan.applied, plan.places, plan.counts], [false, 5, { new: 3, existing: 1, refused: 1 }])
  assert.deepEqual(
    plan.rows.map(({ row, verdict, reasons, adds }) => [row, verdict, reasons, adds]),
    [
      [3, 'new', [], ['第一网格', '3号楼', '1单元']],
      [4, 'new', [], ['2单元']],
      [5, 'existing', ['repeated'], []],
      [6, 'refused', ['unknown_community'], []],
      [7, 'new', [], ['第1网格']],
    ],
  )
  assert.equal((await listPlaces({ under: guangchang })).total, 0)
})

test('the sheet is carried out as previewed, and a second time it adds nothing', async () => {
  const preview = await desk.addPlacesFromSpreadsheet({ bytes: book })
  const done = await desk.addPlacesFromSpreadsheet({ bytes: book, preview: false })
  assert.deepEqual({ ...done, applied: false }, preview)
  const entrance = await readPlace({ code: done.rows[1]?.code ?? '' })
  assert.deepEqual([entrance.short, entrance.ancestors.at(-1)?.short], ['2单元', '3号楼'])
  assert.equal(entrance.events.length, 1)
  const again = await desk.addPlacesFromSpreadsheet({ bytes: book, preview: false })
  assert.deepEqual([again.places, again.counts], [0, { new: 0, existing: 4, refused: 1 }])
})

test('many clerks sending one sheet at once add each place once', async () => {
  const csv = Buffer.from(
    `社区,楼栋\n${Array.from({ length: 40 }, (_, index) => `瑞恒社区,${index + 1}号楼`).join('\n')}`,
  )
  const sent = await Promise.all([1, 2, 3, 4].map(() => desk.addPlacesFromSpreadsheet({ bytes: csv, preview: false })))
  assert.equal(
    sent.reduce((sum, one) => sum + one.places, 0),
    40,
  )
  assert.equal((await listPlaces({ under: PLACES.ruiheng })).total, 40)
})

test('a sheet without a header, or no sheet at all, is refused in words', async () => {
  const refused: [Uint8Array, string][] = [
    [Buffer.from('姓名,电话\n王明,1'), 'places.no_columns'],
    [Buffer.alloc(0), 'spreadsheet.unreadable'],
    [Buffer.from([0x50, 0x4b, 3, 4, 9, 9]), 'spreadsheet.unreadable'],
  ]
  for (const [bytes, code] of refused) await assert.rejects(desk.addPlacesFromSpreadsheet({ bytes }), { code })
})

test('who may send a sheet, and for which communities', async () => {
  const street = o.as(await o.hire({ role: 'bureau_staff', place: xingtong })).call(contract)
  const plan = await street.addPlacesFromSpreadsheet({ bytes: book })
  assert.deepEqual(plan.rows.at(-1)?.reasons, ['outside_area'])
  const table: [string, { token: string } | undefined, number][] = [
    ['nobody', undefined, 401],
    ['a community worker', await o.hire({ role: 'community_worker', place: guangchang }), 403],
    ['staff of the bureau', zhou, 200],
  ]
  for (const [who, worker, status] of table) {
    const asked = o.as(worker).call(contract).addPlacesFromSpreadsheet({ bytes: book })
    const got = await asked.then(
      () => 200,
      (refused: { status: number }) => refused.status,
    )
    assert.equal(got, status, who)
  }
})
