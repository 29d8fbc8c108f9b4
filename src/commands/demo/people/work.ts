import type { FieldValues } from '#modules/people/index.ts'
import { type Chance, shares } from '../chance.ts'
import { yearsAfter } from './life.ts'
import { postOf, titleOf } from './posts.ts'
import { nameOn, type Profile } from './profile.ts'

type Weights = readonly (readonly [rank: string, weight: number])[]

/** GB/T 12407 at retirement: a county has hardly anybody above 县处级, and its teachers have no rank at all. */
const RANKS: Record<Profile['kind'], Record<Profile['nature'], Weights>> = {
  lixiu: {
    organ: shares('131 2, 132 14, 141 36, 142 34, 150 14'),
    institution: shares('141 14, 142 34, 150 30, 199 22'),
    enterprise: shares('141 20, 142 40, 150 40'),
  },
  tuixiu: {
    organ: shares('131 1, 132 4, 141 24, 142 34, 150 31, 160 6'),
    institution: shares('132 0.2, 141 1.6, 142 4.2, 150 4, 199 90'),
    enterprise: shares('141 4, 142 8, 150 8, 199 80'),
  },
}
const RAISED: Record<string, string> = { '150': '142', '142': '141', '141': '132', '132': '131' }
const GRADES: Record<string, string> = {
  '131': 'consultant_2',
  '132': 'consultant_4',
  '141': 'principal_1',
  '142': 'principal_3',
  '150': 'staff_1',
}
const GRADES_SINCE = '2019-06-01'

export function workOf(chance: Chance, who: Profile): FieldValues {
  const rank = chance.weighted(RANKS[who.kind][who.nature])
  const isOrgan = who.nature === 'organ'
  return {
    kind: who.kind,
    workStartedOn: who.startedOn.slice(0, chance.happens(0.8) ? 7 : 10),
    ...(who.kind === 'lixiu' ? { workStartedOn: who.startedOn, revolutionJoinedOn: who.startedOn } : {}),
    retiredOn: who.retiredOn.slice(0, chance.happens(0.75) ? 7 : 10),
    unitText: nameOn(who.unit, who.retiredOn),
    post: postOf(chance, who, rank),
    rank,
    grade: isOrgan && who.retiredOn >= GRADES_SINCE ? (GRADES[rank] ?? null) : null,
    title: titleOf(chance, who),
    nature: who.nature,
    identityType: isOrgan ? 'civil_servant' : who.nature === 'institution' ? 'institution_staff' : 'state_enterprise',
    ...treatmentOf(chance, who, rank),
  }
}

/** What is enjoyed now: the rank at retirement, raised for many of 离休 and a few of 退休 by a document of its own. */
function treatmentOf(chance: Chance, who: Profile, rank: string): FieldValues {
  const isLixiu = who.kind === 'lixiu'
  const raised = chance.happens(isLixiu ? 0.55 : 0.03) ? RAISED[rank] : undefined
  const approvedOn = raised ? yearsAfter(who.retiredOn, chance.int(0, 2)) : who.retiredOn
  const treatment = raised ?? rank
  return {
    rankTreatment: treatment,
    treatmentApprovedOn: approvedOn.slice(0, 7),
    treatmentApprovalNo: raised ? `临组〔${approvedOn.slice(0, 4)}〕${chance.int(3, 96)}号` : null,
    treatmentNote: raised ? '提高一级享受待遇' : null,
    medicalTreatment: isLixiu || treatment.startsWith('13') ? 'county' : 'ordinary',
    ...payOf(chance, who, treatment),
  }
}

const YUAN = 100
/** Monthly basic pension in yuan by treatment, from and to; invented, in the order of what a county pays. */
const PAY: Record<string, readonly [number, number]> = {
  '131': [5200, 6000],
  '132': [4700, 5500],
  '141': [4000, 4800],
  '142': [3700, 4400],
  '150': [3300, 4000],
  '160': [3000, 3500],
  '199': [3200, 4600],
}

function payOf(chance: Chance, who: Profile, treatment: string): FieldValues {
  const isLixiu = who.kind === 'lixiu'
  const [least, most] = PAY[treatment] ?? [3000, 4000]
  const share = who.nature === 'enterprise' ? 0.72 : 1
  const base = Math.round(chance.int(least, most) * share * 10) * (YUAN / 10)
  const allowance = Math.round(chance.int(1400, 2600) * share) * YUAN
  const care = isLixiu ? chance.pick([1200, 1200, 1500, 2000]) * YUAN : 0
  const transport = isLixiu ? 300 * YUAN : 0
  return {
    basePayCents: base,
    allowanceCents: allowance,
    incomeCents: base + allowance + care + transport,
    ...(isLixiu ? { careFeeCents: care, transportFeeCents: transport } : {}),
  }
}
