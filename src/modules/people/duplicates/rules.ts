import { couldBeSame, isPartialDate, precisionOf } from '../partial-date.ts'
import { type NameLikeness, nameLikeness } from './names/index.ts'
import type { ReasonCode } from './words.ts'

/** What of a person tells whether two records are one. Numbers come as fingerprints, never as they are written. */
export type Face = {
  name: string
  formerName: string | null
  birthOn: string | null
  gender: string | null
  unitIds: readonly string[]
  /** The unit as a roster wrote it. */
  unitText: string | null
  id: string | null
  /** The first 15 digits, also of a number whose end a spreadsheet destroyed. */
  idStart: string | null
  phones: readonly { number: string; isOwn: boolean }[]
}

export type BirthLikeness = 'day' | 'month' | 'year' | 'unknown' | 'differs'

export type Evidence = {
  name: NameLikeness
  birth: BirthLikeness
  isSameUnit: boolean
  phone: 'own' | 'other' | 'none'
  id: 'same' | 'start' | 'differs' | 'unknown'
  isOtherGender: boolean
}

export type Weight = { score: number; reasons: ReasonCode[]; isListed: boolean }

export const LISTED_FROM = 40
/** Two usable identity numbers that differ are two people, whatever else is alike (GB 11643: one number, one citizen). */
export const OTHER_ID_AT_MOST = 20
/** So much alike that even two identity numbers are shown, at the end of the list: one of them may be wrong. */
const ALIKE_DESPITE_IDS = 90
const OTHER_GENDER_COSTS = 25

export function likeness(a: Face, b: Face): Weight {
  return weigh(evidenceBetween(a, b))
}

export function evidenceBetween(a: Face, b: Face): Evidence {
  return {
    name: nameLikeness(namesOf(a), namesOf(b)),
    birth: birthLikeness(a.birthOn, b.birthOn),
    isSameUnit: a.unitIds.some((id) => b.unitIds.includes(id)) || (!!a.unitText && a.unitText === b.unitText),
    phone: phoneLikeness(a, b),
    id: idLikeness(a, b),
    isOtherGender: isKnown(a.gender) && isKnown(b.gender) && a.gender !== b.gender,
  }
}

function namesOf({ name, formerName }: Face): string[] {
  return formerName ? [name, formerName] : [name]
}

function isKnown(gender: string | null): boolean {
  return gender === '1' || gender === '2'
}

/** A birth reckoned from an age says nothing either way. */
export function birthLikeness(a: string | null, b: string | null): BirthLikeness {
  if (!a || !b || !isPartialDate(a) || !isPartialDate(b)) return 'unknown'
  const precisions = [precisionOf(a), precisionOf(b)]
  if (precisions.includes('about')) return 'unknown'
  if (!couldBeSame(a, b)) return 'differs'
  if (precisions.includes('year')) return 'year'
  return precisions.includes('month') ? 'month' : 'day'
}

function phoneLikeness(a: Face, b: Face): Evidence['phone'] {
  const shared = a.phones.flatMap((one) => {
    const other = b.phones.find(({ number }) => number === one.number)
    return other ? [one.isOwn && other.isOwn] : []
  })
  if (!shared.length) return 'none'
  return shared.includes(true) ? 'own' : 'other'
}

function idLikeness(a: Face, b: Face): Evidence['id'] {
  if (a.id && b.id) return a.id === b.id ? 'same' : 'differs'
  return a.idStart && a.idStart === b.idStart ? 'start' : 'unknown'
}

type Ground = { reason: ReasonCode; covers?: readonly ReasonCode[]; score: (e: Evidence) => number }
type ByBirth = Record<BirthLikeness, number>

const sameName: ByBirth = { day: 0, month: 0, year: 50, unknown: 40, differs: 0 }
const sameNameUnit: ByBirth = { day: 95, month: 95, year: 65, unknown: 60, differs: 30 }
const similarNameUnit = {
  sounds: { day: 85, month: 85, year: 50, unknown: 50, differs: 0 },
  near: { day: 75, month: 70, year: 30, unknown: 30, differs: 0 },
} satisfies Record<string, ByBirth>
const similarNameBirth = {
  sounds: { day: 75, month: 55, year: 0, unknown: 0, differs: 0 },
  near: { day: 60, month: 30, year: 0, unknown: 0, differs: 0 },
} satisfies Record<string, ByBirth>
const ownPhoneOnly: ByBirth = { day: 70, month: 70, year: 45, unknown: 40, differs: 20 }

const isSimilar = (name: NameLikeness): name is 'sounds' | 'near' => name === 'sounds' || name === 'near'
const isBornTogether = ({ birth }: Evidence) => birth === 'day' || birth === 'month'

/** What speaks for one person, each ground with its weight out of 100 (proposed here; no regulation sets them). */
const grounds: readonly Ground[] = [
  { reason: 'same_id', score: (e) => (e.id === 'same' ? 100 : 0) },
  { reason: 'same_id_start', score: (e) => (e.id === 'start' ? (e.name === 'other' ? 60 : 95) : 0) },
  {
    reason: 'same_name_birth_unit',
    covers: ['same_name_birth'],
    score: (e) => (e.name === 'same' && e.isSameUnit && isBornTogether(e) ? sameNameUnit[e.birth] : 0),
  },
  {
    reason: 'same_name_phone',
    score: (e) => {
      if (e.name !== 'same' || e.phone === 'none') return 0
      if (e.birth === 'differs') return e.phone === 'own' ? 60 : 30
      return e.phone === 'own' ? 92 : 80
    },
  },
  {
    reason: 'same_name_birth',
    score: (e) => (e.name !== 'same' ? 0 : { day: 85, month: 70, year: 0, unknown: 0, differs: 0 }[e.birth]),
  },
  {
    reason: 'same_name_unit',
    score: (e) => (e.name === 'same' && e.isSameUnit && !isBornTogether(e) ? sameNameUnit[e.birth] : 0),
  },
  {
    reason: 'same_name',
    score: (e) => (e.name === 'same' && !e.isSameUnit && e.phone === 'none' ? sameName[e.birth] : 0),
  },
  {
    reason: 'similar_name_unit',
    covers: ['similar_name_birth'],
    score: (e) => (isSimilar(e.name) && e.isSameUnit ? similarNameUnit[e.name][e.birth] : 0),
  },
  { reason: 'similar_name_birth', score: (e) => (isSimilar(e.name) ? similarNameBirth[e.name][e.birth] : 0) },
  {
    reason: 'similar_name_phone',
    score: (e) => (isSimilar(e.name) && e.phone === 'own' ? (e.birth === 'differs' ? 45 : 75) : 0),
  },
  { reason: 'same_phone', score: (e) => (e.name === 'other' && e.phone === 'own' ? ownPhoneOnly[e.birth] : 0) },
]

/** How likely two records are one person, 0 to 100, and why: what speaks for it, strongest first, then what speaks against it. */
export function weigh(e: Evidence): Weight {
  const held = grounds
    .map((ground) => ({ ...ground, points: ground.score(e) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
  const covered = new Set(held.flatMap(({ covers = [] }) => covers))
  const reasons = held.map(({ reason }) => reason).filter((reason) => !covered.has(reason))
  const raw = held[0]?.points ?? 0
  if (e.id === 'same') return { score: raw, reasons, isListed: true }
  const gendered = Math.max(0, raw - (e.isOtherGender ? OTHER_GENDER_COSTS : 0))
  const isOtherId = e.id === 'differs'
  const score = isOtherId ? Math.min(gendered, OTHER_ID_AT_MOST) : gendered
  const against = [
    ...(isOtherId ? ['different_id' as const] : []),
    ...(e.birth === 'differs' ? ['different_birth' as const] : []),
    ...(e.isOtherGender ? ['different_gender' as const] : []),
  ]
  const isListed = score >= LISTED_FROM || (isOtherId && gendered >= ALIKE_DESPITE_IDS)
  return { score, reasons: raw ? [...reasons, ...against] : [], isListed }
}
