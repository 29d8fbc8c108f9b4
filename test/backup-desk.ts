import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Source } from '#platform/backup/index.ts'
import { type ConnectionConfig, openOwner } from '#platform/db/pool.ts'
import { freshDatabase } from '#test/cluster.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, type OfficeOptions, office } from '#test/office.ts'

/** A small office with a home beside its database, for backups and what becomes of them. */
export type BackupDesk = {
  o: Office
  source: Source
  at: (...names: string[]) => string
  /** An empty database on the same server, dropped with the desk. */
  empty: () => Promise<ConnectionConfig>
  ask: (config: ConnectionConfig, sql: string) => Promise<Record<string, unknown>[]>
  close: () => Promise<void>
}

/** Names with everything that a careless copy loses: tabs, line ends, backslashes, letters outside the first plane. */
const NAMES = ['王秀英', 'a\tb\\c', 'd\ne', '钱𠮷祥']

export async function backupDesk(options: OfficeOptions = {}): Promise<BackupDesk> {
  const o = await office(options)
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-backup-'))
  const home = join(folder, 'home')
  mkdirSync(join(home, 'keys'), { recursive: true })
  mkdirSync(join(home, 'anchors'))
  writeFileSync(join(home, 'keys', 'keys.json'), JSON.stringify({ keys: [{ id: 1, fingerprint: 'abcd' }] }))
  writeFileSync(join(home, 'anchors', 'heads.log'), 'one\n')
  await o.act(async (ctx) => {
    for (const name of NAMES) await settle(ctx, { name })
    ctx.emit({ type: 'test.said', data: { words: '引号"与\\反斜杠' } })
    ctx.enqueue({ task: 'nobody.does_this', payload: { n: 1 }, key: 'once' })
  })
  const [found] = await asOwner<{ name: string }>(o.house, 'select current_database() as name')
  const { options: _asApplication, ...pool } = o.house.pools.writers.options
  const config = { ...pool, database: found?.name } as ConnectionConfig // what the pool was opened with
  const drops: (() => Promise<void>)[] = []
  return {
    o,
    source: { home, config, product: 'test' },
    at: (...names) => join(folder, ...names),
    empty: async () => {
      const target = await freshDatabase(async () => undefined)
      drops.push(target.drop)
      return target.config
    },
    ask: async (where, sql) => {
      const client = await openOwner(where)
      const { rows } = await client.query<Record<string, unknown>>(sql)
      await client.end()
      return rows
    },
    close: async () => {
      for (const drop of drops) await drop()
      await o.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A connection as DATABASE_URL says it. */
export function urlOf({ connectionString, user = '', host = '', port = 5432, database }: ConnectionConfig): string {
  return connectionString ?? `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
}
