import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { newId } from '#platform/ids.ts'
import { lastKnownYear } from '#platform/working-days/index.ts'
import { breaches, earned, openShop, register, type Shop } from '#test/office/bank.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { contract as stars } from '../../stars/contract.ts'
import { routes as starRoutes } from '../../stars/index.ts'
import { contract as counterDoors } from '../counter/contract.ts'
import { contract as statements } from '../counter/statements/contract.ts'
import { bankListeners, bankRoutes } from '../index.ts'
import { contract as redemptions } from '../redemptions/contract.ts'
import { contract } from './contract.ts'
import { settleJob } from './index.ts'

type Desk = Office & { maker: Worker; checker: Worker; shop: Shop; wang: string }

async function open(t: TestContext): Promise<Desk> {
  const o = await office({ rooms: [...bankRoutes, starRoutes], listeners: bankListeners })
  t.after(() => o.close())
  const [maker, checker] = [await o.hire(), await o.hire({ name: '吴静' })]
  const shop = await openShop(o)
  const [wang = ''] = await register(o, ['王秀英'])
  await earned(o, wang, 300)
  return Object.assign(o, { maker, checker, shop, wang })
}

const at = (o: Office, worker: Worker) => o.as(worker).call(contract)
const shop = (o: Desk, clerk = o.shop.clerk) => o.as(clerk).call(statements)
const sound = async (o: Office) => assert.deepEqual(await breaches(o), [])

async function handed(o: Desk, quantity = 1): Promise<string> {
  const asked = { id: newId(), personId: o.wang, itemId: o.shop.item, quantity }
  const { id, code } = await o.as(o.maker).call(redemptions).reserveRedemption(asked)
  await o.as(o.shop.clerk).call(counterDoors).handOver({ code, key: newId() })
  return id
}

async function drafted(o: Desk, month: string) {
  await at(o, o.maker).draftSettlements({ month })
  const [settlement] = (await at(o, o.maker).listSettlements({ month })).items
  assert.ok(settlement)
  return settlement
}

async function paid(o: Desk, id: string, voucher: string): Promise<void> {
  await shop(o).confirmStatement({ id })
  await at(o, o.checker).approveSettlement({ id })
  await at(o, o.maker).paySettlement({ id, voucher })
}

test('a month is drawn up, confirmed by the partner, approved by a second person and paid with its voucher', async (t) => {
  const o = await open(t)
  await handed(o, 2)
  await handed(o)
  await assert.rejects(at(o, o.maker).draftSettlements({ month: '2026-03' }), { code: 'bank.month_not_over' })
  o.clock.set('2026-04-01T09:00:00+08:00')
  const { id, opening, redeemed, closing, due, answerBy } = await drafted(o, '2026-03')
  assert.deepEqual([opening, redeemed, closing, due, answerBy], [0, 30, 30, 30, '2026-04-07'])
  await assert.rejects(at(o, o.checker).approveSettlement({ id }), { code: 'bank.settlement_not_now' })
  await shop(o).confirmStatement({ id })
  await assert.rejects(at(o, o.maker).approveSettlement({ id }), { code: 'bank.own_draft' })
  await at(o, o.checker).approveSettlement({ id })
  await at(o, o.maker).paySettlement({ id, voucher: '付字第 0412 号' })
  await assert.rejects(at(o, o.maker).paySettlement({ id, voucher: '再付' }), { code: 'bank.settlement_not_now' })
  const read = await at(o, o.maker).readSettlement({ id })
  assert.deepEqual(
    [read.status, read.voucher, read.lines.length, read.lines[0]?.name],
    ['paid', '付字第 0412 号', 2, '王**'],
  )
  await sound(o)
})

test('a partner who disputes is answered and asked again; one who says nothing for three working days agrees', async (t) => {
  const o = await open(t)
  await handed(o)
  o.clock.set('2026-04-01T09:00:00+08:00')
  const { id } = await drafted(o, '2026-03')
  await shop(o).disputeStatement({ id, reason: '少了一笔' })
  await assert.rejects(shop(o).confirmStatement({ id }), { code: 'bank.settlement_not_now' })
  await at(o, o.maker).answerDispute({ id, answer: '已核对，3 月只有一笔' })
  o.clock.set('2026-04-07T18:00:00+08:00')
  await assert.rejects(at(o, o.checker).approveSettlement({ id }), { code: 'bank.settlement_not_now' })
  o.clock.set('2026-04-08T09:00:00+08:00')
  await at(o, o.checker).approveSettlement({ id })
  const read = await at(o, o.maker).readSettlement({ id })
  assert.deepEqual(
    [read.status, read.dispute, read.outcome, read.answer, read.version],
    ['approved', '少了一笔', 'rejected', '已核对，3 月只有一笔', 1],
  )
})

test('a partner who is right: the redemption is reversed, the statement corrected, seen, confirmed and paid at its new sum', async (t) => {
  const o = await open(t)
  const wrong = await handed(o, 2)
  await handed(o)
  o.clock.set('2026-04-01T09:00:00+08:00')
  const { id } = await drafted(o, '2026-03')
  const answer = '多收的一笔已冲正'
  await assert.rejects(at(o, o.maker).correctSettlement({ id, answer }), { code: 'bank.settlement_not_now' })
  await shop(o).disputeStatement({ id, reason: '米没有领走' })
  const [listed] = (await at(o, o.maker).listSettlements({ status: 'disputed' })).items
  assert.deepEqual([listed?.dispute, listed?.can.correct], ['米没有领走', true])
  await assert.rejects(at(o, o.checker).approveSettlement({ id }), { code: 'bank.settlement_not_now' })
  await assert.rejects(at(o, o.maker).paySettlement({ id, voucher: '付 1' }), { code: 'bank.settlement_not_now' })
  await assert.rejects(at(o, o.maker).correctSettlement({ id, answer }), { code: 'bank.nothing_corrected' })
  await o.as(o.maker).call(redemptions).reverseRedemption({ id: wrong, reason: '没有领走' })
  await assert.rejects(at(o, o.maker).answerDispute({ id, answer: '数目无误' }), { code: 'bank.correct_first' })
  assert.deepEqual(await at(o, o.maker).correctSettlement({ id, answer }), { version: 2, due: 10 })
  const seen = await shop(o).readStatement({ id })
  assert.deepEqual(
    [seen.status, seen.due, seen.version, seen.outcome, seen.answer],
    ['draft', 10, 2, 'corrected', answer],
  )
  assert.deepEqual(
    seen.lines.map(({ points, isStruck }) => [points, isStruck]),
    [
      [20, true],
      [10, false],
    ],
  )
  await paid(o, id, '付 1')
  await sound(o)
  o.clock.set('2026-05-01T09:00:00+08:00')
  const april = await drafted(o, '2026-04')
  assert.deepEqual([april.opening, april.reversed, april.paidBefore, april.closing, april.due], [30, 20, 10, 0, 0])
  await sound(o)
  const acts = await asOwner<{ action: string }>(
    o.house,
    `select action from audit_event where action in ('disputeStatement', 'correctSettlement', 'confirmStatement') order by seq`,
  )
  assert.deepEqual(
    acts.map(({ action }) => action),
    ['disputeStatement', 'correctSettlement', 'confirmStatement'],
  )
})

test('the days to answer pass over 清明节 and what the county itself has off; in a year nobody announced it is said that weekdays were counted', async (t) => {
  const o = await open(t)
  const own = { day: '2026-04-07', isWorking: false }
  const scheme = { hours: [100, 300, 600, 1000, 1500], validFrom: '2026-03-28', shiftedDays: [own] }
  o.clock.set('2026-03-28T09:00:00+08:00')
  await o.as(o.maker).call(stars).setStarScheme(scheme)
  await handed(o)
  o.clock.set('2026-04-01T09:00:00+08:00')
  const march = await drafted(o, '2026-03')
  assert.deepEqual([march.answerBy, march.isByWeekdays], ['2026-04-08', false])
  await paid(o, march.id, '付 1')
  await handed(o)
  o.clock.set(`${lastKnownYear + 1}-01-01T09:00:00+08:00`)
  const later = await drafted(o, `${lastKnownYear}-12`)
  assert.equal(later.isByWeekdays, true)
})

test('the next month opens where the last closed, with what was paid and reversed meanwhile, each line in one statement', async (t) => {
  const o = await open(t)
  const first = await handed(o, 3)
  o.clock.set('2026-03-31T23:59:59+08:00')
  await handed(o)
  o.clock.set('2026-04-01T00:00:01+08:00')
  await handed(o, 2)
  const march = await drafted(o, '2026-03')
  assert.deepEqual([march.redeemed, march.due], [40, 40])
  await paid(o, march.id, '付 1')
  const wrong = { id: first, reason: '质量问题' }
  await assert.rejects(o.as(o.maker).call(redemptions).reverseRedemption(wrong), { code: 'bank.in_settlement' })
  await handed(o, 2)
  assert.equal((await o.as(o.maker).call(redemptions).reverseRedemption(wrong)).status, 'done')
  o.clock.set('2026-05-01T08:30:00+08:00')
  for (let n = 0; n < 2; n++) await settleJob.run(o.house, {})
  const [april, ...others] = (await at(o, o.maker).listSettlements({ month: '2026-04' })).items
  assert.equal(others.length, 0)
  assert.deepEqual(
    [april?.opening, april?.redeemed, april?.reversed, april?.paidBefore, april?.closing, april?.due],
    [40, 40, 30, 40, 10, 10],
  )
  await paid(o, april?.id ?? '', '付 2')
  await sound(o)
})

test('the sums of a statement cannot be changed, not even by the server’s own role', async (t) => {
  const o = await open(t)
  await handed(o)
  o.clock.set('2026-04-01T09:00:00+08:00')
  await drafted(o, '2026-03')
  for (const statement of [
    'update bank_settlement set due = 1000',
    'update bank_settlement_line set points = 1',
    'delete from bank_settlement_line',
    'delete from bank_settlement',
    'update bank_settlement_correction set due = 1000',
  ])
    await assert.rejects(o.house.pools.writers.query(statement), { code: '42501' })
})

test('a statement that somebody changed as the owner of the database is found', async (t) => {
  const o = await open(t)
  await handed(o)
  o.clock.set('2026-04-01T09:00:00+08:00')
  await drafted(o, '2026-03')
  await asOwner(o.house, 'update bank_settlement_line set points = points + 1')
  assert.ok((await breaches(o)).some(({ id }) => id === 'LG-11'))
})

test('both download the statement; another partner neither reads, confirms nor downloads it', async (t) => {
  const o = await open(t)
  await handed(o)
  o.clock.set('2026-04-01T09:00:00+08:00')
  const { id } = await drafted(o, '2026-03')
  const sheet = await shop(o).downloadStatement({ id })
  assert.equal(sheet.name, '结算单-利民超市-2026-03.xlsx')
  assert.equal(Buffer.from(sheet.bytes.slice(0, 2)).toString(), 'PK')
  const paper = await at(o, o.maker).downloadSettlement({ id, format: 'pdf' })
  assert.equal(Buffer.from(paper.bytes.slice(0, 5)).toString(), '%PDF-')
  const other = await openShop(o, { name: '惠民药店' })
  assert.equal((await shop(o, other.clerk).listStatements({})).total, 0)
  await assert.rejects(shop(o, other.clerk).readStatement({ id }), { status: 404 })
  await assert.rejects(shop(o, other.clerk).confirmStatement({ id }), { status: 404 })
  await assert.rejects(shop(o, other.clerk).downloadStatement({ id }), { status: 404 })
})

test('a settlement is approved and paid only with a fresh proof', async (t) => {
  const o = await open(t)
  await handed(o)
  o.clock.set('2026-04-01T09:00:00+08:00')
  const { id } = await drafted(o, '2026-03')
  await shop(o).confirmStatement({ id })
  const stale = (worker: Worker) =>
    asOwner(o.house, 'update session set proven_at = null where account_id = $1', [worker.id])
  const NOT_PROVEN = { status: 403, code: 'auth.not_proven' }
  await stale(o.maker)
  const pay = () => at(o, o.maker).paySettlement({ id, voucher: '记-12' })
  await at(o, o.checker).approveSettlement({ id })
  await assert.rejects(pay(), NOT_PROVEN)
  await stale(o.checker)
  await assert.rejects(at(o, o.checker).approveSettlement({ id }), NOT_PROVEN)
})
