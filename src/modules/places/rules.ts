import { ensure } from '#platform/refuse.ts'
import { ancestorsOf } from './codes.ts'
import type { Level } from './contract.ts'
import { wrongDay } from './words.ts'

/** What may lie directly under what. A community that has drawn no grids has buildings of its own. */
const BELOW: Record<Level, readonly Level[]> = {
  county: ['street'],
  street: ['community'],
  community: ['grid', 'building'],
  grid: ['building'],
  building: ['entrance'],
  entrance: [],
}

export function levelsBelow(level: Level): readonly Level[] {
  return BELOW[level]
}

/** People by place, each place counting everybody below it: a street's people are those of its communities and their buildings. */
export function countUpwards(people: ReadonlyMap<string, number>): (code: string) => number {
  const totals = new Map<string, number>()
  for (const [code, count] of people)
    for (const place of [code, ...ancestorsOf(code)]) totals.set(place, (totals.get(place) ?? 0) + count)
  return (code) => totals.get(code) ?? 0
}

/** A code's last day is the day before it was abolished: on that day it stands no longer. */
export function stands(place: { valid_to: string | null }, today: string): boolean {
  return place.valid_to === null || place.valid_to > today
}

/** The day of an act: today unless said, never before the place stood, never in the future because its people move at once. */
export function dayOf(said: string | undefined, { from, today }: { from: string; today: string }): string {
  const on = said ?? today
  ensure(on >= from && on <= today, () => wrongDay({ from, to: today }))
  return on
}
