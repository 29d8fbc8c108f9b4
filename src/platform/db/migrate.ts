import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import { ensure, refusal } from '../refuse.ts'

const folder = join(import.meta.dirname, '../../../migrations')
// Any constant of our own: it keeps two servers from migrating one database at once.
const MIGRATION_LOCK = 371_424

export type Migration = { name: string; sql: string; sha256: string }

export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

const migrationChanged = refusal('schema.changed', 503, (p: { name: string }) => ({
  zh: `迁移文件 ${p.name} 在执行后被改动，请恢复原文件。`,
  en: `Migration ${p.name} was changed after it ran; restore it.`,
}))
const databaseNewer = refusal('schema.newer', 503, (p: { name: string }) => ({
  zh: `这个数据库已由更新的版本升级过（${p.name}）。请使用不低于那个版本的桑榆，不要退回旧版本。`,
  en: `This database was brought up to date by a newer version (${p.name}). Use that version of Sangyu or a later one.`,
}))

export type Progress = (done: { name: string; count: number; of: number }) => void

/** All files in one transaction: whatever stops it, the former version still runs. Refuses a file changed after it was run, and a database of a newer version. */
export async function migrate(client: Client, all?: readonly Migration[], progress?: Progress): Promise<string[]> {
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
  try {
    const pending = await pendingMigrations(client, all)
    await runAll(client, pending, progress)
    return pending.map((migration) => migration.name)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  }
}

/** What a database has not seen yet; refuses like `migrate`, and changes nothing. */
export async function pendingMigrations(client: Client, all?: readonly Migration[]): Promise<Migration[]> {
  const migrations = all ?? (await readMigrations())
  const known = await client.query<{ there: boolean }>(`select to_regclass('schema_migration') is not null as there`)
  const ran = known.rows[0]?.there
    ? (await client.query<Ran>('select name, sha256 from schema_migration order by name')).rows
    : []
  return pendingOf(migrations, ran)
}

type Ran = Pick<Migration, 'name' | 'sha256'>

function pendingOf(migrations: readonly Migration[], ran: readonly Ran[]): Migration[] {
  const ours = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, sha256 } of ran) {
    const own = ours.get(name)
    ensure(own, () => databaseNewer({ name }))
    ensure(own.sha256 === sha256, () => migrationChanged({ name }))
    ours.delete(name)
  }
  return [...ours.values()]
}

async function runAll(client: Client, pending: readonly Migration[], progress?: Progress): Promise<void> {
  if (!pending.length) return
  await client.query('begin')
  try {
    // Somebody at work on a table is waited for, but not for ever: then it is taken back and tried again later.
    await client.query(`set local lock_timeout = '15s'`)
    await client.query(
      'create table if not exists schema_migration (name text primary key, sha256 text not null, ran_at timestamptz not null default now())',
    )
    for (const [at, migration] of pending.entries()) {
      await run(client, migration)
      progress?.({ name: migration.name, count: at + 1, of: pending.length })
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function run(client: Client, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query(sql)
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256])
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`迁移 ${name} 失败，数据库保持原样 / migration failed, nothing was changed: ${reason}`, {
      cause: error,
    })
  }
}
