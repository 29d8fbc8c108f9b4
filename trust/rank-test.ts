/** How probable two samples this far apart are if they came from one source: Mann and Whitney's test, by the normal approximation. */
export function sameSource(left: readonly number[], right: readonly number[]): number {
  const all = [...left.map((value) => ({ value, isLeft: true })), ...right.map((value) => ({ value, isLeft: false }))]
  all.sort((a, b) => a.value - b.value)
  let sum = 0
  for (let at = 0; at < all.length; ) {
    let end = at
    while (end < all.length && all[end]?.value === all[at]?.value) end += 1
    const rank = (at + 1 + end) / 2
    for (; at < end; at++) if (all[at]?.isLeft) sum += rank
  }
  const [n, m] = [left.length, right.length]
  const u = sum - (n * (n + 1)) / 2
  const deviation = Math.sqrt((n * m * (n + m + 1)) / 12)
  return 2 * (1 - normal(Math.abs(u - (n * m) / 2) / deviation))
}

/** The normal distribution up to z (Abramowitz and Stegun 7.1.26). */
function normal(z: number): number {
  const t = 1 / (1 + (0.3275911 * z) / Math.SQRT2)
  const poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
  return 1 - (poly * Math.exp((-z * z) / 2)) / 2
}
