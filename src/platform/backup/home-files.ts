import { type Dirent, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'

// The keys have a sheet of their own; the rest is the database's, made anew, or itself a backup.
const NOT_KEPT = new Set(['keys', 'postgres', 'backups', 'lock', 'ballast', 'runtime', 'moment'])
const MAX_BYTES = 64 * 1024 * 1024

/** The small files that an installation keeps beside its database, as paths below the home. */
export function filesOfHome(home: string): string[] {
  return readdirSync(home, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry: Dirent) => relative(home, join(entry.parentPath, entry.name)))
    .filter((path) => !NOT_KEPT.has(path.split(sep)[0]?.split('.')[0] ?? ''))
    .sort()
}

/** A file of the home in one piece: they are settings and logs, and one that is larger does not belong there. */
export async function* readHomeFile(home: string, path: string): AsyncGenerator<Buffer> {
  const bytes = await readFile(join(home, path))
  if (bytes.length > MAX_BYTES) throw new Error(`${path} is too large for a file of the home`)
  yield bytes
}

/** Puts a file where none is. One that is there is newer than the backup: an erasure log must not forget what came later. */
export async function placeHomeFile(home: string, path: string, pieces: AsyncGenerator<Buffer>): Promise<boolean> {
  const target = resolve(home, path)
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  if (relative(home, target).startsWith('..') || existsSync(target)) return false
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  writeFileSync(target, Buffer.concat(all), { mode: 0o600 })
  return true
}
