import { statfs } from 'node:fs/promises'
import type { Pool } from 'pg'
import type { Pools } from '../db/pool.ts'

/** What a served installation lets be watched: its database, its disk, and with which token from another machine. */
export type Watch = { pools: Pools; owner: Pool; home: string; metricsToken?: string | undefined }

/** Free space of the disk under a folder, for those who are not root. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
