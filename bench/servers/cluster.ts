import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#platform/db/migrate.ts'
import { type ConnectionConfig, openOwner, openOwnerPool } from '#platform/db/pool.ts'
import { migrateJobs } from '#platform/house/jobs.ts'
import { startPostgres } from '#platform/postgres/index.ts'

export type BenchCluster = {
  database: (name: string) => Promise<ConnectionConfig>
  /** The same rows once more, for who must find what another has changed meanwhile. Nobody may be connected to the first. */
  copyOf: (name: string, copy: string) => Promise<ConnectionConfig>
  stop: () => Promise<void>
}

/** A durable cluster like a real installation's, in a folder of its own, thrown away at the end. */
export async function benchCluster(): Promise<BenchCluster> {
  const home = mkdtempSync(join(tmpdir(), 'sangyu-bench-'))
  const postgres = await startPostgres({ home })
  const create = async (name: string, more = '') => {
    const admin = await openOwner(postgres.connection())
    await admin.query(`create database ${name} ${more}`)
    await admin.end()
    return postgres.connection(name)
  }
  return {
    database: async (name) => {
      const config = await create(name)
      const owner = await openOwner(config)
      await migrate(owner)
      await owner.end()
      const pool = openOwnerPool(config, 1)
      await migrateJobs(pool)
      await pool.end()
      return config
    },
    copyOf: (name, copy) => create(copy, `template ${name}`),
    stop: async () => {
      await postgres.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
