import type { Room } from '#platform/host/room.ts'

export type DiskState = 'fine' | 'low' | 'full'
export type Seen = Room & { state: DiskState }

const GIB = 1024 ** 3

/** Below a tenth free the administrator is warned; below a twentieth nothing is written: a database that meets the end of its disk stops. 50 GiB are never low, 20 never full. */
export function judgeDisk({ free, total }: Room): DiskState {
  const share = total > 0 ? free / total : 0
  if (share < 0.05 && free < 20 * GIB) return 'full'
  return share < 0.1 && free < 50 * GIB ? 'low' : 'fine'
}

/** How much is held in reserve: a gibibyte or a fiftieth of the disk, whichever is more, but on a small disk only a fiftieth. */
export function ballastFor(total: number): number {
  const fiftieth = total / 50
  return Math.floor(total < 40 * GIB ? fiftieth : Math.max(GIB, fiftieth))
}
