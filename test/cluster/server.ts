import { chmodSync, mkdtempSync } from 'node:fs'
import { basename, join } from 'node:path'
import pg from 'pg'
import type { ConnectionConfig } from '#platform/db/pool.ts'
import { findPostgres, startPostgres } from '#platform/postgres/index.ts'
import { quickFolder } from '../../scripts/ensure/quick-folder.mjs'
import { discardRun, RUN_PREFIX, sweepRuns } from './run.ts'

export type Connection = ConnectionConfig & { database: string }
/** `run` is equal for all processes of one test run, and differs from every other run's. */
export type TestCluster = { run: string; isExternal: boolean; connection: (database?: string) => Connection }

// One for each process: the first caller starts it.
let cluster: Promise<TestCluster> | undefined

export function testCluster(): Promise<TestCluster> {
  cluster ??= open()
  return cluster
}

export async function connectionFor(database: string): Promise<Connection> {
  return (await testCluster()).connection(database)
}

/** Connects to the maintenance database for one piece of work. */
export async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client((await testCluster()).connection())
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** All files of `npm test` share the cluster of SANGYU_TEST_RUN; a file run by hand has its own, gone when the process ends. */
async function open(): Promise<TestCluster> {
  const shared = process.env['SANGYU_TEST_RUN']
  const run = shared ? basename(shared) : `${RUN_PREFIX}${process.pid}-alone`
  const url = process.env['SANGYU_TEST_DATABASE_URL']
  if (url) return { run, isExternal: true, connection: (database) => external(url, database) }
  const connection = (shared && findPostgres(shared)) || (await start(shared ?? ownFolder()))
  return { run, isExternal: false, connection: (database = 'postgres') => ({ ...connection, database }) }
}

function ownFolder(): string {
  sweepRuns()
  const folder = mkdtempSync(join(quickFolder(), `${RUN_PREFIX}${process.pid}-`))
  if (process.getuid?.() === 0) chmodSync(folder, 0o711)
  process.once('exit', () => discardRun(folder))
  return folder
}

/** Two files that come first together are fine: the launcher lets one start and the other adopt. */
async function start(home: string): Promise<Connection> {
  const server = await startPostgres({ home, profile: 'test', log: (line) => process.stderr.write(`${line}\n`) })
  return server.connection()
}

function external(url: string, database?: string): Connection {
  const there = new URL(url)
  if (database !== undefined) there.pathname = `/${database}`
  return { connectionString: there.href, database: decodeURIComponent(there.pathname.slice(1)) }
}
