import { type Strength, type StrengthLimits, strengthOf } from '#modules/gatherings/codes/index.ts'
import { type NeedKindCode, needKinds, type Skill } from '../../codes/index.ts'
import {
  anySkillReason,
  fieldReason,
  handsReason,
  loadReason,
  nearReason,
  noSkillReason,
  type Reason,
  reachReason,
  skillReason,
  timeReason,
} from './words.ts'

export type NeedFacts = {
  kind: NeedKindCode
  placeCode: string
  personId: string | null
  intensity: number
  minutes: number
  /** The day of the week they wish for, as half days begin: `mon`. */
  day: string | null
  /** What the county allows of somebody's strength today. */
  limits: StrengthLimits
}
export type Helper = {
  personId: string
  placeCode: string | null
  skills: readonly Skill[]
  times: readonly string[]
  age: number | null
  health: string | null
  /** Minutes planned within seven days, and how many they want at most. */
  load: number
  limit: number
}
export type Crew = { placeCode: string; place: string; fields: readonly string[]; members: number; needs: number }

type Near = 'building' | 'grid' | 'community' | 'street' | 'far'
const STEPS: readonly (readonly [Near, digits: number])[] = [
  ['building', 17],
  ['grid', 14],
  ['community', 12],
  ['street', 9],
]
/** Digits 13–14 name the grid, 15–17 the building; zeros name none. */
const names = (code: string, digits: number) =>
  digits <= 12 || !/^0+$/.test(code.slice(digits === 17 ? 14 : 12, digits))

/** How near two homes lie, by the codes of their places. */
export function nearness(a: string, b: string | null): Near {
  if (b === null) return 'far'
  const found = STEPS.find(([, digits]) => names(a, digits) && a.slice(0, digits) === b.slice(0, digits))
  return found?.[0] ?? 'far'
}

const FOR_NEAR: Record<Near, number> = { building: 30, grid: 26, community: 20, street: 10, far: 0 }
const FOR_STRENGTH: Record<Strength, number> = { fine: 12, warn: 5, consent: -10, refuse: Number.NEGATIVE_INFINITY }
const KM_SPOILS = 2

const fittingSkills = (need: NeedFacts, helper: Helper): Skill[] =>
  needKinds[need.kind].skills.filter((one: Skill) => helper.skills.includes(one))

/** Who is proposed and who is sent are judged alike, by the county's rule. */
export const strength = (need: Pick<NeedFacts, 'intensity' | 'limits'>, { age, health, load }: Helper) =>
  strengthOf({ intensity: need.intensity, age, health, weekMinutes: load }, need.limits)

const freeOn = (helper: Helper, day: string) => helper.times.some((one) => one.startsWith(day))

/**
 * How well somebody would fit: what they can do first, then how near they live, then how much they have to do already and how much it asks of
 * them. Undefined is who is not asked: themselves, and whom the county’s strength rule refuses.
 */
export function scoreOf(need: NeedFacts, helper: Helper, km: number | null): number | undefined {
  if (helper.personId === need.personId) return undefined
  const { outcome } = strength(need, helper)
  if (outcome === 'refuse') return undefined
  const wanted = needKinds[need.kind].skills
  const bySkill = wanted.length === 0 ? 20 : fittingSkills(need, helper).length ? 40 : 0
  const near = nearness(need.placeCode, helper.placeCode)
  const byPlace = near === 'far' ? Math.max(-20, -KM_SPOILS * (km ?? 10)) : FOR_NEAR[near]
  const isOver = helper.load + need.minutes > helper.limit
  const byLoad = isOver ? -40 : 18 * (1 - helper.load / Math.max(1, helper.limit))
  const byDay = need.day === null || helper.times.length === 0 ? 0 : freeOn(helper, need.day) ? 6 : -6
  return bySkill + byPlace + byLoad + byDay + FOR_STRENGTH[outcome]
}

/** Why somebody stands where they stand, in words. */
export function reasonsFor(need: NeedFacts, helper: Helper, km: number | null): Reason[] {
  const fitting = fittingSkills(need, helper)
  const wanted: readonly Skill[] = needKinds[need.kind].skills
  const bySkill = wanted.length === 0 ? anySkillReason : fitting.length ? skillReason(fitting) : noSkillReason
  const byStrength = strength(need, helper).reasons.map((reason) => ({ ...reason, speaks: 'against' as const }))
  const byDay = need.day && helper.times.length ? [timeReason(need.day, freeOn(helper, need.day))] : []
  return [
    bySkill,
    nearReason(nearness(need.placeCode, helper.placeCode), km),
    loadReason({ load: helper.load, limit: helper.limit, minutes: need.minutes }),
    ...byDay,
    ...byStrength,
  ]
}

const reach = (need: NeedFacts, { placeCode }: Crew): 'here' | 'street' | 'far' => {
  const own = placeCode.replace(/0+$/, '')
  if (need.placeCode.startsWith(own)) return 'here'
  return placeCode.slice(0, 9) === need.placeCode.slice(0, 9) ? 'street' : 'far'
}

export function crewScore(need: NeedFacts, crew: Crew): number {
  const byPlace = { here: 30 + Math.min(10, crew.placeCode.replace(/0+$/, '').length / 2), street: 10, far: -20 }
  const byHands = crew.members === 0 ? -30 : 18 - 6 * (crew.needs / crew.members)
  return (crew.fields.includes(need.kind) ? 40 : 0) + byPlace[reach(need, crew)] + byHands
}

export function crewReasons(need: NeedFacts, crew: Crew): Reason[] {
  return [
    fieldReason(need.kind, crew.fields.includes(need.kind)),
    reachReason(reach(need, crew), crew.place),
    handsReason(crew.members, crew.needs),
  ]
}

const EARTH_KM = 6_371
export type Position = { lon: number; lat: number }

/** Whole kilometres between two places; within a county the earth is flat. */
export function kmBetween(a: Position, b: Position): number {
  const rad = Math.PI / 180
  const x = (b.lon - a.lon) * rad * Math.cos(((a.lat + b.lat) / 2) * rad)
  return Math.round(EARTH_KM * Math.hypot(x, (b.lat - a.lat) * rad))
}
