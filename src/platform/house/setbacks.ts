const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 3_600_000
/** So many times (some five minutes) what happened later waits as well, so that a listener hears things in order once a trouble passes. */
const HOLDING_TIMES = 6

export type Setbacks = {
  /** False while it is too early to ask again. */
  isDue: (key: string, now: Date) => boolean
  isHolding: (key: string) => boolean
  failed: (key: string, now: Date) => void
  passed: (key: string) => void
}

/** What went wrong lately and when to ask again: after 5 seconds, then twice as long each time, at last every hour. A server that starts asks at once. */
export function newSetbacks(): Setbacks {
  const known = new Map<string, { times: number; again: number }>()
  return {
    isDue: (key, now) => (known.get(key)?.again ?? 0) <= now.getTime(),
    isHolding: (key) => (known.get(key)?.times ?? 0) <= HOLDING_TIMES,
    failed: (key, now) => {
      const times = (known.get(key)?.times ?? 0) + 1
      known.set(key, { times, again: now.getTime() + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (times - 1)) })
    },
    passed: (key) => {
      known.delete(key)
    },
  }
}
