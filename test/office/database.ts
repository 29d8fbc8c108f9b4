import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '#platform/db/migrate.ts'
import { type ConnectionConfig, openOwner } from '#platform/db/pool.ts'
import { migrateJobs } from '#platform/house/jobs.ts'
import { newId } from '#platform/ids.ts'

const pointer = join(import.meta.dirname, '../../var/test-database')
const url = process.env['DATABASE_URL'] ?? (existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : '')

/** A migrated database that nobody else uses. */
export async function freshOffice(): Promise<{ config: ConnectionConfig; drop: () => Promise<void> }> {
  const name = `office_${newId().slice(-12)}`
  const whole = new pg.Client({ connectionString: url })
  await whole.connect()
  await whole.query(`create database ${name}`)
  const there = new URL(url)
  there.pathname = `/${name}`
  const config = { connectionString: String(there) }
  const owner = await openOwner(config)
  await migrate(owner)
  await owner.end()
  const pool = new pg.Pool(config)
  await migrateJobs(pool)
  await pool.end()
  return {
    config,
    drop: async () => {
      await whole.query(`drop database ${name} with (force)`)
      await whole.end()
    },
  }
}
