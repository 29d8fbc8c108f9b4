import { createHash, timingSafeEqual } from 'node:crypto'

/** Small letters, blanks and missing hyphens are forgiven: a code travels on paper or by telephone. */
export function hashOfCode(typed: string): Buffer {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  return createHash('sha256').update(letters).digest()
}

type Kept = { status: string; hash: Buffer | null; until: Date | null }

/** Whether this code opens this account now: the one that was given out last, once, and within its day. */
export function opens(typed: string, kept: Kept | undefined, now: Date): boolean {
  const expected = kept?.hash?.length === 32 ? kept.hash : Buffer.alloc(32)
  const fits = timingSafeEqual(hashOfCode(typed), expected)
  return fits && kept?.status === 'invited' && kept.until !== null && now < kept.until
}
