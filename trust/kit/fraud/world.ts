import { randomUUID } from 'node:crypto'
import type {
  CodeTrace,
  GiftTrace,
  RedemptionTrace,
  ServiceTrace,
} from '#modules/volunteering/bank/anomalies/finding/index.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const DAYS = 365
/** Midnight of the first day of the year that is lived through. */
export const FIRST = Date.parse('2025-03-02T00:00:00+08:00')

export type Partner = { id: string; kind: string; opensOn: number; counter: string }
/** Who there is: ids that the office has given out. */
export type World = { people: string[]; partners: Partner[]; clerks: string[]; families: string[] }
export type Year = { redemptions: RedemptionTrace[]; services: ServiceTrace[]; gifts: GiftTrace[]; codes: CodeTrace[] }
export type Death = { personId: string; day: number }

export const emptyYear = (): Year => ({ redemptions: [], services: [], gifts: [], codes: [] })
export const at = (day: number, hour: number): number => FIRST + day * DAY + Math.round(hour * HOUR)
export const isWeekday = (day: number): boolean => ![0, 6].includes(new Date(at(day, 12)).getUTCDay())
export const officeDayOf = (day: number): string => new Date(at(day, 12)).toISOString().slice(0, 10)

type Taking = {
  person: string
  partner: Partner
  points: number
  at: number
  /** Seconds until it is handed over; null where it is not collected. */
  wait: number | null
} & Partial<Pick<RedemptionTrace, 'onBehalf' | 'by' | 'handedBy'>>

export function taking({ person, partner, points, at: reserved, wait, ...more }: Taking): RedemptionTrace {
  const handed = {
    status: 'handed_over',
    handedAt: reserved + (wait ?? 0) * 1000,
    handedBy: partner.counter,
  } as const
  const left = { status: 'expired', handedAt: null, handedBy: null } as const
  const what = { partnerId: partner.id, partnerKind: partner.kind, points, at: Math.round(reserved) }
  const who = { personId: person, onBehalf: more.onBehalf ?? 'self', by: more.by ?? null }
  const end = wait === null ? left : { ...handed, handedBy: more.handedBy ?? partner.counter }
  return { id: randomUUID(), ...what, ...who, ...end, diedOn: null }
}

type Served = { person: string; from: number; minutes: number } & Partial<
  Pick<ServiceTrace, 'lateBy' | 'approvedBy' | 'wordOf'>
>

export function serving({ person, from, minutes, ...more }: Served): ServiceTrace {
  const nobody = { lateBy: null, approvedBy: null, wordOf: null, diedOn: null }
  return { id: randomUUID(), personId: person, minutes: Math.round(minutes), at: Math.round(from), ...nobody, ...more }
}

/** Serves only where the person is free: nobody is in two places at once, not in fraud either. */
export function addService(year: Year, busy: Map<string, [number, number][]>, one: ServiceTrace): boolean {
  const mine = busy.get(one.personId) ?? []
  const until = one.at + one.minutes * MINUTE
  if (mine.some(([from, to]) => one.at < to && from < until)) return false
  mine.push([one.at, until])
  busy.set(one.personId, mine)
  year.services.push(one)
  return true
}
