import type { StatsFs } from 'node:fs'

/** In bytes. `total` is what is used and what may still be used, as df counts it: blocks kept back for root are nobody's room. */
export type Room = { free: number; total: number }

export function roomOf({ bavail, bfree, blocks, bsize }: StatsFs): Room {
  return { free: bavail * bsize, total: (blocks - bfree + bavail) * bsize }
}
