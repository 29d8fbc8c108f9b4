/** Where and when a finger came down. */
export type Tap = { x: number; y: number; at: number }

const NEAR_PX = 40
const SOON_MS = 500

/**
 * The second half of a double tap: what it would press has just come to lie under the finger, and nobody chose it.
 * Hands that shake tap twice, and so does who learned it on a computer.
 */
export function isSecondHalf(before: Tap | undefined, now: Tap): boolean {
  if (!before) return false
  return now.at - before.at < SOON_MS && Math.hypot(now.x - before.x, now.y - before.y) < NEAR_PX
}

/** On every page of old people and counters; a press by keyboard has no place (detail 0) and is left alone, and so are fields. */
export function ignoreSecondHalves(): void {
  let before: Tap | undefined
  const hear = (event: MouseEvent) => {
    const isField = event.target instanceof Element && event.target.closest('input, textarea, select, label') !== null
    if (event.detail === 0 || isField) return
    const now = { x: event.clientX, y: event.clientY, at: event.timeStamp }
    const isSecond = isSecondHalf(before, now)
    before = now
    if (!isSecond) return
    event.preventDefault()
    event.stopPropagation()
  }
  document.addEventListener('click', hear, true)
}
