export const DAY_MS = 86_400_000
const OFFICE_AHEAD_MS = 8 * 3_600_000

type Timed = { at: number }

/** The office's day of an instant, as a number, and the hour in it. */
export const dayOf = (at: number): number => Math.floor((at + OFFICE_AHEAD_MS) / DAY_MS)
export const hourOf = (at: number): number => Math.floor(((at + OFFICE_AHEAD_MS) % DAY_MS) / 3_600_000)

/** Rows by what they have in common, in the order of time; a row without it is left out. */
export function grouped<T extends Timed>(rows: readonly T[], keyOf: (row: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  for (const group of groups.values()) group.sort((a, b) => a.at - b.at)
  return groups
}

/** Of rows in order: all that lie in some stretch of time, reaching beyond `since`, of which the judgement says it is too much. */
export function crowded<T extends Timed>(
  rows: readonly T[],
  { span, since }: { span: number; since: number },
  isTooMuch: (stretch: readonly T[]) => boolean,
): T[] {
  const found = new Set<T>()
  let first = 0
  for (const [last, row] of rows.entries()) {
    while (row.at - (rows[first] ?? row).at >= span) first += 1
    if (row.at < since) continue
    const stretch = rows.slice(first, last + 1)
    if (isTooMuch(stretch)) for (const one of stretch) found.add(one)
  }
  return [...found]
}

export const sumOf = <T>(rows: readonly T[], amountOf: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + amountOf(row), 0)
export const different = <T>(rows: readonly T[], keyOf: (row: T) => unknown): number => new Set(rows.map(keyOf)).size

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
