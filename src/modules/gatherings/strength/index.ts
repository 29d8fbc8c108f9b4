import type { Bilingual } from '#platform/words.ts'

/** What a county allows of somebody's strength. Ages are in years, loads in minutes of the last seven days; null says no limit. */
export type StrengthLimits = {
  /** By intensity 1–4: from which age the office warns, asks for consent and a companion, or refuses. */
  ages: readonly { warn: number | null; consent: number | null; refuse: number | null }[]
  /** Codes of GB/T 2261.3 by what they lead to at moderate intensity and above. */
  consentHealth: readonly string[]
  weekMinutes: { warn: number; consent: number }
}

/** Outings: severe heart disease and hypertension are dissuaded, who insists signs and is accompanied; the ages are ours until a county sets its own. */
export const defaultLimits: StrengthLimits = {
  ages: [
    { warn: null, consent: null, refuse: null },
    { warn: 85, consent: null, refuse: null },
    { warn: 75, consent: 80, refuse: null },
    { warn: 65, consent: 70, refuse: 80 },
  ],
  consentHealth: ['31', '32', '33', '41', '64', '67'],
  weekMinutes: { warn: 600, consent: 1_200 },
}

export type Strength = 'fine' | 'warn' | 'consent' | 'refuse'
type Asked = { intensity: number; age: number | null; health: string | null; weekMinutes: number }

const ORDER: readonly Strength[] = ['fine', 'warn', 'consent', 'refuse']

/**
 * Whether a gathering is within somebody's strength (量力而行), and every reason. An unknown age or health is no reason against anybody: they know
 * themselves, and the sheet says what to ask.
 */
export function strengthOf(
  { intensity, age, health, weekMinutes }: Asked,
  limits: StrengthLimits = defaultLimits,
): { outcome: Strength; reasons: Bilingual[] } {
  const found = [
    byAge(age, limits.ages[intensity - 1]),
    byHealth({ intensity, health }, limits.consentHealth),
    byLoad(weekMinutes, limits.weekMinutes),
  ].filter((one) => one !== undefined)
  const outcome = ORDER[Math.max(0, ...found.map((one) => ORDER.indexOf(one.outcome)))] ?? 'fine'
  return { outcome, reasons: found.map(({ reason }) => reason) }
}

type Found = { outcome: Strength; reason: Bilingual } | undefined

function byAge(age: number | null, limit: StrengthLimits['ages'][number] | undefined): Found {
  if (age === null || !limit) return undefined
  const outcome = (['refuse', 'consent', 'warn'] as const).find(
    (one) => limit[one] !== null && age >= (limit[one] ?? 0),
  )
  return (
    outcome && { outcome, reason: { zh: `年龄 ${age} 岁，活动强度偏大`, en: `Aged ${age}: the gathering asks much` } }
  )
}

function byHealth(
  { intensity, health }: { intensity: number; health: string | null },
  codes: readonly string[],
): Found {
  if (intensity < 3 || health === null || !codes.includes(health)) return undefined
  return { outcome: 'consent', reason: { zh: '健康状况需要留意', en: 'Health calls for care' } }
}

function byLoad(minutes: number, { warn, consent }: StrengthLimits['weekMinutes']): Found {
  if (minutes < warn) return undefined
  const hours = Math.round(minutes / 60)
  const outcome = minutes >= consent ? 'consent' : 'warn'
  return { outcome, reason: { zh: `近七天已安排 ${hours} 小时`, en: `${hours} hours planned within seven days` } }
}
