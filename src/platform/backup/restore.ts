import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { migrate, readMigrations } from '#platform/db/migrate.ts'
import type { ConnectionConfig } from '#platform/db/pool.ts'
import { ensure } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import type { Manifest } from './archive/sections.ts'
import { checkBackup, migrationsOf } from './check.ts'
import {
  beside,
  createBeside,
  dropBeside,
  lookAt,
  type Standing,
  sweepBeside,
  switchTo,
  withOwner,
} from './database/place.ts'
import { filesOfHome, placeHomeFile, readHomeFile } from './home-files.ts'
import { install } from './install.ts'
import { type BackupKey, keepBackupKey, readBackupKey } from './keys/backup-key.ts'
import { type FieldKeys, marksOf, placeFieldKeys, readFieldKeys } from './keys/field-keys.ts'
import { makeBackup, type Source } from './make.ts'
import { backupFolder, stampOf } from './names.ts'
import { databaseNewer, noFieldKeys, otherFieldKeys, targetUsed, unsound } from './refusals.ts'
import { ensureRoom } from './room.ts'

export type Wish = {
  file: string
  /** Replaces what is there, after backing it up. */
  isReplacing: boolean
  /** From the recovery sheet, where the home has not got them. */
  key?: BackupKey | undefined
  fieldKeys?: FieldKeys | undefined
  /** What the rooms have to say against a restored database before it is used; nothing, if it is sound. */
  inspect: (config: ConnectionConfig) => Promise<Bilingual[]>
  log: (words: Bilingual) => void
}

type Plan = { key: BackupKey; manifest: Manifest; standing: Standing; newFieldKeys: FieldKeys | undefined }

export type Restored = { manifest: Manifest; restorePoint: string | undefined; migrated: string[] }

/** Everything that can refuse a restore refuses here; nothing has been touched then. */
async function preflight({ home, config }: Source, wish: Wish): Promise<Plan> {
  const key = wish.key ?? readBackupKey(home)
  const manifest = await checkBackup(wish.file, key)
  if (!key) throw new Error('a backup is not read without its key')
  migrationsOf(manifest, await readMigrations())
  const standing = await ensureReplaceable(config, wish.isReplacing)
  ensure(standing.server >= manifest.server, () => databaseNewer({ from: manifest.server, to: standing.server }))
  const newFieldKeys = chooseFieldKeys(manifest, readFieldKeys(home), wish.fieldKeys)
  if (!config.connectionString) ensureRoom(home, manifest.databaseBytes)
  return { key, manifest, standing, newFieldKeys }
}

export async function ensureReplaceable(config: ConnectionConfig, isReplacing: boolean): Promise<Standing> {
  const standing = await lookAt(config)
  ensure(isReplacing || !standing.isUsed, targetUsed)
  return standing
}

function chooseFieldKeys(manifest: Manifest, there: FieldKeys, given: FieldKeys | undefined): FieldKeys | undefined {
  const missingIn = (keys: FieldKeys) => manifest.fieldKeys.filter((mark) => !marksOf(keys).includes(mark))
  if (missingIn(there).length === 0) return undefined
  ensure(given ?? Object.keys(there).length, noFieldKeys)
  const missing = missingIn(given ?? there)
  ensure(missing.length === 0, () => otherFieldKeys({ missing: missing.join(', ') }))
  return given
}

/** Restores a backup: decided first, loaded beside, brought up to date, proven, and only then put in the place of what was there. */
export async function restore(source: Source, wish: Wish): Promise<Restored> {
  const { log } = wish
  const plan = await preflight(source, wish)
  const { manifest } = plan
  log({ zh: `备份完好：${inWords(manifest).zh}`, en: `The backup is whole: ${inWords(manifest).en}` })
  await sweepBeside(source.config, plan.standing)
  const restorePoint = plan.standing.isUsed ? await makeRestorePoint(source, log) : undefined
  const loaded = await createBeside(source.config, plan.standing, 'restore')
  try {
    const migrated = await fill(source, { wish, plan, loaded })
    if (plan.newFieldKeys) placeFieldKeys(source.home, plan.newFieldKeys)
    keepBackupKey(source.home, plan.key)
    const former = await switchTo(source.config, plan.standing.database, loaded)
    await dropBeside(source.config, former)
    await settleFiles(source.home, loaded)
    log({ zh: '已切换到恢复的数据。', en: 'Switched to the restored data.' })
    return { manifest, restorePoint, migrated }
  } catch (error) {
    await dropBeside(source.config, loaded).catch(() => undefined)
    rmSync(staged(source.home, loaded), { recursive: true, force: true })
    throw error
  }
}

async function makeRestorePoint(source: Source, log: Wish['log']): Promise<string> {
  const path = join(backupFolder(source.home), `restore-point-${stampOf(new Date())}.sangyu`)
  await makeBackup(source, path)
  await checkBackup(path, readBackupKey(source.home))
  log({ zh: `现有数据已另存：${path}`, en: `The present data is kept in ${path}` })
  return path
}

type Filling = { wish: Wish; plan: Plan; loaded: string }

async function fill({ home, config }: Source, { wish, plan, loaded }: Filling): Promise<string[]> {
  const target = beside(config, loaded)
  const folder = staged(home, loaded)
  await install(wish.file, plan, {
    config: target,
    placeFile: (path, pieces) => placeHomeFile(folder, path, pieces),
  })
  const tables = plan.manifest.sections.filter((section) => section.kind === 'table')
  wish.log({
    zh: `已装入并逐表核对一致：${tables.length} 张表。`,
    en: `Loaded and compared, table by table: ${tables.length} tables are equal.`,
  })
  const migrated = await withOwner(target, (client) => migrate(client))
  const faults = await wish.inspect(target)
  ensure(faults.length === 0, () => unsound({ faults }))
  return migrated
}

const staged = (home: string, loaded: string) => join(backupFolder(home), `files-of-${loaded}`)

/** Files of the backup go where none is: an erasure log or a book of anchors that is there knows what came later. */
async function settleFiles(home: string, loaded: string): Promise<void> {
  const folder = staged(home, loaded)
  for (const path of existsSync(folder) ? filesOfHome(folder) : [])
    await placeHomeFile(home, path, readHomeFile(folder, path))
  rmSync(folder, { recursive: true, force: true })
}

function inWords(manifest: Manifest): Bilingual {
  const rows = manifest.sections.reduce((sum, section) => sum + section.rows, 0)
  const on = manifest.madeAt
  return {
    zh: `${on} 的数据，${manifest.sections.length} 部分，${rows} 行，版本 ${manifest.product}。`,
    en: `data of ${on}, ${manifest.sections.length} sections, ${rows} rows, version ${manifest.product}.`,
  }
}
