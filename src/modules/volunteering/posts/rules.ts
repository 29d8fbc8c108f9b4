import { type Strength, type StrengthLimits, strengthOf } from '#modules/gatherings/codes/index.ts'
import type { Bilingual } from '#platform/words.ts'

/** So many houses one pair of eyes can keep. */
export const MOST_POSTS = 2

/**
 * A post is no afternoon: it goes on for years, so its ages are lower than those of a gathering, and beyond ninety the office asks nobody. Ours
 * until a county sets its own.
 */
const limits: StrengthLimits = {
  ages: [
    { warn: 80, consent: 85, refuse: 90 },
    { warn: 75, consent: 80, refuse: 90 },
    { warn: 70, consent: 75, refuse: 85 },
    { warn: 65, consent: 70, refuse: 80 },
  ],
  consentHealth: ['31', '32', '33', '41', '61', '64', '67'],
  weekMinutes: { warn: 600, consent: 1_200 },
}

type Asked = { intensity: number; age: number | null; health: string | null }

/** Whether a post is within somebody's strength, with every reason in words. Illness counts at any intensity. */
export function strengthForPost({ intensity, age, health }: Asked): { outcome: Strength; reasons: Bilingual[] } {
  const byAge = strengthOf({ intensity, age, health: null, weekMinutes: 0 }, limits)
  if (health === null || !limits.consentHealth.includes(health)) return byAge
  const reason = { zh: '健康状况需要留意', en: 'Health calls for care' }
  return { outcome: byAge.outcome === 'refuse' ? 'refuse' : 'consent', reasons: [...byAge.reasons, reason] }
}
