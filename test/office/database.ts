import pg from 'pg'
import { migrate } from '#platform/db/migrate.ts'
import { type ConnectionConfig, openOwner } from '#platform/db/pool.ts'
import { migrateJobs } from '#platform/house/jobs.ts'
import { freshDatabase } from '#test/cluster.ts'

/** A migrated database that nobody else uses. */
export const freshOffice = () => freshDatabase(build)

async function build(config: ConnectionConfig): Promise<void> {
  const owner = await openOwner(config)
  await migrate(owner)
  await owner.end()
  const pool = new pg.Pool(config)
  // graphile-worker asks for both ears; an error here rejects the query that meets it.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  await migrateJobs(pool)
  await pool.end()
}
