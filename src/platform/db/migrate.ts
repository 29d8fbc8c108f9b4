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

/**
 * Brings a database up to date, each file in its own transaction. Returns the names it ran; refuses a file that changed after it
 * was run, and a database that a newer version has changed.
 */
export async function migrate(client: Client, all?: readonly Migration[]): Promise<string[]> {
  const migrations = all ?? (await readMigrations())
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
  try {
    await client.query(
      'create table if not exists schema_migration (name text primary key, sha256 text not null, ran_at timestamptz not null default now())',
    )
    const ran = await client.query<Ran>('select name, sha256 from schema_migration order by name')
    const pending = pendingOf(migrations, ran.rows)
    for (const migration of pending) await run(client, migration)
    return pending.map((migration) => migration.name)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  }
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

async function run(client: Client, { name, sql, sha256 }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`迁移 ${name} 失败 / migration failed: ${reason}`, { cause: error })
  }
}
