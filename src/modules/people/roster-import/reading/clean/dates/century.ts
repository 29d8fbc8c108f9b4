import { type DateParts, isoDate } from './date-parts.ts'

/** `from`: birth, if known. `grown`: years of life before this date is possible, which helps when it is not. */
export type LifeSpan = { from: string | undefined; to: string; grown?: number }

/** Nobody on a roster was born longer before it was written. */
const OLDEST = 112

/** Two-digit years of birth are 19xx. */
export function birthDate(parts: DateParts): string {
  return isoDate(parts, parts.isTwoDigit ? 1900 + parts.year : parts.year)
}

/** A two-digit year takes the only century in which the date lies between birth and the roster's day; when both or neither would do, it is not known. */
export function dateInLife(parts: DateParts, life: LifeSpan): string | undefined {
  if (!parts.isTwoDigit) return isoDate(parts)
  const from = life.from ?? String(Number(life.to.slice(0, 4)) - OLDEST + (life.grown ?? 0))
  const fitting = [1800, 1900, 2000]
    .map((century) => isoDate(parts, century + parts.year))
    .filter((date) => date >= from.slice(0, date.length) && date <= life.to.slice(0, date.length))
  return fitting.length === 1 ? fitting[0] : undefined
}
