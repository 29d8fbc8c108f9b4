import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { databaseRefused } from '../refusals.ts'
import { canEnter } from './account.ts'
import type { ClusterPlace } from './location.ts'

export const PORT = 5432
// The kernel's limit for a socket's path is 107 bytes.
const LIMIT = 107 - `/.s.PGSQL.${PORT}`.length
// Not XDG_RUNTIME_DIR: it is wiped when the user logs out, under a server that goes on.
const shortFolders = process.getuid?.() === 0 ? ['/run', '/tmp'] : ['/tmp', '/var/tmp']

/** A folder that only the service account (and root) can enter, short enough for a socket. */
export function openSocketDir(place: ClusterPlace): string {
  const name = `sangyu-${place.account.uid}-${createHash('sha256').update(place.dir).digest('hex').slice(0, 12)}`
  const inside = join(place.dir, 'socket')
  const folders = [inside, ...shortFolders.map((folder) => join(folder, name))]
  const usable = folders.filter((folder) => Buffer.byteLength(folder) <= LIMIT)
  const opened = usable.find((folder) => openPrivately(folder, place))
  if (opened) return opened
  throw databaseRefused({
    zh: `没有可用于数据库套接字的目录，试过：${folders.join('、')}。请换一个较短的 SANGYU_HOME。`,
    en: `No folder is fit for the database's socket; tried ${folders.join(', ')}. Choose a shorter SANGYU_HOME.`,
  })
}

/** In a shared place such as /tmp someone else may have made the folder first, perhaps to read along: then it is not used. */
function openPrivately(folder: string, place: ClusterPlace): boolean {
  try {
    if (!existsSync(folder)) make(folder, place)
    const seen = lstatSync(folder)
    if (!seen.isDirectory() || seen.uid !== place.account.uid) return false
    chmodSync(folder, 0o700)
    return canEnter(place.account, folder)
  } catch {
    return false
  }
}

function make(folder: string, { account }: ClusterPlace): void {
  mkdirSync(folder, { mode: 0o700 })
  if (process.getuid?.() === 0) chownSync(folder, account.uid, account.gid)
}

/** A short folder in a shared place is given back when the server has ended; one that is not empty stays. */
export function closeSocketDir(place: ClusterPlace, socketDir: string): void {
  if (socketDir.startsWith(place.dir)) return
  try {
    rmdirSync(socketDir)
  } catch {
    // Somebody put a file there or it is gone: nothing depends on it.
  }
}
