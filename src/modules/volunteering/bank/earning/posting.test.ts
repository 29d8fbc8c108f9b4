import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { balanceOf, breachesOf, freezeWallets, statementOf } from '#modules/ledger/index.ts'
import { registerPeople } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office, PLACES } from '#test/office.ts'
import { earn, type Served, unearn } from './index.ts'

async function open(t: TestContext): Promise<Office & { person: string }> {
  const o = await office()
  t.after(() => o.close())
  const nothing = { phones: [], unitId: null, managingUnitId: null, tags: [], source: '登记表' }
  const drafts = [{ values: { name: '王秀英' }, placeCode: PLACES.guangchang, ...nothing }]
  const [person = ''] = await o.act((ctx) => registerPeople(ctx, drafts))
  return Object.assign(o, { person })
}

const served = (o: { person: string }, more: Partial<Served> = {}): Served => ({
  id: newId(),
  personId: o.person,
  kind: 'care',
  minutes: 120,
  servedOn: '2026-03-02',
  ...more,
})
const wallet = (o: { person: string }) => ({ kind: 'wallet', owner: o.person }) as const
const has = (o: Office & { person: string }) =>
  o.act(async (ctx) => [
    (await balanceOf(ctx, 'minutes', wallet(o))).total,
    (await balanceOf(ctx, 'points', wallet(o))).total,
  ])
const sound = async (o: Office) => assert.deepEqual(await o.act((ctx) => breachesOf(ctx.db)), [])

test('two hours confirmed are two hours and four points, once, however often they are sent', async (t) => {
  const o = await open(t)
  const record = served(o)
  const all = await Promise.all(Array.from({ length: 12 }, () => o.act((ctx) => earn(ctx, [record]))))
  assert.equal(all.flat().length, 1)
  assert.deepEqual(await has(o), [120, 4])
  await sound(o)
})

test('two services of a day share the day’s cap, and what is over is written down with its reason', async (t) => {
  const o = await open(t)
  const all = await o.act((ctx) => earn(ctx, [served(o, { minutes: 300 }), served(o, { minutes: 300 })]))
  assert.deepEqual(
    all.map(({ minutes, points, cuts }) => [minutes, points, cuts.length]),
    [
      [300, 10, 0],
      [180, 6, 1],
    ],
  )
  const [row] = await asOwner(o.house, `select cuts from bank_earning where cuts <> '[]'`)
  assert.deepEqual(row, { cuts: [{ cap: 'day', unit: 'minutes', amount: 120 }] })
})

test('of ten confirmations at once for one person the day counts eight hours', async (t) => {
  const o = await open(t)
  await Promise.all(Array.from({ length: 10 }, () => o.act((ctx) => earn(ctx, [served(o)]))))
  assert.deepEqual(await has(o), [480, 16])
  await sound(o)
})

test('a wrong record takes back what it earned, once, by somebody else’s approval', async (t) => {
  const o = await open(t)
  const [maker, checker] = [await o.hire(), await o.hire({ name: '吴静' })]
  const as = <T>(id: string, work: (ctx: Ctx) => Promise<T>) =>
    o.act((ctx) => work({ ...ctx, actor: { ...ctx.actor, accountId: id } }))
  const record = served(o)
  await as(maker.id, (ctx) => earn(ctx, [record]))
  const wrong = { recordId: record.id, reason: '重复登记' }
  await assert.rejects(
    as(maker.id, (ctx) => unearn(ctx, { ...wrong, approvedBy: maker.id })),
    { code: 'ledger.own_approval' },
  )
  for (let n = 0; n < 2; n++) await as(maker.id, (ctx) => unearn(ctx, { ...wrong, approvedBy: checker.id }))
  assert.deepEqual(await has(o), [0, 0])
  const lines = await o.act((ctx) => statementOf(ctx, 'points', wallet(o)))
  assert.deepEqual(
    lines.map(({ code, reason }) => [code, reason]),
    [
      ['earn', null],
      ['reverse', '重复登记'],
    ],
  )
  await assert.rejects(
    o.act((ctx) => unearn(ctx, { ...wrong, recordId: newId(), approvedBy: checker.id })),
    { code: 'bank.never_earned' },
  )
  await sound(o)
})

test('service of a frozen wallet is kept in the books without a posting', async (t) => {
  const o = await open(t)
  await o.act((ctx) => earn(ctx, [served(o)]))
  await o.act((ctx) => freezeWallets(ctx, o.person))
  const [late] = await o.act((ctx) => earn(ctx, [served(o)]))
  assert.deepEqual(late?.cuts, [{ cap: 'frozen', unit: 'minutes', amount: 120 }])
  assert.deepEqual(await has(o), [120, 4])
})
