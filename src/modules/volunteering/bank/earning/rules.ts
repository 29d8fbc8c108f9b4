import type { Ground } from '../codes/index.ts'

/** The bank's rules of a county from a day on. */
export type BankRule = {
  /** Points for half an hour by kind of service; `*` for every other kind. */
  rates: Readonly<Record<string, number>>
  eventPoints: number | null
  monthPoints: number | null
  dayMinutes: number | null
  stockMinutes: number | null
  codeMinutes: number
  dayRedeemed: number | null
  secondPersonPoints: number
  /** On which grounds the pool gives, and from which age each of them holds; a ground that is not there gives nothing. */
  grantAges: Partial<Record<Ground, number>>
  /** What one person may have out of the pool in a year. */
  grantYearPoints: number | null
}

/**
 * Until a county sets its own: a point for half an hour, 8 hours a day and 1,500 hours in stock, and a pool for who lives alone from 80 on or is in
 * need from 60 on (宁政办发〔2019〕: 南京养老服务时间银行, 重点空巢独居老人).
 */
export const USUAL: BankRule = {
  rates: { '*': 1 },
  eventPoints: null,
  monthPoints: null,
  dayMinutes: 480,
  stockMinutes: 90_000,
  codeMinutes: 15,
  dayRedeemed: 200,
  secondPersonPoints: 50,
  grantAges: { alone: 80, low_income: 60, dependent: 60 },
  grantYearPoints: 120,
}

export type Cap = 'day' | 'stock' | 'event' | 'month' | 'budget' | 'frozen'
/** What a cap kept back: it is written down with the earning, never lost silently. */
export type Cut = { cap: Cap; unit: 'minutes' | 'points'; amount: number }

export type Standing = {
  /** Minutes counted on that day before, minutes in the wallet, points earned in that month before. */
  dayMinutes: number
  stockMinutes: number
  monthPoints: number
  /** What the programme of the year may still issue; null where nobody set a limit. */
  budgetLeft: number | null
  isFrozen: boolean
}
export type Earning = { minutes: number; points: number; cuts: Cut[] }

/** What a service of so many minutes earns: minutes one to one, points by the half-hour that counts, each within its caps. */
export function earningOf(served: { kind: string; minutes: number }, rule: BankRule, has: Standing): Earning {
  const cuts: Cut[] = []
  const within = (asked: number, room: number | null, cut: Omit<Cut, 'amount'>) => {
    const given = room === null ? asked : Math.min(asked, Math.max(0, room))
    if (given < asked) cuts.push({ ...cut, amount: asked - given })
    return given
  }
  const left = (cap: number | null, used: number) => (cap === null ? null : cap - used)
  if (has.isFrozen) return { minutes: 0, points: 0, cuts: [{ cap: 'frozen', unit: 'minutes', amount: served.minutes }] }
  const ofDay = within(served.minutes, left(rule.dayMinutes, has.dayMinutes), { cap: 'day', unit: 'minutes' })
  const minutes = within(ofDay, left(rule.stockMinutes, has.stockMinutes), { cap: 'stock', unit: 'minutes' })
  const earned = Math.floor(minutes / 30) * (rule.rates[served.kind] ?? rule.rates['*'] ?? 0)
  const ofEvent = within(earned, rule.eventPoints, { cap: 'event', unit: 'points' })
  const ofMonth = within(ofEvent, left(rule.monthPoints, has.monthPoints), { cap: 'month', unit: 'points' })
  return { minutes, points: within(ofMonth, has.budgetLeft, { cap: 'budget', unit: 'points' }), cuts }
}
