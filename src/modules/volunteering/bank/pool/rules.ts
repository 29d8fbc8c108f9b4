import type { Ground } from '../codes/index.ts'

export type Verdict = 'fits' | 'ground_off' | 'age_unknown' | 'too_young'

/** Whether the pool may give on this ground: the county names the ground, and the record says they are old enough. */
export function verdictOf(
  { ground, age }: { ground: Ground; age: number | null },
  ages: Partial<Record<Ground, number>>,
): Verdict {
  const from = ages[ground]
  if (from === undefined) return 'ground_off'
  if (age === null) return 'age_unknown'
  return age >= from ? 'fits' : 'too_young'
}

/** What the cap of the year leaves for one person; null where the county sets none. */
export function leftOf(cap: number | null, had: number): number | null {
  return cap === null ? null : Math.max(0, cap - had)
}

const SAID: Record<Ground, readonly string[] | null> = {
  alone: ['lives_alone', 'empty_nest'],
  low_income: null,
  dependent: ['dependent', 'partly_dependent', 'severely_disabled', 'bedridden'],
}

/** Whether the record says it too, for who decides; null where the record has no place for it. */
export function isOnRecord(ground: Ground, flags: readonly string[]): boolean | null {
  const said = SAID[ground]
  return said && flags.some((flag) => said.includes(flag))
}
