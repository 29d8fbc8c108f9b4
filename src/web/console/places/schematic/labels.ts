export type Label = { text: string; x: number; y: number }

const HEIGHT = 15
const LATIN = 7.5
const WIDE = 13.5
const GAP = 10

/** About how wide a text is drawn at 13 units: Chinese characters are twice as wide as letters. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? WIDE : LATIN), 0)
}

/** Right of its point, or left of it where it would leave the drawing. */
export function besides(text: string, point: { x: number; y: number }, right: number): Label {
  const x = point.x + GAP
  const width = widthOf(text)
  return { text, x: x + width > right ? point.x - GAP - width : x, y: point.y + 4 }
}

/** The labels that can be drawn without lying on one before them; the rest is left to the pointer. First come, first drawn. */
export function withoutOverlap<T extends Label>(labels: readonly T[]): T[] {
  const drawn: (T & { width: number })[] = []
  for (const label of labels) {
    const width = widthOf(label.text)
    const isFree = drawn.every(
      (other) =>
        Math.abs(other.y - label.y) >= HEIGHT || label.x >= other.x + other.width || other.x >= label.x + width,
    )
    if (isFree) drawn.push({ ...label, width })
  }
  return drawn
}
