/** On a shelf of thirty things an old telephone loads thirty pictures, over a line that its owner pays for. */
export const MOST_BYTES = 150_000
export const MOST_SIDE = 800

export function isSmallEnough({ bytes, width, height }: { bytes: Uint8Array; width: number; height: number }): boolean {
  return bytes.byteLength <= MOST_BYTES && Math.max(width, height) <= MOST_SIDE
}
