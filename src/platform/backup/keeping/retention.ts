export type Keeping = { days: number; weeks: number; months: number }
export type Kept = { name: string; at: Date }

const DAY_MS = 86_400_000
const OFFICE_MS = 8 * 3_600_000

/** Which backups may go: all of the last days stay, then the newest of each week and of each month. The newest of all always stays. */
export function expired(backups: readonly Kept[], keeping: Keeping, now: Date): string[] {
  const newestFirst = backups.toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const staying = new Set(newestFirst.slice(0, 1))
  for (const one of newestFirst) if (ageIn(one, now) < keeping.days) staying.add(one)
  for (const one of newestOfEach(newestFirst, weekOf).slice(0, keeping.weeks)) staying.add(one)
  for (const one of newestOfEach(newestFirst, monthOf).slice(0, keeping.months)) staying.add(one)
  return newestFirst.filter((one) => !staying.has(one)).map((one) => one.name)
}

const ageIn = ({ at }: Kept, now: Date) => (now.getTime() - at.getTime()) / DAY_MS

/** Weeks begin on Monday and days at midnight, as the office counts. */
const weekOf = ({ at }: Kept) => String(Math.floor(((at.getTime() + OFFICE_MS) / DAY_MS + 3) / 7))
const monthOf = ({ at }: Kept) => new Date(at.getTime() + OFFICE_MS).toISOString().slice(0, 7)

function newestOfEach(newestFirst: readonly Kept[], partOf: (one: Kept) => string): Kept[] {
  const newest = new Map<string, Kept>()
  for (const one of newestFirst) if (!newest.has(partOf(one))) newest.set(partOf(one), one)
  return [...newest.values()]
}
