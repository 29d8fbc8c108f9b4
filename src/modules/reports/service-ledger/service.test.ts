import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import test from 'node:test'
import { readXlsx } from 'hucre'
import { PLACES, type Worker } from '#test/office.ts'
import { deskOf, published, recordDoors, type ShiftDesk, served, shiftDesk } from '#test/shift-desk.ts'
import { contract } from './contract.ts'
import { routes } from './index.ts'

/** The words of a PDF as another program reads them, without the spaces of its layout; null where there is no reader. */
function wordsOn(bytes: Uint8Array): string | null {
  const { error, stdout } = spawnSync('pdftotext', ['-raw', '-', '-'], { input: bytes, encoding: 'utf8' })
  return error ? null : stdout.replace(/\s/g, '')
}

const month = '2026-03'
const book = (o: ShiftDesk, worker: Worker = o.clerk) => o.as(worker).call(contract)

/** Two people who served two hours each on the tenth of March. */
async function open(t: Parameters<typeof shiftDesk>[0]): Promise<ShiftDesk> {
  const o = await shiftDesk(t, 2, [routes])
  const id = await published(o)
  for (const personId of o.people) {
    o.clock.set('2026-03-02T09:00:00+08:00')
    const turnId = await served(o, id, personId)
    await deskOf(o).confirmTurn({ id: turnId, rating: 5 })
  }
  return o
}

test('the month counts what was confirmed, by community, and each number has its records', async (t) => {
  const o = await open(t)
  const read = await book(o).readServiceLedger({ month })
  const figures = { services: 2, people: 2, minutes: 240, late: 0, reversed: 0 }
  assert.deepEqual(read.totals, figures)
  assert.deepEqual(read.groups, [{ placeCode: PLACES.guangchang, name: '广场社区', ...figures }])
  const opened = await o
    .as(o.clerk)
    .call(recordDoors)
    .listServiceRecords({
      from: read.from,
      to: read.to,
      under: read.groups[0]?.placeCode ?? '',
      standing: 'valid',
    })
  assert.deepEqual([opened.total, opened.people, opened.minutes], [2, 2, 240])
  assert.equal((await book(o).readServiceLedger({ month: '2026-02' })).totals.services, 0)
})

test('a month is closed once after it is over; what is reversed later shows beside the closed figures', async (t) => {
  const o = await open(t)
  const asked = { month, place: PLACES.guangchang }
  await assert.rejects(book(o).closeServiceLedger(asked), { code: 'service_ledger.not_over' })
  o.clock.set('2026-04-01T09:00:00+08:00')
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => book(o).closeServiceLedger(asked)))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  const { items } = await o.as(o.clerk).call(recordDoors).listServiceRecords({})
  const { reversalId } = await o
    .as(o.clerk)
    .call(recordDoors)
    .askReversal({ id: items[0]?.id ?? '', reason: '未到场' })
  await o.as(o.second).call(recordDoors).decideReversal({ id: reversalId, isAgreed: true })
  const read = await book(o).readServiceLedger(asked)
  assert.deepEqual([read.totals.services, read.totals.reversed, read.closing?.figures.services], [1, 1, 2])
  assert.deepEqual([read.closing?.by, read.can.close], ['周敏', false])
})

test('on paper it has its lines and its sum, as a spreadsheet and as PDF', async (t) => {
  const o = await open(t)
  const sheet = await book(o).printServiceLedger({ month, format: 'xlsx' })
  const { sheets } = await readXlsx(sheet.bytes)
  const rows = sheets[0]?.rows ?? []
  assert.match(String(rows[0]?.[0]), /临邑县志愿服务台账 2026-03/)
  assert.deepEqual(rows[3]?.slice(0, 3), ['2026-03-10', '09:00–11:00', '赵1'])
  assert.match(String(rows.at(-1)?.[0]), /服务 2 次，2 人，4 小时/)
  const paper = await book(o).printServiceLedger({ month, format: 'pdf' })
  assert.equal(Buffer.from(paper.bytes.subarray(0, 5)).toString(), '%PDF-')
})

test('a closed month says on paper who closed it and when, its figures, and what was put right since', async (t) => {
  const o = await open(t)
  const asked = { month, place: PLACES.guangchang }
  const rowsOf = async () =>
    (await readXlsx((await book(o).printServiceLedger({ ...asked, format: 'xlsx' })).bytes)).sheets[0]?.rows ?? []
  assert.match(String((await rowsOf())[1]?.[0]), /未结账$/)
  o.clock.set('2026-04-01T09:00:00+08:00')
  await book(o).closeServiceLedger(asked)
  assert.match(String((await rowsOf()).at(-2)?.[0]), /^结账后没有更正$/)
  o.clock.set('2026-04-02T09:00:00+08:00')
  const records = o.as(o.clerk).call(recordDoors)
  const [first] = (await records.listServiceRecords({})).items
  const { reversalId } = await records.askReversal({ id: first?.id ?? '', reason: '未到场' })
  await o.as(o.second).call(recordDoors).decideReversal({ id: reversalId, isAgreed: true })
  const rows = await rowsOf()
  assert.match(String(rows[1]?.[0]), /结账：周敏 2026-04-01 09:00$/)
  assert.deepEqual(
    rows.slice(-3).map(([sum]) => sum),
    [
      '结账数：服务 2 次，2 人，4 小时；其中补录 0 次；另有冲正 0 次',
      '结账后更正：补录 0 次，冲正 1 次',
      '合计：服务 1 次，1 人，2 小时；其中补录 0 次；另有冲正 1 次',
    ],
  )
  assert.deepEqual(
    rows.filter((row) => row[2] === first?.name).map((row) => row[10]),
    ['结账后冲正'],
  )
  const paper = await book(o).printServiceLedger({ ...asked, format: 'pdf' })
  const said = wordsOn(paper.bytes)
  for (const words of [
    '结账：周敏 2026-04-01 09:00',
    '结账数：服务 2 次',
    '结账后更正：补录 0 次，冲正 1 次',
    '结账后冲正',
  ])
    assert.ok(said === null || said.includes(words.replace(/\s/g, '')), `${words} on ${said}`)
  assert.deepEqual((await book(o).readServiceLedger(asked)).closing?.corrections, { entered: 0, reversed: 1 })
  await everyFigureOpens(o)
})

/** The closed figures and the corrections are as many records as their doors list. */
async function everyFigureOpens(o: ShiftDesk): Promise<void> {
  const { closing, from, to } = await book(o).readServiceLedger({ month, place: PLACES.guangchang })
  assert.ok(closing)
  const { at: closedAt, figures, corrections } = closing
  const records = o.as(o.clerk).call(recordDoors)
  const cut = { under: PLACES.guangchang, from, to }
  const then = await records.listServiceRecords({ ...cut, standing: 'valid', stoodAt: closedAt })
  assert.deepEqual([then.total, then.people, then.minutes], [figures.services, figures.people, figures.minutes])
  for (const standing of ['late', 'reversed'] as const)
    assert.equal((await records.listServiceRecords({ ...cut, standing, stoodAt: closedAt })).total, figures[standing])
  const since = await records.listServiceRecords({ ...cut, changedAfter: closedAt })
  assert.deepEqual([since.total, since.items[0]?.reversal?.status], [corrections.reversed, 'agreed'])
}

test('a neighbour reads nothing of it and closes nothing', async (t) => {
  const o = await open(t)
  const neighbour = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  assert.equal((await book(o, neighbour).readServiceLedger({ month })).totals.services, 0)
  o.clock.set('2026-04-01T09:00:00+08:00')
  const asked = { month, place: PLACES.guangchang }
  await assert.rejects(book(o, neighbour).closeServiceLedger(asked), { code: 'service_ledger.outside_area' })
  const reader = await o.hire({ role: 'reader' })
  await assert.rejects(book(o, reader).closeServiceLedger(asked), { code: 'auth.forbidden' })
})
