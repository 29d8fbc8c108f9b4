import { migrate } from '#platform/db/migrate.ts'
import { type ConnectionConfig, openOwner, openOwnerPool } from '#platform/db/pool.ts'
import { migrateJobs } from '#platform/house/jobs.ts'
import { freshDatabase } from '#test/cluster.ts'

/** A migrated database that nobody else uses. */
export const freshOffice = () => freshDatabase(build)

async function build(config: ConnectionConfig): Promise<void> {
  const owner = await openOwner(config)
  await migrate(owner)
  await owner.end()
  const pool = openOwnerPool(config, 1)
  await migrateJobs(pool)
  await pool.end()
}
