import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ConnectionConfig } from '#platform/db/pool.ts'
import { ensure } from '#platform/refuse.ts'
import { writeArchive } from './archive/file.ts'
import { type Counted, framesOf, jsonFrame, type Manifest } from './archive/sections.ts'
import { withOwner } from './database/place.ts'
import { openSnapshot, type Snapshot } from './database/read.ts'
import { filesOfHome, readHomeFile } from './home-files.ts'
import { openBackupKey } from './keys/backup-key.ts'
import { marksOf, readFieldKeys } from './keys/field-keys.ts'
import { alreadyRunning } from './refusals.ts'

/** What is backed up: a home, its database wherever that is, and which product says so. */
export type Source = { home: string; config: ConnectionConfig; product: string }
export type Made = { path: string; bytes: number; manifest: Manifest }

// Any constant of our own: two backups at once would only slow each other down.
const BACKUP_LOCK = 371_426

/** Writes one file that holds the whole installation but its keys, as it stood at one moment; the office works on meanwhile. */
export async function makeBackup(source: Source, path: string): Promise<Made> {
  const key = openBackupKey(source.home)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  return withOwner(source.config, async (client) => {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [BACKUP_LOCK])
    ensure(rows[0]?.free, alreadyRunning)
    const snapshot = await openSnapshot(client)
    const said: { manifest?: Manifest } = {}
    await writeArchive(path, { key, product: source.product }, wholeOf(source, snapshot, said))
    await snapshot.end()
    if (!said.manifest) throw new Error('the manifest is the last thing written')
    return { path, bytes: statSync(path).size, manifest: said.manifest }
  })
}

async function* wholeOf(source: Source, snapshot: Snapshot, said: { manifest?: Manifest }): AsyncGenerator<Buffer> {
  const sections: Counted[] = []
  const done = (counted: Counted) => sections.push(counted)
  yield* snapshot.frames(done)
  for (const path of filesOfHome(source.home))
    yield* framesOf({ kind: 'file', name: path, columns: [] }, readHomeFile(source.home, path), done)
  said.manifest = {
    kind: 'backup',
    madeAt: snapshot.at,
    product: source.product,
    ...snapshot.facts,
    fieldKeys: marksOf(readFieldKeys(source.home)),
    sections,
  }
  yield jsonFrame('manifest', said.manifest)
}
