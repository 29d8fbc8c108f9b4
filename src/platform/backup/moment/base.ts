import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'
import type { ConnectionConfig } from '#platform/db/pool.ts'
import { ensure, refusal } from '#platform/refuse.ts'
import { writeArchive } from '../archive/file.ts'
import { type Counted, framesOf, jsonFrame } from '../archive/sections.ts'
import { withOwner } from '../database/place.ts'
import { filesOfHome, readHomeFile } from '../home-files.ts'
import { openBackupKey } from '../keys/backup-key.ts'
import { alreadyRunning } from '../refusals.ts'
import { baseName } from './names.ts'
import { type Archiver, describe, folderOf } from './seal.ts'

export const [FOLDERS, HOME_PART] = ['folders', 'home/']
const LABEL = 'data/backup_label'
const DATA_PART = 'data/'

// Any constant of our own: two copies at once would only slow each other down.
const BASE_LOCK = 371_427
const PATIENCE_MS = 120_000

// Made anew by every start, or the log itself, which is archived piece by piece.
const EMPTY = /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans|log)\//
const LEFT_OUT =
  /(^|\/)(postmaster\.(pid|opts)|pg_internal\.init[^/]*|pgsql_tmp[^/]*|postgresql\.auto\.conf\.tmp|recovery\.signal)(\/|$)/

const notSealed = refusal('moment.not_sealed', 503, (p: { segment: string }) => ({
  zh: `基准副本需要的日志段 ${p.segment} 两分钟内没有归档，这份副本不能用，已删除。请看归档为何停住。`,
  en: `The segment ${p.segment} that the base copy needs was not archived within two minutes; the copy is no use and was deleted. See why the archive stands still.`,
}))

export type BaseMade = { path: string; files: number; at: Date }

/** Copies the running cluster into one sealed file; with the log that is archived from then on it gives every later moment. */
export function makeBase(archiver: Archiver, config: ConnectionConfig): Promise<BaseMade> {
  return withOwner(config, async (client) => {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [BASE_LOCK])
    ensure(rows[0]?.free, alreadyRunning)
    const folder = folderOf(archiver)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const draft = join(folder, 'base.draft')
    try {
      const copied = await copy(archiver, client, draft)
      await untilSealed(archiver, copied.last)
      const path = join(folder, baseName(copied.from, copied.at))
      renameSync(draft, path)
      return { path, files: copied.files, at: copied.at }
    } finally {
      rmSync(draft, { force: true })
    }
  })
}

type Copied = { from: string; last: string; at: Date; files: number }

async function copy(archiver: Archiver, client: Client, draft: string): Promise<Copied> {
  const key = openBackupKey(archiver.home)
  const [begun] = (await client.query<{ from: string }>(BEGIN)).rows
  const sections: Counted[] = []
  const said: { end?: Copied } = {}
  const done = (one: Counted) => sections.push(one)
  async function* frames() {
    const { folders, files } = contentOf(archiver.data)
    yield* framesOf(section(FOLDERS), text(JSON.stringify(folders)), done)
    for (const path of files)
      if (existsSync(join(archiver.data, path)))
        yield* framesOf(section(DATA_PART + path), readGrowing(join(archiver.data, path)), done)
    for (const path of filesOfHome(archiver.home))
      yield* framesOf(section(HOME_PART + path), readHomeFile(archiver.home, path), done)
    const [ended] = (await client.query<{ label: string; last: string; at: string }>(END)).rows
    if (!begun || !ended) throw new Error('one row was asked for')
    yield* framesOf(section(LABEL), text(ended.label), done)
    said.end = { from: begun.from, last: ended.last, at: nextAfter(ended.at), files: sections.length }
    yield jsonFrame('manifest', describe(archiver, { kind: 'base', at: said.end.at, sections }))
  }
  await writeArchive(draft, { key, product: archiver.product }, frames())
  if (!said.end) throw new Error('the manifest is the last thing written')
  return said.end
}

const BEGIN = `select pg_walfile_name(pg_backup_start('sangyu', fast => true)) as from`
const END = `select s.labelfile as label, pg_walfile_name(s.lsn) as last, clock_timestamp() as at from pg_backup_stop(wait_for_archive => false) s`

const section = (name: string) => ({ kind: 'file' as const, name, columns: [] })
const nextAfter = (at: string) => new Date(new Date(at).getTime() + 1)

async function* text(words: string): AsyncGenerator<Buffer> {
  yield Buffer.from(words)
}

function contentOf(data: string): { folders: string[]; files: string[] } {
  const entries = readdirSync(data, { withFileTypes: true, recursive: true })
  const all = entries.map((entry) => ({ entry, path: relative(data, join(entry.parentPath, entry.name)) }))
  const taken = all.filter(({ path }) => !LEFT_OUT.test(path))
  return {
    folders: taken.filter(({ entry }) => entry.isDirectory()).map(({ path }) => path),
    // The control file last but for the label, as the server itself does it.
    files: taken
      .filter(({ entry, path }) => entry.isFile() && !EMPTY.test(path) && path !== 'backup_label')
      .map(({ path }) => path)
      .sort((a, b) => Number(a === CONTROL) - Number(b === CONTROL)),
  }
}

const CONTROL = 'global/pg_control'

/** A file of a working server may grow, shrink or go while it is read; the log sets right what was torn. */
async function* readGrowing(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: 1024 * 1024 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

async function untilSealed(archiver: Archiver, segment: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  const isThere = () => {
    const name = readdirSync(folderOf(archiver)).find((one) => one.startsWith(`${segment}-`))
    return name?.endsWith('.sealed') === true
  }
  while (!isThere()) {
    ensure(Date.now() < deadline, () => notSealed({ segment }))
    await wait(100)
  }
}
