import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { chown, open } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { findPostgres, startPostgres } from '#platform/postgres/index.ts'
import { type ClusterPlace, findCluster, placeCluster } from '#platform/postgres/place/location.ts'
import { readArchive } from '../archive/file.ts'
import { FOLDERS, HOME_PART } from './base.ts'
import { isEmpty, type Proven } from './prove.ts'

/** A home of its own below the home, for the cluster that a moment is recovered in; gone when that is done. */
export const workshopOf = (home: string): string => join(home, 'moment')

const MODE = process.getuid?.() === 0 ? 0o711 : 0o700

/** Lays the base copy and the pieces of the log as a cluster that is about to recover; answers where. */
export async function layCluster(proven: Proven, workshop: string): Promise<ClusterPlace> {
  mkdirSync(workshop, { recursive: true, mode: MODE })
  chmodSync(workshop, MODE)
  const place = placeCluster(workshop)
  await makeFolder(place, place.data)
  await readArchive(proven.base.path, proven.key, async ({ name }, pieces) => {
    if (name === FOLDERS) return layFolders(place, pieces)
    const isOfHome = name.startsWith(HOME_PART)
    const path = inside(isOfHome ? workshop : place.dir, isOfHome ? name.slice(HOME_PART.length) : name)
    if (isOfHome) mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    await writePieces(path, pieces)
    if (!isOfHome) await giveTo(place, path)
  })
  for (const { path, segment } of proven.pieces) {
    const laid = join(place.data, 'pg_wal', segment)
    await readArchive(path, proven.key, (_section, pieces) => writePieces(laid, pieces))
    await giveTo(place, laid)
  }
  return place
}

function inside(root: string, name: string): string {
  const path = resolve(root, name)
  if (relative(root, path).startsWith('..')) throw new Error(`${name} leads out of its folder`)
  return path
}

async function layFolders(place: ClusterPlace, pieces: AsyncIterable<Buffer>): Promise<void> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  const folders: unknown = JSON.parse(Buffer.concat(all).toString('utf8'))
  for (const folder of Array.isArray(folders) ? folders.map(String).sort() : [])
    await makeFolder(place, inside(place.data, folder))
}

async function makeFolder(place: ClusterPlace, path: string): Promise<void> {
  mkdirSync(path, { mode: 0o700 })
  await giveTo(place, path)
}

async function giveTo({ account }: ClusterPlace, path: string): Promise<void> {
  if (process.getuid?.() === 0) await chown(path, account.uid, account.gid)
}

/** What is empty is skipped, so that it takes no room. */
async function writePieces(path: string, pieces: AsyncIterable<Buffer>): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    let at = 0
    for await (const piece of pieces) {
      if (!isEmpty(piece)) await file.write(piece, 0, piece.length, at)
      at += piece.length
    }
    await file.truncate(at)
  } finally {
    await file.close()
  }
}

/** Tells the laid cluster how far to go: to the moment, or to the end of what it has. */
export async function aim(place: ClusterPlace, moment: Date | undefined): Promise<void> {
  const settings = [
    // The pieces lie where the server looks when it is given none.
    `restore_command = 'false'`,
    `hot_standby = off`,
    `recovery_target_timeline = 'current'`,
    ...(moment
      ? [`recovery_target_time = '${moment.toISOString().replace('Z', '+00')}'`, `recovery_target_action = 'promote'`]
      : []),
  ]
  for (const [name, words] of [
    ['postgresql.auto.conf', settings.join('\n')],
    ['recovery.signal', ''],
  ] as const) {
    const path = join(place.data, name)
    writeFileSync(path, `${words}\n`, { mode: 0o600 })
    await giveTo(place, path)
  }
}

/** Clears what a recovery left, also one that was killed, wherever its cluster lies. */
export async function clearWorkshop(home: string): Promise<void> {
  const workshop = workshopOf(home)
  if (!existsSync(workshop)) return
  if (findPostgres(workshop)) await (await startPostgres({ home: workshop, profile: 'test' })).stop()
  const cluster = findCluster(workshop)
  if (cluster) rmSync(cluster, { recursive: true, force: true })
  rmSync(workshop, { recursive: true, force: true })
}

export function lastWords(place: ClusterPlace): string {
  const path = join(place.dir, 'postgres.log')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
