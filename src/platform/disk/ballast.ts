import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { findCluster } from '#platform/postgres/place/location.ts'

const PIECE = 1024 * 1024

/** Beside the database, so that what is given back is given to it. */
export const volumeOf = (home: string): string => findCluster(home) ?? home

const fileOf = (home: string) => join(volumeOf(home), 'ballast')

/** Lays the reserve down unless it is there already. Random bytes: a file of zeros would take no room on some disks. */
export async function layBallast(home: string, bytes: number): Promise<void> {
  const path = fileOf(home)
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) >= bytes) return
  const file = await open(path, 'w', 0o600)
  try {
    const piece = randomBytes(PIECE)
    for (let left = bytes; left > 0; left -= PIECE) await file.write(piece, 0, Math.min(left, PIECE))
    await file.sync()
  } finally {
    await file.close()
  }
}

export function freeBallast(home: string): number {
  const path = fileOf(home)
  const bytes = existsSync(path) ? statSync(path).size : 0
  rmSync(path, { force: true })
  return bytes
}
