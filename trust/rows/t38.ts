import fc from 'fast-check'
import { statementOf } from '#modules/ledger/index.ts'
import { contract as counterDoors } from '#modules/volunteering/bank/counter/contract.ts'
import { earn as earnOn } from '#modules/volunteering/bank/earning/index.ts'
import { bankRoutes } from '#modules/volunteering/bank/index.ts'
import { addItem } from '#modules/volunteering/bank/partners/index.ts'
import { cancelForPerson, expireCodes } from '#modules/volunteering/bank/redeeming/index.ts'
import { contract as redemptions } from '#modules/volunteering/bank/redemptions/contract.ts'
import { donate, myAccount } from '#modules/volunteering/bank/wallets/index.ts'
import { newId } from '#platform/ids.ts'
import { breaches, openShop, register, type Shop } from '#test/office/bank.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { isLong, type Row } from '../row.ts'

const RUNS = isLong ? 2_000 : 60
const PRICE = 10

/** What a bank of one person and one shelf should be, in a few numbers. */
type Model = { points: number; held: number; stock: number; waiting: string[]; handed: string[]; lines: number[] }
type Desk = Office & { staff: Worker; shop: Shop; person: string; codes: Map<string, string> }
type Act = { name: string; run: (model: Model, desk: Desk) => Promise<void> }

const redeeming = (d: Desk) => d.as(d.staff).call(redemptions)
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'a fault without words',
  )

function expect(what: string, seen: unknown, meant: unknown): void {
  if (JSON.stringify(seen) !== JSON.stringify(meant))
    throw new Error(`${what}: ${JSON.stringify(seen)}, not ${JSON.stringify(meant)}`)
}

const earn = (amount: number): Act => ({
  name: `earn ${amount}`,
  run: async (m, d) => {
    await d.act((ctx) =>
      earnOn(ctx, [
        {
          id: newId(),
          personId: d.person,
          kind: 'care',
          minutes: 30 * amount,
          servedOn: dayOf((days += 1)),
        },
      ]),
    )
    m.points += amount
    m.lines.push(amount)
  },
})
let days = 0
const dayOf = (at: number) => new Date(Date.UTC(2000, 0, 1) + (at % 9_000) * 86_400_000).toISOString().slice(0, 10)

const reserve: Act = {
  name: 'reserve',
  run: async (m, d) => {
    const id = newId()
    const may = m.stock === 0 ? 'bank.sold_out' : m.points - m.held < PRICE ? 'ledger.not_enough' : 'done'
    const work = redeeming(d).reserveRedemption({ id, personId: d.person, itemId: d.shop.item })
    expect('reserve', await codeOf(work.then(({ code }) => d.codes.set(id, code))), may)
    if (may !== 'done') return
    m.held += PRICE
    m.stock -= 1
    m.waiting.push(id)
  },
}
const handOver: Act = {
  name: 'hand over',
  run: async (m, d) => {
    const id = m.waiting.shift()
    if (!id) return
    await d
      .as(d.shop.clerk)
      .call(counterDoors)
      .handOver({ code: d.codes.get(id) ?? '', key: newId() })
    m.points -= PRICE
    m.held -= PRICE
    m.handed.push(id)
    m.lines.push(-PRICE)
  },
}
const cancel: Act = {
  name: 'cancel',
  run: async (m, d) => {
    const id = m.waiting.pop()
    if (!id) return
    await redeeming(d).cancelRedemption({ id })
    m.held -= PRICE
    m.stock += 1
  },
}
const expire: Act = {
  name: 'expire',
  run: async (m, d) => {
    d.clock.pass(16)
    expect('expire', await d.act(expireCodes), m.waiting.length)
    m.stock += m.waiting.length
    m.held = 0
    m.waiting = []
  },
}
const reverse: Act = {
  name: 'reverse',
  run: async (m, d) => {
    const id = m.handed.pop()
    if (!id) return
    await redeeming(d).reverseRedemption({ id, reason: '登记有误', isReturned: true })
    m.points += PRICE
    m.stock += 1
    m.lines.push(PRICE)
  },
}
const give = (amount: number): Act => ({
  name: `donate ${amount}`,
  run: async (m, d) => {
    const may = m.points - m.held < amount ? 'ledger.not_enough' : 'done'
    const work = d.act((ctx) => donate(ctx, { id: newId(), personId: d.person, points: amount, onBehalf: 'clerk' }))
    expect('donate', await codeOf(work), may)
    if (may !== 'done') return
    m.points -= amount
    m.lines.push(-amount)
  },
})

const acts = fc.array(
  fc.oneof(
    fc.integer({ min: 1, max: 16 }).map(earn),
    fc.integer({ min: 1, max: 12 }).map(give),
    fc.constantFrom(reserve, reserve, reserve, handOver, handOver, cancel, expire, reverse),
  ),
  { minLength: 5, maxLength: 14 },
)

async function agrees(o: Office & { staff: Worker; shop: Shop }, sequence: readonly Act[]): Promise<void> {
  const [person = ''] = await register(o, ['王秀英'])
  const { id } = o.shop
  const item = { id, name: '鸡蛋', description: null, points: PRICE, stock: 3, monthLimit: null }
  const shop = { ...o.shop, item: (await o.act((ctx) => addItem(ctx, item))).id }
  const desk: Desk = { ...o, shop, person, codes: new Map() }
  const model: Model = { points: 0, held: 0, stock: 3, waiting: [], handed: [], lines: [] }
  for (const act of sequence) await act.run(model, desk)
  const { points, held } = await o.act((ctx) => myAccount(ctx, person))
  expect('balance', { points, held }, { points: model.points, held: model.held })
  const lines = await o.act((ctx) => statementOf(ctx, 'points', { kind: 'wallet', owner: person }))
  expect(
    'statement',
    lines.map(({ amount }) => amount),
    model.lines,
  )
  expect('closing', lines.at(-1)?.after ?? 0, model.points)
  await o.act(async (ctx) => {
    for (const one of model.waiting) await cancelForPerson(ctx, one)
  })
}

async function run(): Promise<{ passed: boolean; value: string }> {
  const o = await office({ rooms: bankRoutes })
  const seed = Date.now() % 2 ** 31
  try {
    const desk = Object.assign(o, { staff: await o.hire(), shop: await openShop(o) })
    const property = fc.asyncProperty(acts, (sequence) => agrees(desk, sequence))
    const found = await fc.check(property, { seed, numRuns: RUNS, endOnFailure: true })
    const broken = (await breaches(o)).map(({ id }) => id)
    if (!found.failed && !broken.length)
      return { passed: true, value: `0 divergences in ${RUNS} sequences, seed ${seed}` }
    const names = found.counterexample?.[0].map(({ name }) => name).join(', ')
    return { passed: false, value: `seed ${seed}: ${names}: ${String(found.errorInstance)} ${broken.join()}` }
  } finally {
    await o.close()
  }
}

export const row: Row = {
  id: 'T38',
  about: {
    zh: '按模型随机办理：余额与明细每一笔都与模型一致',
    en: 'acts drawn by lot against a model: balance and statement are the model’s, line by line',
  },
  threshold: '0 divergences in postings and statements',
  blocksMerge: false,
  minutes: isLong ? 60 : 8,
  run,
}
