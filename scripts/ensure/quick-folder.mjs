import { existsSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'

const MEMORY = '/dev/shm'
const ENOUGH_BYTES = 6 * 1024 ** 3

/**
 * Where a throw-away PostgreSQL keeps its files: in memory where there is room (6 GiB free), else among the temporary files.
 * Every test copies a database of a thousand small files; on a disk that takes half of a service test's time.
 */
export function quickFolder(memory = MEMORY) {
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return Math.min(bavail * bsize, freemem()) >= ENOUGH_BYTES ? memory : tmpdir()
}

/** Wherever a run may have left its files. */
export const quickFolders = () => [tmpdir(), MEMORY].filter((folder) => existsSync(folder))
