import type { api } from '../../../api.ts'

export type Limits = Awaited<ReturnType<typeof api.strengthLimits.readStrengthLimits>>['today']
type Step = 'warn' | 'consent' | 'refuse'
export const STEPS: readonly Step[] = ['warn', 'consent', 'refuse']
/** As the form holds it: ages as typed, hours instead of minutes. */
export type TypedLimits = {
  since: string
  ages: Record<Step, string>[]
  consentHealth: string[]
  weekHours: { warn: string; consent: string }
}

const ageOf = (text: string | undefined): number | null => (text ? Number(text) : null)
const textOf = (age: number | null): string => (age === null ? '' : String(age))

export function typedOf(limits: Limits, since: string): TypedLimits {
  const { warn, consent } = limits.weekMinutes
  return {
    since,
    ages: limits.ages.map((step) => ({
      warn: textOf(step.warn),
      consent: textOf(step.consent),
      refuse: textOf(step.refuse),
    })),
    consentHealth: limits.consentHealth,
    weekHours: { warn: String(warn / 60), consent: String(consent / 60) },
  }
}

/** An age left empty is no limit. */
export function limitsOf({ ages, consentHealth, weekHours }: TypedLimits): Limits {
  return {
    ages: ages.map(({ warn, consent, refuse }) => ({
      warn: ageOf(warn),
      consent: ageOf(consent),
      refuse: ageOf(refuse),
    })),
    consentHealth,
    weekMinutes: { warn: Math.round(Number(weekHours.warn) * 60), consent: Math.round(Number(weekHours.consent) * 60) },
  }
}
