import type { Draft } from '#modules/people/index.ts'
import { Chance, shares } from '../chance.ts'
import { fullName } from '../names/index.ts'
import { idNumber } from '../numbers.ts'
import { familyOf } from './family.ts'
import { withFlaws } from './flaws.ts'
import { healthOf } from './health.ts'
import { homeOf } from './home.ts'
import { partyOf } from './party.ts'
import { type Ground, type Home, type Profile, profilesOf } from './profile.ts'
import { talentOf } from './talent.ts'
import { workOf } from './work.ts'

export type { DemoUnit, Ground, Home } from './profile.ts'

const SEED = 371_424
const SOURCE = '演示数据'

export function peopleOf(ground: Ground, seed = SEED): Draft[] {
  const chance = new Chance(seed)
  const homes = ground.homes.map((home) => [home, home.weight] as const)
  const taken = new Set<string>()
  const people = profilesOf(chance, ground).map((who) => draftOf(chance, who, { day: ground.day, homes, taken }))
  return withFlaws(chance, people)
}

type Around = { day: string; homes: readonly (readonly [Home, number])[]; taken: Set<string> }

export function draftOf(chance: Chance, who: Profile, { day, homes, taken }: Around): Draft {
  const name = fullName(chance, { gender: who.gender, year: Number(who.birthOn.slice(0, 4)) })
  const home = homeOf(chance, who, homes)
  const health = healthOf(chance, who, day)
  const talent = talentOf(chance, who)
  const { livingFlags, childrenCount } = home.values
  const around = familyOf(chance, { ...who, name, isWidowed: home.isWidowed, childrenCount: Number(childrenCount) })
  return {
    values: {
      name,
      gender: who.gender,
      birthOn: who.birthOn,
      ethnicity: chance.weighted(shares('01 979, 03 14, 11 3, 06 2, 15 2')),
      nativePlace: chance.pick(['山东临邑', '山东临邑', '山东临邑', '山东陵县', '山东商河', '河北吴桥']),
      idNumber: freshNumber(chance, who, taken),
      medicalInsuranceNo: `3714${chance.int(100_000_000, 999_999_999)}`,
      ...workOf(chance, who),
      ...partyOf(chance, who),
      ...home.values,
      ...health.values,
      ...talent.values,
      livingFlags: [...(Array.isArray(livingFlags) ? livingFlags : []), ...health.flags],
      collectedBy: '演示采集员',
      source: SOURCE,
    },
    ...around,
    consents: consentsOf(health.values),
    unitId: who.unit.id,
    managingUnitId: null,
    placeCode: home.home?.code ?? null,
    tags: talent.tags,
    source: SOURCE,
  }
}

/** Everybody was asked for a photograph and for what is beyond the medical treatment due; what is written down was agreed to. */
function consentsOf(values: Draft['values']): Draft['consents'] {
  const needed = values.longTermMedicine ? (['photo', 'health_text'] as const) : (['photo'] as const)
  return needed.map((purpose) => ({ purpose, givenBy: 'self' }))
}

/** Nobody bears another's number. */
function freshNumber(chance: Chance, who: Profile, taken: Set<string>): string {
  for (;;) {
    const number = idNumber(chance, who)
    if (taken.has(number)) continue
    taken.add(number)
    return number
  }
}
