import type { Chance } from '../chance.ts'
import type { Nature, UnitPlan } from '../units/list.ts'
import { ageOn, type Life, lixiuLife, tuixiuLife } from './life.ts'

export type DemoUnit = UnitPlan & { id: string; endedOn?: string | undefined }
export type Home = { code: string; street: string; community: string; building?: string; weight: number }
export type Profile = Life & { kind: 'lixiu' | 'tuixiu'; nature: Nature; age: number; unit: DemoUnit }

export type Ground = { day: string; units: readonly DemoUnit[]; homes: readonly Home[] }

/** 3,397 people: 242 离休 and 3,155 退休, of whom 23 % were paid by organs, 69 % by institutions and 8 % by enterprises. */
const COUNTS: readonly (readonly [Profile['kind'], Nature, number])[] = [
  ['lixiu', 'organ', 118],
  ['lixiu', 'institution', 84],
  ['lixiu', 'enterprise', 40],
  ['tuixiu', 'organ', 663],
  ['tuixiu', 'institution', 2260],
  ['tuixiu', 'enterprise', 232],
]

export function profilesOf(chance: Chance, ground: Ground): Profile[] {
  const profiles = COUNTS.flatMap(([kind, nature, count]) =>
    Array.from({ length: count }, () => {
      const life = kind === 'lixiu' ? lixiuLife(chance) : tuixiuLife(chance, ground.day)
      return {
        ...life,
        kind,
        nature,
        age: ageOn(life.birthOn, ground.day),
        unit: unitOf(chance, ground.units, { nature, retiredOn: life.retiredOn }),
      }
    }),
  )
  return chance.shuffled(profiles)
}

function unitOf(
  chance: Chance,
  units: readonly DemoUnit[],
  { nature, retiredOn }: { nature: Nature; retiredOn: string },
): DemoUnit {
  const standing = units.filter(
    (unit) => unit.nature === nature && unit.openedOn <= retiredOn && (!unit.endedOn || unit.endedOn > retiredOn),
  )
  return chance.weighted(standing.map((unit) => [unit, unit.weight]))
}

/** What a unit was called on a day; rosters and archives keep that name. */
export function nameOn(unit: UnitPlan, day: string): string {
  const borne = unit.renamed?.filter(([, , on]) => on <= day).at(-1)
  return borne?.[0] ?? unit.name
}
