/** So many looks without a code, and it was taken away: a shaking hand or one blurred picture is not that. */
const AWAY_LOOKS = 6

/** Tells of each code once for as long as it is held before the camera: a card is shown, not looked at thirty times. */
export function showings(): (seen: readonly string[]) => string[] {
  const missedFor = new Map<string, number>()
  return (seen) => {
    for (const [code, missed] of missedFor) {
      if (missed >= AWAY_LOOKS) missedFor.delete(code)
      else missedFor.set(code, missed + 1)
    }
    const fresh = [...new Set(seen)].filter((code) => !missedFor.has(code))
    for (const code of seen) missedFor.set(code, 0)
    return fresh
  }
}
