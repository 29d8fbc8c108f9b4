/** Chance that comes again: one seed makes one afternoon (mulberry32). */
export type Chance = {
  /** From 0 to 1. */
  next: () => number
  isLucky: (share: number) => boolean
  between: (low: number, high: number) => number
  one: <T>(of: readonly T[]) => T | undefined
}

export function chanceOf(seed: number): Chance {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + next() * (high - low)
  return { next, isLucky: (share) => next() < share, between, one: (of) => of[Math.floor(next() * of.length)] }
}
