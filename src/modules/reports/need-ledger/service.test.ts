import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { needDesk, raiseNeed } from '#modules/volunteering/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { asOwner, tracesOf } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract } from './contract.ts'
import { routes } from './index.ts'
import type { FigureKey } from './rules.ts'

type Desk = Office & { bureau: Worker; elder: string }

/** February brought two needs, one of which was closed in March; March brought three, one withdrawn. It is the second of April. */
async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: [routes], at: '2026-02-10T09:00:00+08:00' })
  t.after(() => o.close())
  const bureau = await o.hire()
  const elder = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  const raise = (kind: 'meals' | 'repair', placeCode: string | null = null) =>
    o.act(async (ctx) => {
      const words = { kind, words: '送餐或维修', channel: 'phone', onBehalf: 'self' } as const
      return (await raiseNeed(ctx, { ...words, personId: placeCode ? null : elder, placeCode })).needId
    })
  const id = await raise('meals')
  await raise('repair', PLACES.xinyuan)
  o.clock.set('2026-03-05T09:00:00+08:00')
  const helper = await o.act((ctx) => settle(ctx, { name: '李国强', place: PLACES.guangchang }))
  await asOwner(
    o.house,
    `insert into volunteer (county, id, person_id, number, since_on, registered_at) values ($1, $2, $2, 'v1', '2026-01-01', now())`,
    [o.county, helper],
  )
  await o.act(async (ctx) => {
    await needDesk.acceptNeed(ctx, { id, note: null })
    await needDesk.matchNeed(ctx, { id, helperId: helper, teamId: null, note: null, consentBy: null, companion: null })
    await needDesk.beginNeed(ctx, { id, note: null })
    await needDesk.serveNeed(ctx, { id, note: null })
    await needDesk.closeNeed(ctx, { id, satisfaction: 5, note: null })
  })
  await raise('meals')
  await raise('repair')
  const third = await raise('meals')
  await o.act((ctx) => needDesk.withdrawNeed(ctx, { id: third, reason: '子女回来了' }))
  o.clock.set('2026-04-02T09:00:00+08:00')
  return Object.assign(o, { bureau, elder })
}

const at = (o: Desk, worker: Pick<Worker, 'token'> = o.bureau) => o.as(worker).call(contract)
const brief = (figures: Partial<Record<FigureKey, number>>) =>
  ['carried', 'raised', 'closed', 'withdrawn', 'left'].map((key) => figures[key as FigureKey]) // the keys just named

test('a month carries over, takes in, closes and hands on; kinds, streets and months say the same', async (t) => {
  const o = await open(t)
  const book = await at(o).readNeedLedger({ month: '2026-03' })
  assert.deepEqual(brief(book.figures), [2, 3, 1, 1, 3])
  assert.equal(book.title.zh, '临邑县社区需求台账')
  assert.deepEqual(
    book.kinds.map(({ kind, figures }) => [kind, figures.raised]),
    [
      ['meals', 2],
      ['repair', 1],
    ],
  )
  assert.deepEqual(
    book.streets.map(({ name, figures }) => [name, figures.left]),
    [
      ['邢侗街道', 2],
      ['恒源街道', 1],
    ],
  )
  assert.deepEqual(
    book.months.slice(0, 3).map(({ month, figures }) => [month, figures.raised]),
    [
      ['2026-04', 0],
      ['2026-03', 3],
      ['2026-02', 2],
    ],
  )
})

test('every number opens exactly the needs it counts, as they stood when the month ended', async (t) => {
  const o = await open(t)
  for (const month of ['2026-02', '2026-03', '2026-04']) {
    const { figures } = await at(o).readNeedLedger({ month })
    for (const figure of Object.keys(figures) as FigureKey[]) // the book's own figures
      assert.equal((await at(o).readNeedLedgerEntries({ month, figure })).total, figures[figure], `${month} ${figure}`)
  }
  const february = await at(o).readNeedLedgerEntries({ month: '2026-02' })
  assert.deepEqual(
    february.items.map(({ status, endedOn }) => [status, endedOn]),
    [
      ['raised', null],
      ['raised', null],
    ],
  )
  const [closed] = (await at(o).readNeedLedgerEntries({ month: '2026-03', figure: 'closed' })).items
  assert.deepEqual(
    [closed?.name, closed?.helper, closed?.status, closed?.endedOn],
    ['王秀英', '李国强', 'closed', '2026-03-05'],
  )
})

async function withdrawAll(ctx: Ctx): Promise<void> {
  const { items } = await needDesk.listNeeds(ctx, { status: 'raised', offset: 0, limit: 50 })
  for (const { id } of items) await needDesk.withdrawNeed(ctx, { id, reason: '不需要了' })
}

test('a month is closed once, after its end, and what comes later does not change it', async (t) => {
  const o = await open(t)
  await assert.rejects(at(o).closeNeedMonth({ month: '2026-04' }), { code: 'need_ledger.not_over' })
  assert.equal((await at(o).readNeedLedger({ month: '2026-03' })).can.close, true)
  const tries = await Promise.allSettled([1, 2, 3].map(() => at(o).closeNeedMonth({ month: '2026-03' })))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  const before = await tracesOf(o.house)
  await assert.rejects(at(o).closeNeedMonth({ month: '2026-03' }), { code: 'need_ledger.closed_before' })
  assert.deepEqual(await tracesOf(o.house), before)
  await o.act(withdrawAll)
  const book = await at(o).readNeedLedger({ month: '2026-03' })
  assert.deepEqual(brief(book.figures), [2, 3, 1, 1, 3])
  assert.deepEqual([book.closing?.closedBy, book.closing?.differing, book.can.close], ['周敏', [], false])
})

test('who changes the past past the office is found out by the closing', async (t) => {
  const o = await open(t)
  await at(o).closeNeedMonth({ month: '2026-03' })
  await asOwner(o.house, `update need set raised_at = raised_at - interval '40 days' where number = '2026-0004'`)
  const { closing } = await at(o).readNeedLedger({ month: '2026-03' })
  assert.deepEqual(closing?.differing, ['carried', 'raised'])
})

test('a community reads and closes its own book; a neighbour’s needs are not in it', async (t) => {
  const o = await open(t)
  const worker = await o.hire({ role: 'community_worker', place: PLACES.xinyuan })
  const book = await at(o, worker).readNeedLedger({ month: '2026-03' })
  assert.deepEqual([brief(book.figures), book.isWhole, book.can.close], [[1, 0, 0, 0, 1], false, false])
  await assert.rejects(at(o, worker).closeNeedMonth({ month: '2026-03' }), { status: 403 })
  await at(o, worker).closeNeedMonth({ month: '2026-03', place: PLACES.xinyuan })
  const own = await at(o, worker).readNeedLedger({ month: '2026-03', place: PLACES.xinyuan })
  assert.deepEqual([own.closing?.figures.left, own.title.zh], [1, '临邑县社区需求台账（馨园社区）'])
  await assert.rejects(at(o).readNeedLedger({ place: '3714249990000000000' }), { status: 404 })
})

test('the book leaves as xlsx and PDF; a reader’s paper does not tell what was asked', async (t) => {
  const o = await open(t)
  for (const format of ['xlsx', 'pdf'] as const) {
    const file = await at(o).printNeedLedger({ month: '2026-03', format })
    assert.ok(file.bytes.length > 1_000)
    assert.match(file.name, new RegExp(`^临邑县社区需求台账 2026-03.*${format}$`))
  }
  const reader = await o.hire({ role: 'reader' })
  const { items } = await at(o, reader).readNeedLedgerEntries({ month: '2026-03' })
  assert.deepEqual([items.length, new Set(items.map(({ words }) => words))], [5, new Set([null])])
})
