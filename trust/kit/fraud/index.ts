import { Chance } from '../../../src/commands/demo/chance.ts'
import { honestYear } from './honest.ts'
import { plant } from './planted.ts'
import type { Deed } from './stage.ts'
import { emptyYear, type World, type Year } from './world.ts'

export * from './judging.ts'
export { layDown } from './laying.ts'
export { peopled } from './peopling.ts'
export type { Deed } from './stage.ts'
export { DAY, DAYS, FIRST, type Year } from './world.ts'

/** One year of a bank, the same for the same seed but for ids: first what is honest, then what is not. */
export function fraudYear(
  world: World,
  seed: number,
): { year: Year; deeds: Deed[]; deaths: { personId: string; day: number }[] } {
  const chance = new Chance(seed)
  const stage = { year: emptyYear(), world, chance, busy: new Map<string, [number, number][]>() }
  const deaths = honestYear(stage)
  const deeds = plant({ ...stage, deaths })
  return { year: stage.year, deeds, deaths }
}
