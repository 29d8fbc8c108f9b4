import { join } from 'node:path'
import { type Migration, migrate, type Progress, pendingMigrations } from '#platform/db/migrate.ts'
import { openOwnerPool } from '#platform/db/pool.ts'
import { migrateJobs } from '#platform/house/jobs.ts'
import { ensure } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import { checkBackup } from './check.ts'
import { lookAt, withOwner } from './database/place.ts'
import { readBackupKey } from './keys/backup-key.ts'
import { makeBackup, type Source } from './make.ts'
import { backupFolder, stampOf } from './names.ts'
import { mayNotUpgrade } from './refusals.ts'
import { ensureRoom } from './room.ts'

export type UpgradePlan = { pending: Migration[]; isUsed: boolean; databaseBytes: number }

export async function planUpgrade({ home, config }: Source): Promise<UpgradePlan> {
  const { isUsed, user } = await lookAt(config)
  return withOwner(config, async (client) => {
    const pending = await pendingMigrations(client)
    const { rows } = await client.query<{ bytes: string; strange: string | null }>(OWN)
    const [found] = rows
    ensure(!found?.strange || !pending.length, () => mayNotUpgrade({ user, table: found?.strange ?? '' }))
    const databaseBytes = Number(found?.bytes)
    // Rewritten tables and the backup before it take up room at the same time.
    if (pending.length && isUsed) ensureRoom(home, databaseBytes)
    return { pending, isUsed, databaseBytes }
  })
}

const OWN = `select pg_database_size(current_database())::text as bytes,
  (select c.oid::regclass::text from pg_class c where c.relkind in ('r', 'v') and c.relnamespace = 'public'::regnamespace
      and not pg_has_role(current_user, c.relowner, 'usage')
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e') limit 1) as strange`

/** Brings a database up to date: decided first, backed up and the backup proven where there is data, then all in one transaction. Returns what was run. */
export async function upgrade(source: Source, log: (words: Bilingual) => void = () => undefined): Promise<string[]> {
  const { pending, isUsed } = await planUpgrade(source)
  if (pending.length && isUsed) await backUpFirst(source, log)
  // A first start has nothing to tell of: everything is new.
  const progress: Progress | undefined = isUsed
    ? ({ name, count, of }) => log({ zh: `升级 ${count}/${of}：${name}`, en: `Upgrade ${count}/${of}: ${name}` })
    : undefined
  const ran = await withOwner(source.config, (client) => migrate(client, undefined, progress))
  const owner = openOwnerPool(source.config, 1)
  try {
    await migrateJobs(owner)
  } finally {
    await owner.end()
  }
  return ran
}

async function backUpFirst(source: Source, log: (words: Bilingual) => void): Promise<void> {
  const path = join(backupFolder(source.home), `before-upgrade-${stampOf(new Date())}.sangyu`)
  await makeBackup(source, path)
  await checkBackup(path, readBackupKey(source.home))
  log({ zh: `升级前已备份并核对：${path}`, en: `Backed up before the upgrade, and read back: ${path}` })
}
