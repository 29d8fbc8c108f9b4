import type { FieldValues } from '#modules/people/index.ts'
import { type Chance, shares } from '../chance.ts'
import { dayBetween, yearsAfter } from './life.ts'
import type { Profile } from './profile.ts'

const MEMBERS = { organ: 0.84, institution: 0.53, enterprise: 0.54 }
const LIXIU_MEMBERS = 0.95

/** GB/T 4762: 04–10 are the other parties, each with a handful in a county. */
const OTHERS = shares('13 92, 12 2.5, 05 2, 07 1.2, 04 1, 08 0.7, 10 0.4, 06 0.2')

export function partyOf(chance: Chance, who: Profile): FieldValues {
  const isMember = chance.happens(who.kind === 'lixiu' ? LIXIU_MEMBERS : MEMBERS[who.nature])
  return {
    ...(isMember ? memberOf(chance, who) : { political: chance.weighted(OTHERS) }),
    education: schooling(chance, who),
  }
}

function memberOf(chance: Chance, who: Profile): FieldValues {
  const eighteen = yearsAfter(who.birthOn, 18)
  const first = who.startedOn > eighteen ? who.startedOn : eighteen
  const latest = yearsAfter(first, 25) < who.retiredOn ? yearsAfter(first, 25) : who.retiredOn
  const isFrail = who.age >= 85
  return {
    political: '01',
    partyJoinedOn: dayBetween(chance, first, latest).slice(0, 7),
    branchText: `${who.unit.short}离退休干部党支部`,
    duesMethod: isFrail ? '家属代缴' : chance.pick(['按月缴纳', '按月缴纳', '按季缴纳', '从离退休费中代扣']),
    isHomeStudy: isFrail || chance.happens(0.04),
  }
}

/** GB/T 4658. Those who began before 1949 mostly had primary school or less; later ones trained as teachers. */
function schooling(chance: Chance, { kind, birthOn }: Profile): string {
  if (kind === 'lixiu') return chance.weighted(shares('80 34, 70 36, 60 12, 40 12, 30 6'))
  return birthOn < '1950'
    ? chance.weighted(shares('80 7, 70 16, 60 14, 40 42, 30 18, 20 3'))
    : chance.weighted(shares('80 1, 70 8, 60 12, 40 34, 30 33, 20 11.6, 10 0.4'))
}
