import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeBackup, restore, type Source } from '#platform/backup/index.ts'
import { migrate } from '#platform/db/migrate.ts'
import { type ConnectionConfig, openOwner, openOwnerPool } from '#platform/db/pool.ts'
import { migrateJobs } from '#platform/house/jobs.ts'
import { startPostgres } from '#platform/postgres/index.ts'
import { openRuntime } from '#platform/postgres/place/runtime.ts'
import { Refusal } from '#platform/refuse.ts'
import { findServer, startServer } from '../../scripts/testing/external-postgres.mjs'
import { noneOf, type Row } from '../row.ts'

type Server = { name: string; major: number; open: (database: string) => Promise<ConnectionConfig> }

/** A server of a bureau's own, reached as an ordinary user who may create databases. */
async function external(bin: string, major: number, undo: (() => void | Promise<void>)[]): Promise<Server> {
  const { url, stop } = await startServer({ bin })
  undo.push(stop)
  return { name: `external ${major}`, major, open: (database) => create({ connectionString: url }, database) }
}

async function embedded(home: string, undo: (() => void | Promise<void>)[]): Promise<Server> {
  mkdirSync(home)
  chmodSync(home, 0o711)
  const postgres = await startPostgres({ home, profile: 'test' })
  undo.push(postgres.stop)
  return { name: 'embedded 18', major: 18, open: (database) => create(postgres.connection(), database) }
}

async function create(config: ConnectionConfig, database: string): Promise<ConnectionConfig> {
  const owner = await openOwner(config)
  await owner.query(`create database ${database}`)
  await owner.end()
  if (!config.connectionString) return { ...config, database }
  const url = new URL(config.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

/** A small county with values that servers might write differently. */
async function settleIn(config: ConnectionConfig): Promise<void> {
  const owner = await openOwner(config)
  await migrate(owner)
  const jobs = openOwnerPool(config, 1)
  await migrateJobs(jobs)
  await jobs.end()
  await owner.query(
    `insert into county (county, name, set_up_at) values (371424, '临邑县', '1931-05-02 00:00:00.123456+08')`,
  )
  await owner.query(
    `insert into person (county, id, name, created_at, updated_at)
     select 371424, gen_random_uuid(), chr(19968 + n), now() - n * interval '1 day', now() from generate_series(1, 500) n`,
  )
  await owner.query(
    `insert into outbox (county, id, type, data, at) select 371424, gen_random_uuid(), 'test', jsonb_build_object('n', n / 7.0, 't', E'\\t\\n\\\\'), now()
       from generate_series(1, 500) n`,
  )
  await owner.end()
}

async function trials(servers: Server[], folder: string): Promise<{ faults: string[]; seen: string[] }> {
  const [faults, seen]: [string[], string[]] = [[], []]
  for (const [n, from] of servers.entries()) {
    const source: Source = { home: join(folder, 'home'), config: await from.open(`source_${n}`), product: 'test' }
    mkdirSync(join(source.home, 'keys'), { recursive: true })
    await settleIn(source.config)
    const { path } = await makeBackup(source, join(folder, `${n}.sangyu`))
    for (const [m, to] of servers.entries()) {
      const target = { ...source, config: await to.open(`target_${n}_${m}`) }
      const wish = { file: path, isReplacing: false, inspect: async () => [], log: () => undefined }
      const said = await restore(target, wish).then(
        () => 'restored',
        (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
      )
      const expected = to.major < from.major ? 'backup.server_newer' : 'restored'
      if (said !== expected) faults.push(`${from.name} → ${to.name}: ${said}`)
      seen.push(`${from.name} → ${to.name}`)
    }
  }
  return { faults, seen }
}

export const row: Row = {
  id: 'T48',
  about: {
    zh: '内置与外部 PostgreSQL 之间备份恢复，新到旧拒绝',
    en: 'backup and restore between built-in and external servers of several versions',
  },
  threshold: 'all pass; newer to older refused',
  blocksMerge: false,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sangyu-servers-'))
    chmodSync(folder, 0o755)
    const undo: (() => void | Promise<void>)[] = [() => rmSync(folder, { recursive: true, force: true })]
    try {
      const debian = findServer()
      const servers = [await embedded(join(folder, 'built-in'), undo)]
      servers.push(await external(join(openRuntime(join(folder, 'runtime')).dir, 'bin'), 18, undo))
      if (debian) servers.push(await external(debian.bin, debian.version, undo))
      const { faults, seen } = await trials(servers, folder)
      return noneOf(faults, `${seen.length} ways between ${servers.map((server) => server.name).join(', ')}`)
    } finally {
      for (const step of undo.reverse()) await step()
    }
  },
}
