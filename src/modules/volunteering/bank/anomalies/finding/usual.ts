import type { RedemptionTrace } from './traces.ts'
import { DAY_MS, grouped, median } from './windows.ts'

export type Handed = RedemptionTrace & { at: number }

const QUARTER_MS = 90 * DAY_MS
const LEAST = 5

/** What was handed over, at the instant it was. */
export function handedOver(redemptions: readonly RedemptionTrace[]): Handed[] {
  return redemptions.flatMap((one) =>
    one.status === 'handed_over' && one.handedAt !== null ? [{ ...one, at: one.handedAt }] : [],
  )
}

/** Counts of equal stretches before an instant, by what they have in common and where something was. */
function countsBefore<T extends { at: number }>(
  rows: readonly T[],
  before: number,
  stretchOf: (row: T) => string,
): number[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    if (row.at >= before || row.at < before - QUARTER_MS) continue
    const stretch = stretchOf(row)
    counts.set(stretch, (counts.get(stretch) ?? 0) + 1)
  }
  return [...counts.values()]
}

/**
 * How many are usual in one stretch of time, by the quarter of a year before: a canteen hands over thirty lunches an hour, a
 * bookshop two a day. Who is too new to have anything usual is measured by others of its kind.
 */
export function usualAt<T extends Handed>(
  stretchOf: (row: T) => string,
  { own, all, before }: { own: readonly T[]; all: readonly T[]; before: number },
): number {
  const counts = countsBefore(own, before, stretchOf)
  if (counts.length >= LEAST) return median(counts)
  const [self] = own
  const peers = grouped(
    all.filter((row) => row.partnerKind === self?.partnerKind && row.partnerId !== self.partnerId),
    (row) => row.partnerId,
  )
  const theirs = [...peers.values()]
    .map((rows) => countsBefore(rows, before, stretchOf))
    .filter((rows) => rows.length >= LEAST)
  return theirs.length ? median(theirs.map(median)) : 0
}
