import type { FindingKind } from '#modules/volunteering/bank/anomalies/finding/index.ts'
import type { Chance } from '../../../src/commands/demo/chance.ts'
import { addService, type Death, type Partner, type serving, taking, type World, type Year } from './world.ts'

/** One deed: what it should be found as, about whom, and the records it consists of. */
export type Deed = { kind: FindingKind; subjects: string[]; records: string[]; strength: number }
export type Stage = {
  year: Year
  world: World
  chance: Chance
  busy: Map<string, [number, number][]>
  deaths: readonly Death[]
  /** How far beyond the limit it goes; a little below one for those that hide just under it. */
  strength: number
  /** The day it begins on, and which of the people and partners it is about. */
  day: number
  turn: number
}
export type Plot = (stage: Stage) => Omit<Deed, 'kind' | 'strength'>

export const many = ({ strength }: Stage, limit: number) => Math.max(1, Math.round(limit * strength))
export const shopOf = ({ world, turn }: Stage): Partner => {
  const shops = world.partners.filter(({ kind }) => kind === 'shop' || kind === 'service')
  return shops[turn % shops.length] ?? { id: '', kind: 'shop', opensOn: 0, counter: '' }
}
/** Fraudsters are people with an ordinary life besides. */
export const personOf = ({ world, turn }: Stage, n = 0) => world.people[(30 + turn * 7 + n) % 190] ?? ''
export const clerkOf = ({ world, turn }: Stage, n = 0) => world.clerks[(turn + n) % world.clerks.length] ?? ''

type Take = Parameters<typeof taking>[0]
export function take({ year }: Stage, count: number, one: (n: number) => Take): string[] {
  const rows = Array.from({ length: count }, (_, n) => taking(one(n)))
  year.redemptions.push(...rows)
  return rows.map(({ id }) => id)
}
export function serve({ year, busy }: Stage, count: number, one: (n: number) => ReturnType<typeof serving>): string[] {
  return Array.from({ length: count }, (_, n) => one(n)).flatMap((row) => (addService(year, busy, row) ? [row.id] : []))
}
