import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { Asked } from '#platform/contract.ts'
import { newId } from '#platform/ids.ts'
import { earned, openShop, register, type Shop } from '#test/office/bank.ts'
import { tracesOf } from '#test/office/owner.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { contract as counterDoors } from '../counter/contract.ts'
import { bankListeners, bankRoutes } from '../index.ts'
import { contract as redemptions } from '../redemptions/contract.ts'
import { contract } from './contract.ts'
import { judgeFinding, lookJob, noteMeasure } from './index.ts'

type Desk = Office & { clerk: Worker; bureau: Worker; judge: Worker; shop: Shop; wang: string; li: string }

async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: bankRoutes, listeners: bankListeners })
  t.after(() => o.close())
  const clerk = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const [bureau, judge] = [await o.hire(), await o.hire({ name: '吴静' })]
  const shop = await openShop(o, { points: 5 })
  const [wang = '', li = ''] = await register(o, ['王秀英', '李桂芳'])
  for (const id of [wang, li]) await earned(o, id, 160)
  return Object.assign(o, { clerk, bureau, judge, shop, wang, li })
}

const desk = (o: Desk, worker: Worker = o.judge) => o.as(worker).call(contract)
const refusedAs = (code: string) => ({ code })

/** So many redemptions of one thing, each collected two minutes later. */
async function redeem(o: Desk, personId: string, times: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < times; n++) {
    const id = newId()
    const { code } = await o.as(o.clerk).call(redemptions).reserveRedemption({ id, personId, itemId: o.shop.item })
    o.clock.pass(2)
    await o.as(o.shop.clerk).call(counterDoors).handOver({ code, key: newId() })
    ids.push(id)
  }
  return ids
}

async function foundOne(o: Desk) {
  const ids = await redeem(o, o.wang, 6)
  await desk(o, o.bureau).lookForAnomalies({})
  const { items } = await desk(o).listFindings({ kind: 'person_day' })
  assert.equal(items.length, 1)
  return { ids, finding: items[0] ?? assert.fail('nothing was found') }
}

test('six redemptions of one person in a day are found, and the finding opens the very records it rests on', async (t) => {
  const o = await open(t)
  const { ids, finding } = await foundOne(o)
  assert.deepEqual(
    [finding.name, finding.personId, finding.records, finding.people, finding.points, finding.status],
    ['王秀英', o.wang, 6, 1, 30, 'waiting'],
  )
  const read = await desk(o).readFinding({ id: finding.id })
  assert.deepEqual(read.list.map(({ id }) => id).toSorted(), ids.toSorted())
  assert.ok(
    read.list.every((row) => row.name === '王秀英' && row.partner === '利民超市' && row.state === 'handed_over'),
  )
  assert.deepEqual([read.numbers, read.can.judge, read.isOwn], [{ count: 6 }, true, false])
})

test('five in a day raise nothing, and neither do six on two days', async (t) => {
  const o = await open(t)
  await redeem(o, o.wang, 5)
  o.clock.pass(24 * 60)
  await redeem(o, o.wang, 1)
  await desk(o, o.bureau).lookForAnomalies({})
  assert.equal((await desk(o).listFindings({ kind: 'person_day' })).total, 0)
})

test('the night finds it too; looked for again, by three at once, it is there once and grows by what is new', async (t) => {
  const o = await open(t)
  await redeem(o, o.wang, 6)
  await lookJob.run(o.house, {})
  const again = await Promise.all([1, 2, 3].map(() => desk(o, o.bureau).lookForAnomalies({})))
  assert.deepEqual(
    again,
    [1, 2, 3].map(() => ({ raised: 0, grown: 0 })),
  )
  await redeem(o, o.wang, 1)
  assert.deepEqual(await desk(o, o.bureau).lookForAnomalies({}), { raised: 0, grown: 1 })
  const { items, waiting } = await desk(o).listFindings({ kind: 'person_day' })
  assert.deepEqual([items.length, items[0]?.records, waiting], [1, 7, 1])
})

test('what was judged harmless is not raised again; only as many new ones as a limit asks for are', async (t) => {
  const o = await open(t)
  const { finding } = await foundOne(o)
  await desk(o).judgeFinding({ id: finding.id, isWrong: false, reason: '为同楼五位老人一起领的鸡蛋' })
  await redeem(o, o.wang, 1)
  assert.deepEqual(await desk(o, o.bureau).lookForAnomalies({}), { raised: 0, grown: 0 })
  const { items } = await desk(o).listFindings({ kind: 'person_day' })
  assert.deepEqual([items.length, items[0]?.records, items[0]?.status], [1, 6, 'harmless'])
  await redeem(o, o.wang, 5)
  await desk(o, o.bureau).lookForAnomalies({})
  const again = await desk(o).listFindings({ kind: 'person_day', status: 'waiting' })
  assert.deepEqual(
    again.items.map(({ records }) => records),
    [6],
  )
})

test('nothing follows by itself: a judgement moves no points and freezes nobody', async (t) => {
  const o = await open(t)
  const { finding } = await foundOne(o)
  const before = await o.as(o.judge).call(redemptions).listRedemptions({})
  await desk(o).judgeFinding({ id: finding.id, isWrong: true, reason: '一人持多张卡代领，老人不知情' })
  assert.deepEqual(await o.as(o.judge).call(redemptions).listRedemptions({}), before)
  const read = await desk(o).readFinding({ id: finding.id })
  assert.deepEqual(
    [read.status, read.judgedBy, read.reason, read.can],
    ['wrong', '吴静', '一人持多张卡代领，老人不知情', { judge: false, note: true }],
  )
  await assert.rejects(
    desk(o, o.bureau).judgeFinding({ id: finding.id, isWrong: false, reason: '再判一次' }),
    refusedAs('bank.judged_before'),
  )
})

test('of two who judge at once one is heard', async (t) => {
  const o = await open(t)
  const { finding } = await foundOne(o)
  const both = [o.judge, o.bureau].map((who, n) =>
    desk(o, who).judgeFinding({ id: finding.id, isWrong: n === 0, reason: '核对过签收单' }),
  )
  const settled = await Promise.allSettled(both)
  assert.deepEqual(settled.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('whose own hand is in the records does not judge them, and leaves no trace in trying', async (t) => {
  const o = await open(t)
  const own = { ...o, clerk: o.bureau } as Desk // the bureau's clerk stands at the desk
  const { finding } = await foundOne(own)
  const before = await tracesOf(o.house)
  const verdict = { id: finding.id, isWrong: false, reason: '都是我经办的' }
  await assert.rejects(desk(o, o.bureau).judgeFinding(verdict), refusedAs('bank.own_finding'))
  assert.deepEqual(await tracesOf(o.house), before)
  const { can, isOwn } = await desk(o, o.bureau).readFinding({ id: finding.id })
  assert.deepEqual([can, isOwn], [{ judge: false, note: false }, true])
})

test('a measure is noted once, after the judgement, and a reversal only when the books have one', async (t) => {
  const o = await open(t)
  const { ids, finding } = await foundOne(o)
  const measure: Asked<typeof contract.noteMeasure> = {
    id: finding.id,
    measureId: newId(),
    measure: 'reversal',
    words: '六笔已冲正，积分退回本人',
  }
  await assert.rejects(desk(o).noteMeasure(measure), refusedAs('bank.not_wrong'))
  await desk(o).judgeFinding({ id: finding.id, isWrong: true, reason: '商户代刷' })
  await assert.rejects(desk(o).noteMeasure(measure), refusedAs('bank.nothing_reversed'))
  await assert.rejects(desk(o).noteMeasure({ ...measure, measure: 'dispute' }), refusedAs('bank.dispute_missing'))
  await assert.rejects(
    desk(o).noteMeasure({ ...measure, measure: 'partner_closed' }),
    refusedAs('bank.partner_not_closed'),
  )
  await o
    .as(o.bureau)
    .call(redemptions)
    .reverseRedemption({ id: ids[0] ?? '', reason: '商户代刷' })
  for (let n = 0; n < 2; n++) await desk(o).noteMeasure(measure)
  const read = await desk(o).readFinding({ id: finding.id })
  assert.deepEqual(
    read.steps.map(({ measure: what, words, by }) => [what, words, by]),
    [['reversal', '六笔已冲正，积分退回本人', '吴静']],
  )
  assert.equal(read.list.filter(({ isReversed }) => isReversed).length, 1)
})

test('a community sees what rests on its own people only; of a finding that reaches further it sees nothing', async (t) => {
  const o = await open(t)
  const { finding } = await foundOne(o)
  const near = await o.hire({ role: 'community_worker', place: PLACES.guangchang })
  const far = await o.hire({ role: 'community_worker', place: '3714240021900000000' })
  assert.equal((await desk(o, near).listFindings({})).total, (await desk(o).listFindings({})).total)
  assert.deepEqual(await desk(o, far).listFindings({}), { items: [], total: 0, waiting: 0 })
  await assert.rejects(desk(o, far).readFinding({ id: finding.id }), refusedAs('row.not_found'))
  const reader = await o.hire({ role: 'reader' })
  assert.equal((await desk(o, reader).readFinding({ id: finding.id })).list[0]?.name, '王**')
})

for (const [role, may] of [
  ['bureau_staff', ['look', 'judge', 'set']],
  ['community_worker', []],
  ['reader', []],
] as const)
  test(`${role} may ${may.join(', ') || 'only read'}`, async (t) => {
    const o = await open(t)
    const { finding } = await foundOne(o)
    const worker = await o.hire({ role })
    const acts = {
      look: () => desk(o, worker).lookForAnomalies({}),
      judge: () => desk(o, worker).judgeFinding({ id: finding.id, isWrong: false, reason: '核对无误' }),
      set: () => desk(o, worker).setLimits({ fromOn: '2026-03-02', limits: {} }),
    }
    for (const [act, run] of Object.entries(acts))
      if (may.some((one) => one === act)) await run()
      else await assert.rejects(run(), refusedAs('auth.forbidden'))
    assert.ok((await desk(o, worker).listLimits({})).total >= 1)
  })

test('limits hold from a day on; one that is off finds nothing, and what is not said keeps its shipped number', async (t) => {
  const o = await open(t)
  await redeem(o, o.wang, 6)
  const limits = { person_day: { isOn: false, numbers: {} } }
  const set = { fromOn: '2026-03-02', limits, note: '试行' }
  await desk(o, o.bureau).setLimits(set)
  await assert.rejects(desk(o, o.bureau).setLimits(set), refusedAs('bank.limits_day_set'))
  await assert.rejects(
    desk(o, o.bureau).setLimits({ ...set, fromOn: '2026-03-01' }),
    refusedAs('bank.limits_in_the_past'),
  )
  await desk(o, o.bureau).lookForAnomalies({})
  assert.equal((await desk(o).listFindings({ kind: 'person_day' })).total, 0)
  const { items } = await desk(o).listLimits({})
  assert.deepEqual(
    items.map(({ standing, setBy }) => [standing, setBy]),
    [
      ['in_force', '周敏'],
      ['past', null],
    ],
  )
  assert.equal(items[0]?.limits.same_partner?.numbers.points, 150)
  await desk(o, o.bureau).setLimits({
    fromOn: '2026-03-03',
    limits: { person_day: { isOn: true, numbers: { count: 4 } } },
  })
  o.clock.pass(24 * 60)
  await desk(o, o.bureau).lookForAnomalies({})
  const [one] = (await desk(o).listFindings({ kind: 'person_day' })).items
  assert.deepEqual((await desk(o).readFinding({ id: one?.id ?? '' })).numbers, { count: 4 })
})

test('a starter judges and notes as the office does, without an account', async (t) => {
  const o = await open(t)
  const { finding } = await foundOne(o)
  await o.act(async (ctx) => {
    await judgeFinding(ctx, { id: finding.id, isWrong: true, reason: '本人当天在外地' })
    await noteMeasure(ctx, { id: finding.id, measureId: newId(), measure: 'talk', words: '已约谈' })
  })
  assert.equal((await desk(o).listFindings({ status: 'wrong' })).items[0]?.measures, 1)
})

test('eight wrong codes within an hour at one counter are found, nobody’s name beside them, and judged', async (t) => {
  const o = await open(t)
  const typed = (code: string) =>
    assert.rejects(o.as(o.shop.clerk).call(counterDoors).lookUpCode({ code }), { code: 'bank.wrong_code' })
  for (let n = 0; n < 8; n++) {
    await typed(`0000000${n}`)
    o.clock.pass(5)
  }
  await desk(o, o.bureau).lookForAnomalies({})
  const { items } = await desk(o).listFindings({ kind: 'wrong_codes' })
  const [finding] = items
  assert.deepEqual(
    [items.length, finding?.partner, finding?.records, finding?.people, finding?.points],
    [1, '利民超市', 8, 0, 0],
  )
  const read = await desk(o).readFinding({ id: finding?.id ?? '' })
  assert.ok(
    read.list.every(({ personId, partner, state }) => !personId && partner === '利民超市' && state === 'wrong_code'),
  )
  assert.ok(read.list.every(({ by }) => by !== null))
  assert.equal((await desk(o, o.clerk).listFindings({ kind: 'wrong_codes' })).total, 0)
  await desk(o).judgeFinding({ id: read.id, isWrong: false, reason: '新店员不熟悉' })
  await desk(o, o.bureau).lookForAnomalies({})
  assert.equal((await desk(o).listFindings({ kind: 'wrong_codes', status: 'waiting' })).items.length, 0)
})
