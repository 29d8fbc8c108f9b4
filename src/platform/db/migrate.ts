import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'

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

/** Brings a database up to date, each file in its own transaction. Returns the names it ran; refuses a file that changed after it was run. */
export async function migrate(client: Client): Promise<string[]> {
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
  try {
    await client.query(
      'create table if not exists schema_migration (name text primary key, sha256 text not null, ran_at timestamptz not null default now())',
    )
    const ran = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration')
    const known = new Map(ran.rows.map((row) => [row.name, row.sha256]))
    const pending = (await readMigrations()).filter((migration) => !alreadyRan(migration, known))
    for (const migration of pending) await run(client, migration)
    return pending.map((migration) => migration.name)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  }
}

function alreadyRan(migration: Migration, known: Map<string, string>): boolean {
  const sha256 = known.get(migration.name)
  if (sha256 !== undefined && sha256 !== migration.sha256)
    throw new Error(
      `迁移文件 ${migration.name} 在执行后被改动，请恢复原文件。 Migration ${migration.name} was changed after it ran; restore it.`,
    )
  return sha256 !== undefined
}

async function run(client: Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(
      `迁移 ${migration.name} 失败 / migration failed: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    )
  }
}
