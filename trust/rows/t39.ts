import { contract as counterDoors } from '#modules/volunteering/bank/counter/contract.ts'
import { contract as statementDoors } from '#modules/volunteering/bank/counter/statements/contract.ts'
import { bankListeners, bankRoutes } from '#modules/volunteering/bank/index.ts'
import { expireCodes } from '#modules/volunteering/bank/redeeming/index.ts'
import { contract as redemptions } from '#modules/volunteering/bank/redemptions/contract.ts'
import { contract as settlements } from '#modules/volunteering/bank/settlement/contract.ts'
import { settleJob } from '#modules/volunteering/bank/settlement/index.ts'
import { newId } from '#platform/ids.ts'
import { breaches, earned, openShop, register, type Shop } from '#test/office/bank.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { noneOf, type Row } from '../row.ts'

const MONTHS = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`)
/** Nobody draws these up on the first: the next statement takes them along. */
const LATE = new Set(['2026-04', '2026-09'])
const nextFirst = (month: string) => (month === '2026-12' ? '2027-01' : (MONTHS[MONTHS.indexOf(month) + 1] ?? ''))

/** What the year should have moved at one shop, kept beside the office by whoever acts. */
type Tally = {
  shop: Shop
  moves: { at: number; amount: number; id: string }[]
  handed: { id: string; points: number }[]
  paid: number
}
type Year = Office & { maker: Worker; checker: Worker; people: string[]; draw: (below: number) => number }

/** The same year for the same seed. */
function lot(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

const now = (y: Year) => y.house.clock().getTime()
const desk = (y: Year) => y.as(y.maker).call(redemptions)

async function reserve(y: Year, { shop }: Tally) {
  const personId = y.people[y.draw(y.people.length)] ?? ''
  return desk(y).reserveRedemption({ id: newId(), personId, itemId: shop.item, quantity: 1 + y.draw(3) })
}

async function handOver(y: Year, tally: Tally): Promise<void> {
  const { id, code, points } = await reserve(y, tally)
  await y.as(tally.shop.clerk).call(counterDoors).handOver({ code, key: newId() })
  tally.moves.push({ at: now(y), amount: points, id })
  tally.handed.push({ id, points })
}

/** A refund; where what is owed stands in a statement that waits for payment it is refused, and nothing moves. */
async function refund(y: Year, tally: Tally): Promise<void> {
  const at = y.draw(tally.handed.length || 1)
  const one = tally.handed[at]
  if (!one) return
  const code = await desk(y)
    .reverseRedemption({ id: one.id, reason: '质量问题', isReturned: false })
    .then(
      ({ status }) => status,
      (error: { code?: string }) => error.code,
    )
  if (code === 'bank.in_settlement') return
  if (code !== 'done') throw new Error(`a refund of ${one.points}: ${code}`)
  tally.handed.splice(at, 1)
  tally.moves.push({ at: now(y), amount: -one.points, id: one.id })
}

async function undone(y: Year, tally: Tally): Promise<void> {
  await desk(y).cancelRedemption({ id: (await reserve(y, tally)).id })
}

async function aMonth(y: Year, tallies: readonly Tally[], month: string): Promise<void> {
  for (let day = 5; day <= 25; day += 5) {
    y.clock.set(`${month}-${String(day).padStart(2, '0')}T10:00:00+08:00`)
    for (const tally of tallies)
      for (let n = y.draw(3); n >= 0; n--)
        await ([handOver, handOver, handOver, refund, undone][y.draw(5)] ?? handOver)(y, tally)
    for (const tally of tallies) await reserve(y, tally)
    y.clock.pass(16)
    await y.act(expireCodes)
  }
  const last = new Date(Date.parse(`${nextFirst(month)}-01T00:00:00Z`) - 1).toISOString().slice(0, 10)
  y.clock.set(`${last}T23:59:59+08:00`)
  for (const tally of tallies) await handOver(y, tally)
  y.clock.set(`${nextFirst(month)}-01T00:00:00+08:00`)
  for (const tally of tallies) await handOver(y, tally)
  y.clock.pass(60)
  for (const tally of tallies) await refund(y, tally)
}

/** On the first the month is drawn up, agreed to in one of four ways, approved by another and paid, or paid a month later, or not at all. */
async function monthEnd(y: Year, tallies: readonly Tally[], month: string): Promise<void> {
  y.clock.set(`${nextFirst(month)}-01T08:30:00+08:00`)
  if (!LATE.has(month)) await settleJob.run(y.house, {})
  for (const [at, tally] of tallies.entries()) {
    const shop = y.as(tally.shop.clerk).call(statementDoors)
    for (const { id, month: of, status } of (await shop.listStatements({})).items) {
      const way = (MONTHS.indexOf(of) + at) % 4
      if (status === 'approved') await pay(y, tally, id)
      if (status !== 'draft' || of !== month) continue
      if (way === 1) {
        await shop.disputeStatement({ id, reason: '数目不对' })
        await y.as(y.maker).call(settlements).answerDispute({ id, answer: '逐笔核对无误' })
      }
      if (way === 2) y.clock.set(`${nextFirst(month)}-15T09:00:00+08:00`)
      else await shop.confirmStatement({ id })
      await y.as(y.checker).call(settlements).approveSettlement({ id })
      if (way !== 3) await pay(y, tally, id)
    }
  }
}

async function pay(y: Year, tally: Tally, id: string): Promise<void> {
  const { due } = await y.as(y.maker).call(settlements).readSettlement({ id })
  await y
    .as(y.maker)
    .call(settlements)
    .paySettlement({ id, voucher: `付 ${id.slice(-6)}` })
  tally.moves.push({ at: now(y), amount: -due, id })
  tally.paid += due
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0)

/** To the unit: lines against what was done, against the books, statement by statement and for the year. */
async function faultsOf(y: Year, { shop, moves, paid }: Tally): Promise<string[]> {
  const faults: string[] = []
  const same = (what: string, seen: number, meant: number) => {
    if (seen !== meant) faults.push(`${what}: ${seen}, not ${meant}`)
  }
  const bank = y.as(y.maker).call(settlements)
  const statements = (await bank.listSettlements({ partnerId: shop.id })).items.toReversed()
  const lines: number[] = []
  let closed = 0
  for (const { id, month, opening, closing, redeemed, reversed } of statements) {
    const end = Date.parse(`${nextFirst(month)}-01T00:00:00+08:00`)
    const own = (await bank.readSettlement({ id })).lines.map(({ kind, points }) =>
      kind === 'redeemed' ? points : -points,
    )
    same(`${month} lines`, sum(own), redeemed - reversed)
    same(`${month} opening`, opening, closed)
    same(`${month} closing`, closing, sum(moves.filter(({ at }) => at < end).map(({ amount }) => amount)))
    lines.push(...own)
    closed = closing
  }
  same('statements', statements.length, MONTHS.length - LATE.size)
  const until = Date.parse('2027-01-01T00:00:00+08:00')
  const acts = moves.filter(({ at, id }) => at < until && !statements.some((one) => one.id === id))
  same('lines of the year against acts', sum(lines), sum(acts.map(({ amount }) => amount)))
  same('lines, one for each act', lines.length, acts.length)
  const [books] = await asOwner<{ moved: string; paid: string }>(
    y.house,
    `select coalesce(sum(case when t.credit_id = a.id then t.amount else -t.amount end) filter (where t.code <> 'pay' and t.at < '2027-01-01T00:00:00+08:00'), 0)::text as moved,
            coalesce(sum(t.amount) filter (where t.code = 'pay'), 0)::text as paid
       from ledger_account a join ledger_transfer t on t.county = a.county and a.id in (t.credit_id, t.debit_id) and t.step in ('post', 'settle')
      where a.kind = 'payable' and a.owner_id = '${shop.id}'`,
  )
  same('lines of the year against the books', sum(lines), Number(books?.moved))
  same('paid against the books', paid, Number(books?.paid))
  return faults
}

async function run(): Promise<{ faults: string[]; seen: string }> {
  const seed = Date.now() % 2 ** 31
  const o = await office({ rooms: bankRoutes, listeners: bankListeners, at: '2026-01-02T09:00:00+08:00' })
  try {
    const [maker, checker] = [await o.hire(), await o.hire({ name: '吴静' })]
    const shops = [await openShop(o), await openShop(o, { name: '惠民药店', points: 7 })]
    const people = await register(o, ['王秀英', '李建国', '赵大山', '孙桂兰', '周福来'])
    for (const person of people) await earned(o, person, 1_000)
    const year: Year = Object.assign(o, { maker, checker, people, draw: lot(seed) })
    const tallies = shops.map((shop): Tally => ({ shop, moves: [], handed: [], paid: 0 }))
    for (const month of MONTHS) {
      await aMonth(year, tallies, month)
      await monthEnd(year, tallies, month)
    }
    const faults: string[] = []
    for (const tally of tallies) faults.push(...(await faultsOf(year, tally)).map((fault) => `${fault} (seed ${seed})`))
    const acts = sum(tallies.map(({ moves }) => moves.length))
    return {
      faults: [...faults, ...(await breaches(o)).map(({ id }) => `${id} broken`)],
      seen: `${acts} movements of 2 shops in 12 months, seed ${seed}`,
    }
  } finally {
    await o.close()
  }
}

export const row: Row = {
  id: 'T39',
  about: {
    zh: '一整年的结算：有异议、有退回、有跨月，逐笔之和等于账上变动，一分不差',
    en: 'a year of settlement with disputes, refunds and month ends: the lines are what the books moved by',
  },
  threshold: 'Σ lines = Σ movements, to the unit',
  blocksMerge: false,
  run: async () => {
    const { faults, seen } = await run()
    return noneOf(faults, seen)
  },
}
