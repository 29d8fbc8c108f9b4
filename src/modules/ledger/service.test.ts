import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office } from '#test/office.ts'
import {
  balanceOf,
  breachesOf,
  freezeWallets,
  hold,
  post,
  release,
  releaseWallets,
  reverse,
  settle,
  statementOf,
  type Transfer,
} from './index.ts'

const PROGRAMME = '01980000-0000-7000-8000-00000000a001'

async function open(t: TestContext): Promise<Office & { wallet: string; shop: string }> {
  const o = await office()
  t.after(() => o.close())
  return Object.assign(o, { wallet: newId(), shop: newId() })
}

const wallet = (owner: string) => ({ kind: 'wallet', owner }) as const

function earned(owner: string, amount: number, more: Partial<Transfer> = {}): Transfer {
  const from = { kind: 'issue', owner: PROGRAMME } as const
  const ref = { kind: 'attendance', id: newId() }
  return { id: newId(), unit: 'points', from, to: wallet(owner), amount, code: 'earn', ref, ...more }
}

function redeemed(owner: string, shop: string, amount: number): Transfer {
  const ref = { kind: 'redemption', id: newId() }
  return {
    id: newId(),
    unit: 'points',
    from: wallet(owner),
    to: { kind: 'payable', owner: shop },
    amount,
    code: 'redeem',
    ref,
  }
}

const points = (o: Office, owner: string) => o.act((ctx) => balanceOf(ctx, 'points', wallet(owner)))
const sound = async (o: Office) => assert.deepEqual(await o.act((ctx) => breachesOf(ctx.db)), [])

test('points are earned, set aside at a shop, handed over, and the statement tells each step once', async (t) => {
  const o = await open(t)
  await o.act((ctx) => post(ctx, [earned(o.wallet, 12)]))
  const asked = redeemed(o.wallet, o.shop, 5)
  await o.act((ctx) => hold(ctx, asked))
  assert.deepEqual(await points(o, o.wallet), { total: 12, held: 5, free: 7, isFrozen: false })
  await o.act((ctx) => settle(ctx, [{ id: newId(), holdId: asked.id }]))
  assert.deepEqual(await points(o, o.wallet), { total: 7, held: 0, free: 7, isFrozen: false })
  const due = await o.act((ctx) => balanceOf(ctx, 'points', { kind: 'payable', owner: o.shop }))
  assert.equal(due.total, 5)
  const lines = await o.act((ctx) => statementOf(ctx, 'points', wallet(o.wallet)))
  assert.deepEqual(
    lines.map(({ code, amount, after }) => [code, amount, after]),
    [
      ['earn', 12, 12],
      ['redeem', -5, 7],
    ],
  )
  await sound(o)
})

test('what is set aside can be given back, and neither be spent meanwhile nor ended twice', async (t) => {
  const o = await open(t)
  await o.act((ctx) => post(ctx, [earned(o.wallet, 10)]))
  const asked = redeemed(o.wallet, o.shop, 8)
  await o.act((ctx) => hold(ctx, asked))
  const second = redeemed(o.wallet, o.shop, 3)
  await assert.rejects(
    o.act((ctx) => hold(ctx, second)),
    { code: 'ledger.not_enough' },
  )
  await o.act((ctx) => release(ctx, [{ id: newId(), holdId: asked.id }]))
  for (const end of [settle, release])
    await assert.rejects(
      o.act((ctx) => end(ctx, [{ id: newId(), holdId: asked.id }])),
      { code: 'ledger.hold_ended' },
    )
  assert.deepEqual(await points(o, o.wallet), { total: 10, held: 0, free: 10, isFrozen: false })
  await sound(o)
})

test('the same act sent twenty times at once moves the books once; under its number nothing else fits', async (t) => {
  const o = await open(t)
  const once = earned(o.wallet, 4)
  const written = await Promise.all(Array.from({ length: 20 }, () => o.act((ctx) => post(ctx, [once]))))
  assert.equal(
    written.reduce((sum, count) => sum + count),
    1,
  )
  assert.equal((await points(o, o.wallet)).total, 4)
  await assert.rejects(
    o.act((ctx) => post(ctx, [{ ...once, amount: 5 }])),
    { code: 'ledger.key_used', status: 422 },
  )
  await sound(o)
})

test('one attendance earns one ledger once, and each of the two ledgers', async (t) => {
  const o = await open(t)
  const ref = { kind: 'attendance', id: newId() }
  await o.act((ctx) => post(ctx, [earned(o.wallet, 2, { ref }), earned(o.wallet, 60, { ref, unit: 'minutes' })]))
  await assert.rejects(
    o.act((ctx) => post(ctx, [earned(o.wallet, 2, { ref })])),
    { code: 'ledger.done_before' },
  )
  assert.equal((await o.act((ctx) => balanceOf(ctx, 'minutes', wallet(o.wallet)))).total, 60)
  await sound(o)
})

test('forty who spend at once from a balance for ten get ten', async (t) => {
  const o = await open(t)
  await o.act((ctx) => post(ctx, [earned(o.wallet, 10)]))
  const tries = await Promise.allSettled(
    Array.from({ length: 40 }, () => o.act((ctx) => post(ctx, [redeemed(o.wallet, o.shop, 1)]))),
  )
  const refused = tries.filter((one) => one.status === 'rejected')
  assert.equal(refused.length, 30)
  assert.ok(refused.every(({ reason }) => reason.code === 'ledger.not_enough'))
  assert.equal((await points(o, o.wallet)).total, 0)
  await sound(o)
})

test('gifts that cross each other between the same two never lock each other out', async (t) => {
  const o = await open(t)
  const [a, b] = [newId(), newId()]
  await o.act((ctx) => post(ctx, [earned(a, 50), earned(b, 50)]))
  const gift = (from: string, to: string): Transfer => ({
    ...earned(to, 1),
    from: wallet(from),
    code: 'gift',
    ref: { kind: 'gift', id: newId() },
  })
  await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      o.act((ctx) => post(ctx, [n % 2 ? gift(a, b) : gift(b, a), n % 2 ? gift(b, a) : gift(a, b)])),
    ),
  )
  assert.deepEqual([(await points(o, a)).total, (await points(o, b)).total], [50, 50])
  await sound(o)
})

test('a mistake is undone by its opposite, once, with a reason and somebody else’s approval', async (t) => {
  const o = await open(t)
  const wrong = earned(o.wallet, 9)
  await o.act((ctx) => post(ctx, [wrong]))
  const undo = { transferId: wrong.id, reason: '重复登记' }
  const [maker, checker] = [await o.hire(), await o.hire({ name: '吴静' })]
  const as = (id: string, work: (ctx: Ctx) => Promise<number>) =>
    o.act((ctx) => work({ ...ctx, actor: { ...ctx.actor, accountId: id } }))
  await assert.rejects(
    as(maker.id, (ctx) => reverse(ctx, { ...undo, id: newId(), approvedBy: maker.id })),
    { code: 'ledger.own_approval' },
  )
  const id = newId()
  await as(maker.id, (ctx) => reverse(ctx, { ...undo, id, approvedBy: checker.id }))
  assert.equal((await points(o, o.wallet)).total, 0)
  for (const transferId of [wrong.id, id])
    await assert.rejects(
      o.act((ctx) => reverse(ctx, { ...undo, id: newId(), transferId })),
      { code: 'ledger.not_reversible' },
    )
  await sound(o)
})

test('what has been spent cannot be taken back below zero', async (t) => {
  const o = await open(t)
  const first = earned(o.wallet, 6)
  await o.act((ctx) => post(ctx, [first, redeemed(o.wallet, o.shop, 5)]))
  await assert.rejects(
    o.act((ctx) => reverse(ctx, { id: newId(), transferId: first.id, reason: '误记' })),
    {
      code: 'ledger.not_enough',
    },
  )
  await sound(o)
})

test('a frozen wallet neither gives nor takes; a hold of before still ends, and an heir inherits', async (t) => {
  const o = await open(t)
  const heir = newId()
  await o.act((ctx) => post(ctx, [earned(o.wallet, 10)]))
  const asked = redeemed(o.wallet, o.shop, 2)
  await o.act((ctx) => hold(ctx, asked))
  await o.act((ctx) => freezeWallets(ctx, o.wallet))
  for (const refused of [earned(o.wallet, 1), redeemed(o.wallet, o.shop, 1)])
    await assert.rejects(
      o.act((ctx) => post(ctx, [refused])),
      { code: 'ledger.frozen' },
    )
  await o.act((ctx) => release(ctx, [{ id: newId(), holdId: asked.id }]))
  const inherits: Transfer = { ...earned(heir, 10), from: wallet(o.wallet), code: 'inherit' }
  await o.act((ctx) => post(ctx, [inherits]))
  assert.deepEqual(await points(o, o.wallet), { total: 0, held: 0, free: 0, isFrozen: true })
  await o.act((ctx) => releaseWallets(ctx, o.wallet))
  assert.equal((await points(o, o.wallet)).isFrozen, false)
  await sound(o)
})

test('of several transfers all stand or none', async (t) => {
  const o = await open(t)
  await assert.rejects(
    o.act((ctx) => post(ctx, [earned(o.wallet, 3), redeemed(o.wallet, o.shop, 4)])),
    {
      code: 'ledger.not_enough',
    },
  )
  assert.deepEqual(await asOwner(o.house, 'select count(*)::int as n from ledger_transfer'), [{ n: 0 }])
})

test('the server’s own role can neither write past the books nor change or delete a line', async (t) => {
  const o = await open(t)
  await o.act((ctx) => post(ctx, [earned(o.wallet, 3)]))
  for (const statement of [
    `update ledger_account set credits_posted = 1000 where kind = 'wallet'`,
    'delete from ledger_transfer',
    `update ledger_transfer set amount = 1`,
  ])
    await assert.rejects(o.house.pools.writers.query(statement), { code: '42501' })
  await assert.rejects(asOwner(o.house, 'update ledger_transfer set amount = 1'), { code: '42501' })
})

for (const [what, statement, broken] of [
  ['an amount', `update ledger_transfer set amount = amount + 1 where seq = 2`, ['LG-02', 'LG-13']],
  [
    'a balance',
    `update ledger_account set credits_posted = credits_posted + 1 where kind = 'wallet'`,
    ['LG-01', 'LG-02'],
  ],
  ['the last line', 'delete from ledger_transfer where seq = 3', ['LG-02', 'LG-13']],
] as const)
  test(`${what} that somebody changed behind the books is found`, async (t) => {
    const o = await open(t)
    for (const amount of [1, 2, 3]) await o.act((ctx) => post(ctx, [earned(o.wallet, amount)]))
    await asOwner(o.house, 'alter table ledger_transfer disable trigger never_changed')
    await asOwner(o.house, statement)
    const found = (await o.act((ctx) => breachesOf(ctx.db))).map(({ id }) => id)
    for (const id of broken) assert.ok(found.includes(id), `${id} of ${found.join()}`)
  })

test('two hundred acts drawn by lot leave the books as a simple sum has them', async (t) => {
  const o = await open(t)
  const people = Array.from({ length: 4 }, () => newId())
  const sums = new Map(people.map((id) => [id, 0]))
  const seed = randomUUID()
  const lot = drawing(seed)
  for (let n = 0; n < 200; n++) {
    const [from, to] = [people[lot(4)] ?? '', people[lot(4)] ?? '']
    const amount = 1 + lot(9)
    const isGift = lot(3) > 0 && from !== to
    const has = sums.get(from) ?? 0
    const act = isGift ? { ...earned(to, amount), from: wallet(from), code: 'gift' as const } : earned(to, amount)
    const outcome = await o.act((ctx) => post(ctx, [act])).catch((error: { code: string }) => error.code)
    if (isGift && has < amount) {
      assert.equal(outcome, 'ledger.not_enough', `seed ${seed}`)
      continue
    }
    assert.equal(outcome, 1, `seed ${seed}`)
    if (isGift) sums.set(from, has - amount)
    sums.set(to, (sums.get(to) ?? 0) + amount)
  }
  for (const [id, sum] of sums) {
    const lines = await o.act((ctx) => statementOf(ctx, 'points', wallet(id)))
    assert.deepEqual([(await points(o, id)).total, lines.at(-1)?.after ?? 0], [sum, sum], `seed ${seed}`)
  }
  await sound(o)
})

function drawing(seed: string) {
  let state = Number.parseInt(seed.slice(0, 8), 16)
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
