import { contract as wallets } from '#modules/volunteering/bank/contract.ts'
import { contract as counterDoors } from '#modules/volunteering/bank/counter/contract.ts'
import { earn } from '#modules/volunteering/bank/earning/index.ts'
import { bankRoutes } from '#modules/volunteering/bank/index.ts'
import { contract as shelf } from '#modules/volunteering/bank/partners/contract.ts'
import { contract as redemptions } from '#modules/volunteering/bank/redemptions/contract.ts'
import { expireJob } from '#modules/volunteering/bank/redemptions/index.ts'
import { newId } from '#platform/ids.ts'
import { breaches, earned, openShop, register, type Shop } from '#test/office/bank.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { isLong, noneOf, type Row } from '../row.ts'

const AT_ONCE = 40
const ROUNDS = isLong ? 30 : 3
/** What a counter may answer to one who comes too late; anything else is a fault. */
const POLITE = new Set([
  'ledger.not_enough',
  'bank.sold_out',
  'bank.not_waiting',
  'bank.handed_over',
  'bank.day_limit',
  'bank.not_handed_over',
  'bank.asked_before',
  'bank.wrong_code',
])

type Desk = Office & { staff: Worker; shop: Shop }
type Scene = { name: string; run: (d: Desk) => Promise<string[]> }

const redeeming = (d: Desk) => d.as(d.staff).call(redemptions)
const counter = (d: Desk) => d.as(d.shop.clerk).call(counterDoors)
const has = async (d: Desk, personId: string) => d.as(d.staff).call(wallets).readWallet({ personId })
const many = (act: (at: number) => Promise<unknown>) =>
  Promise.allSettled(Array.from({ length: AT_ONCE }, (_, at) => act(at)))

async function person(d: Desk, points: number): Promise<string> {
  const [id = ''] = await register(d, ['王秀英'])
  await earned(d, id, points)
  return id
}
const wish = (d: Desk, personId: string) => ({ id: newId(), personId, itemId: d.shop.item })

function faultsOf(tries: readonly PromiseSettledResult<unknown>[], most: number): string[] {
  const done = tries.filter(({ status }) => status === 'fulfilled').length
  const rude = tries.flatMap((one) =>
    one.status === 'rejected' && !POLITE.has(one.reason?.code) ? [String(one.reason)] : [],
  )
  return done === most ? rude : [...rude, `${done} went through where ${most} could`]
}

const SCENES: readonly Scene[] = [
  {
    name: 'the last two on the shelf, forty people',
    run: async (d) => {
      const itemId = await shelved(d, 2)
      const people = await register(
        d,
        Array.from({ length: AT_ONCE }, (_, at) => `赵${at}`),
      )
      for (const id of people) await earned(d, id, 10)
      return faultsOf(await many((at) => redeeming(d).reserveRedemption({ ...wish(d, people[at] ?? ''), itemId })), 2)
    },
  },
  {
    name: 'one service confirmed forty times',
    run: async (d) => {
      const id = await person(d, 1)
      const record = { id: newId(), personId: id, kind: 'care', minutes: 60, servedOn: '2026-02-10' }
      const faults = faultsOf(await many(() => d.act((ctx) => earn(ctx, [record]))), AT_ONCE)
      return (await has(d, id)).points === 3 ? faults : [...faults, 'earned more than once']
    },
  },
  {
    name: 'forty new codes for one redemption: the last is good, once',
    run: async (d) => {
      const { id } = await redeeming(d).reserveRedemption(wish(d, await person(d, 10)))
      const asked = await many(() => redeeming(d).renewRedemptionCode({ id }))
      const codes = asked.flatMap((one) => (one.status === 'fulfilled' ? [(one.value as { code: string }).code] : [])) // what the door answers
      const { code } = await redeeming(d).renewRedemptionCode({ id })
      const taps = await Promise.allSettled(
        [...codes.slice(0, 5), code].map((one) => counter(d).handOver({ code: one, key: newId() })),
      )
      d.clock.pass(11)
      return faultsOf(taps, 1)
    },
  },
  {
    name: 'two services of a day confirmed forty times each way: the day counts eight hours',
    run: async (d) => {
      const id = await person(d, 1)
      await many(() =>
        d.act((ctx) => earn(ctx, [{ id: newId(), personId: id, kind: 'care', minutes: 60, servedOn: '2026-02-11' }])),
      )
      const { points } = await has(d, id)
      return points === 17 ? [] : [`${points} points of a day that counts sixteen and one`]
    },
  },
  {
    name: 'a balance for three, forty redeem',
    run: async (d) => {
      const id = await person(d, 30)
      return faultsOf(await many(() => redeeming(d).reserveRedemption(wish(d, id))), 3)
    },
  },
  {
    name: 'one redemption sent forty times',
    run: async (d) => {
      const once = wish(d, await person(d, 100))
      const faults = faultsOf(await many(() => redeeming(d).reserveRedemption(once)), AT_ONCE)
      return (await has(d, once.personId)).held === 10 ? faults : [...faults, 'held more than once']
    },
  },
  {
    name: 'one code confirmed forty times under one key',
    run: async (d) => {
      const { code } = await redeeming(d).reserveRedemption(wish(d, await person(d, 10)))
      const tap = { code, key: newId() }
      return faultsOf(await many(() => counter(d).handOver(tap)), AT_ONCE)
    },
  },
  {
    name: 'one code confirmed under forty keys',
    run: async (d) => {
      const { code } = await redeeming(d).reserveRedemption(wish(d, await person(d, 10)))
      return faultsOf(await many(() => counter(d).handOver({ code, key: newId() })), 1)
    },
  },
  {
    name: 'confirmed, taken back and expired at once',
    run: async (d) => {
      const id = await person(d, 10)
      const reserved = await redeeming(d).reserveRedemption(wish(d, id))
      const tries = await many((at) =>
        at % 3 === 0
          ? counter(d).handOver({ code: reserved.code, key: newId() })
          : at % 3 === 1
            ? redeeming(d).cancelRedemption({ id: reserved.id })
            : expireJob.run(d.house, { county: d.county }),
      )
      const rude = tries.flatMap((one) =>
        one.status === 'rejected' && !POLITE.has(one.reason?.code) ? [String(one.reason)] : [],
      )
      const { points, held } = await has(d, id)
      return held === 0 && (points === 10 || points === 0) ? rude : [...rude, `left ${points} with ${held} held`]
    },
  },
  {
    name: 'gifts to the pool and redemptions from one balance',
    run: async (d) => {
      const id = await person(d, 30)
      await many((at) =>
        at % 2
          ? redeeming(d).reserveRedemption(wish(d, id))
          : d.as(d.staff).call(wallets).donatePoints({ id: newId(), personId: id, points: 10 }),
      )
      const { free, points } = await has(d, id)
      return free === 0 && points >= 0 ? [] : [`${free} free of ${points}`]
    },
  },
  {
    name: 'one gift to the pool sent forty times',
    run: async (d) => {
      const gift = { id: newId(), personId: await person(d, 100), points: 10 }
      const faults = faultsOf(await many(() => d.as(d.staff).call(wallets).donatePoints(gift)), AT_ONCE)
      return (await has(d, gift.personId)).points === 90 ? faults : [...faults, 'given more than once']
    },
  },
  {
    name: 'one redemption reversed forty times',
    run: async (d) => {
      const id = await person(d, 10)
      const reserved = await redeeming(d).reserveRedemption(wish(d, id))
      await counter(d).handOver({ code: reserved.code, key: newId() })
      const reversal = { id: reserved.id, reason: '登记有误' }
      const faults = faultsOf(await many(() => redeeming(d).reverseRedemption(reversal)), 1)
      return (await has(d, id)).points === 10 ? faults : [...faults, 'not given back once']
    },
  },
]

async function shelved(d: Desk, stock: number): Promise<string> {
  const item = { id: d.shop.id, name: '最后一件', description: null, points: 10, stock, monthLimit: null }
  return (await d.as(d.staff).call(shelf).addItem(item)).id
}

async function race(d: Desk): Promise<string[]> {
  const faults: string[] = []
  for (let round = 0; round < ROUNDS; round++)
    for (const { name, run } of SCENES) faults.push(...(await run(d)).map((fault) => `${name}: ${fault}`))
  const broken = (await breaches(d)).map(({ id, rows }) => `${id} broken in ${rows}`)
  return [...faults, ...broken]
}

export const row: Row = {
  id: 'T36',
  about: {
    zh: '银行竞态：四十人同时兑换、核销、撤回、过期、捐赠、冲正',
    en: 'races at the bank: forty at once redeem, hand over, take back, expire, donate and reverse',
  },
  threshold: '0 overspends, 0 lost, 0 errors without words',
  blocksMerge: true,
  minutes: isLong ? 30 : 8,
  run: async () => {
    const o = await office({ rooms: bankRoutes })
    try {
      const desk = Object.assign(o, { staff: await o.hire(), shop: await openShop(o) })
      return noneOf(await race(desk), `${SCENES.length} scenes × ${ROUNDS} rounds × ${AT_ONCE} at once`)
    } finally {
      await o.close()
    }
  },
}
