export type Throttle = {
  /** Counts one try; false when this key has used up its tries. */
  charge: (key: string, now: Date) => boolean
  /** Takes back a try that turned out to be right. */
  refund: (key: string) => void
}

const MOST_KEYS = 10_000

/** Counts tries per key in memory: at most `most` within `minutes` of the first. Tries are charged before they are judged, so many at once gain nothing. */
export function newThrottle(most: number, minutes: number): Throttle {
  const counts = new Map<string, { left: number; until: number }>()
  return {
    charge: (key, now) => {
      const known = counts.get(key)
      const count =
        known && known.until > now.getTime() ? known : { left: most, until: now.getTime() + minutes * 60_000 }
      if (count !== known) makeRoom(counts, now.getTime())
      counts.set(key, count)
      if (count.left <= 0) return false
      count.left -= 1
      return true
    },
    refund: (key) => {
      const known = counts.get(key)
      if (known) known.left = Math.min(most, known.left + 1)
    },
  }
}

/** A flood of addresses must not eat the memory: what has run out goes first, then the oldest. */
function makeRoom(counts: Map<string, { until: number }>, now: number): void {
  if (counts.size < MOST_KEYS) return
  for (const [key, { until }] of counts) if (until <= now) counts.delete(key)
  for (const key of counts.keys()) if (counts.size >= MOST_KEYS) counts.delete(key)
}
