import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { migrate } from '#platform/db/migrate.ts'
import { type ConnectionConfig, openOwner } from '#platform/db/pool.ts'
import { freshDatabase } from '#test/cluster.ts'
import { openTestRun } from './ensure.mjs'

const types = { timestamptz: 'string', int8: 'string', daterange: 'string', int8range: 'string', bytea: 'Buffer' }
const out = process.argv[2] ?? ''
const run = openTestRun()
Object.assign(process.env, run.env)
try {
  const database = await freshDatabase(prepare)
  process.exitCode = generate(database.config)
  await database.drop()
} finally {
  run.close()
}

async function prepare(config: ConnectionConfig): Promise<void> {
  const owner = await openOwner(config)
  await migrate(owner)
  await owner.end()
}

function generate(config: ConnectionConfig): number {
  const codegen = join(import.meta.dirname, '../node_modules/.bin/kysely-codegen')
  const wanted = [
    '--no-domains',
    '--date-parser',
    'string',
    '--numeric-parser',
    'number',
    '--type-mapping',
    JSON.stringify(types),
  ]
  const args = ['--dialect', 'postgres', '--url', urlOf(config), '--out-file', out, '--log-level', 'error', ...wanted]
  return spawnSync(codegen, args, { stdio: 'inherit' }).status ?? 1
}

function urlOf(config: ConnectionConfig): string {
  if (config.connectionString) return config.connectionString
  const at = new URLSearchParams({ host: config.host ?? '', port: String(config.port ?? 5432) })
  return `postgres://${config.user ?? ''}@localhost/${config.database ?? ''}?${at.toString()}`
}
