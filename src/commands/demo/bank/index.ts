import { bankDesk } from '#modules/volunteering/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import type { Act } from '../acts.ts'
import { Chance } from '../chance.ts'
import { before, onDay } from '../volunteering/people.ts'
import { lookAndJudge, standOut } from './findings.ts'
import { monthBefore } from './months.ts'
import { giveToPool } from './pool.ts'
import { SHELVES } from './shelves.ts'
import { walletsOf } from './wallets.ts'

const SEED = 3077
const DAY_MS = 86_400_000
const DAYS = 75
const REDEMPTIONS = 140
const BUDGET = 8000

/** What follows a year of the bank: the months that were settled, and what stands out. */
export const bankSteps = [
  { words: '结算 settlements', run: settleMonths },
  { words: '异常线索 what stands out in the bank', run: lookAndJudge },
]

/** Its rules, its partners and what they offer, before anybody earned. */
export async function openBank(ctx: Ctx): Promise<void> {
  const then = before(ctx, 380 * DAY_MS)
  const caps = { eventPoints: 8, monthPoints: 120, dayMinutes: 480, stockMinutes: 90_000, dayRedeemed: 100 }
  await bankDesk.setRule(then, {
    fromOn: officeDay(then.now),
    rates: { '*': 1 },
    ...caps,
    codeMinutes: 15,
    secondPersonPoints: 50,
    grantAges: { alone: 80, low_income: 60, dependent: 60 },
    grantYearPoints: 60,
    note: '经局务会议研究，试行一年。',
  })
  const year = Number(officeDay(ctx.now).slice(0, 4))
  await bankDesk.setBudget(then, { year, pointsBudget: BUDGET, basis: `临老干字〔${year}〕3号` })
  for (const { things, ...facts } of SHELVES) {
    const { id } = await bankDesk.addPartner(then, { ...facts, unitId: null })
    for (const [name, points, stock, description] of things)
      await bankDesk.addItem(then, { id, name, points, stock, description: description || null, monthLimit: null })
  }
}

/** What happens at the counters: things fetched, points given to the pool, and some days that stand out. */
export async function counterActs(ctx: Ctx): Promise<Act[]> {
  const { items } = await bankDesk.listItems(ctx, { status: 'on' })
  const cheap = items.toSorted((a, b) => a.points - b.points)[0]
  return [...(cheap ? standOut(ctx, cheap) : []), ...giveToPool(ctx), ...redeemings(ctx, items)]
}

type Offer = { id: string; partnerId: string; points: number }

function redeemings(ctx: Ctx, items: readonly Offer[]): Act[] {
  return Array.from({ length: REDEMPTIONS }, (_, n) => {
    const chance = new Chance(SEED + n)
    const at = onDay(ctx, { ago: chance.int(1, DAYS), hour: chance.int(9, 16), minute: chance.int(0, 59) })
    return { at, run: (then) => fetchSomething(then, chance, items) }
  })
}

/** Somebody takes something that they can pay for. */
async function fetchSomething(at: Ctx, chance: Chance, items: readonly Offer[]): Promise<void> {
  const wallets = await walletsOf(at)
  if (!wallets.length) return
  const { personId, points: free } = chance.pick(wallets)
  const { id: itemId, partnerId } = chance.pick(items.filter(({ points }) => points <= free))
  await redeem(at, chance, { personId, itemId, partnerId })
}

type Wish = { personId: string; itemId: string; partnerId: string }

/** Most are collected; a few are taken back. */
async function redeem(at: Ctx, chance: Chance, { partnerId, ...wish }: Wish): Promise<void> {
  const id = newId(at.now.getTime())
  const onBehalf = chance.weighted([
    ['self', 60],
    ['clerk', 28],
    ['family', 12],
  ] as const)
  const { code } = await bankDesk.redeem(at, { ...wish, id, quantity: 1, onBehalf })
  const isCollected = chance.next() < 0.94
  if (isCollected) await bankDesk.handOver(before(at, -5 * 60_000), partnerId, { code, key: newId() })
  else await bankDesk.undoRedemption(before(at, -2 * 60_000), { id, personId: wish.personId })
}

const VOUCHER = (at: number) => `付字第 ${String(2101 + at)} 号`

/** The months before the last are paid; of the last some wait for their partner, one is disputed. */
async function settleMonths(ctx: Ctx): Promise<void> {
  const months = [3, 2, 1].map((ago) => monthBefore(officeDay(ctx.now), ago))
  for (const [turn, month] of months.entries()) {
    const drafted = new Date(`${monthAfter(month)}-01T09:00:00+08:00`)
    const at = { ...ctx, now: drafted }
    await bankDesk.draftSettlements(at, { month })
    const { items } = await bankDesk.listSettlements(at, { month })
    for (const [place, { id }] of items.entries()) {
      const isLast = turn === months.length - 1
      if (isLast && place === 0) await bankDesk.disputeStatement(at, { id, reason: '有一笔午餐没有列入，请核对。' })
      if (isLast && place < 3) continue
      await bankDesk.confirmStatement(at, { id })
      await bankDesk.approveSettlement(at, { id })
      if (!isLast) await bankDesk.paySettlement(at, { id, voucher: VOUCHER(turn * 20 + place) })
    }
  }
}

const monthAfter = (month: string) => monthBefore(`${month}-01`, -1)
