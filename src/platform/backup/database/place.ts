import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { ConnectionConfig } from '#platform/db/pool.ts'
import { openOwner } from '#platform/db/pool.ts'
import { ensure } from '#platform/refuse.ts'
import { mayNotCreate } from '../refusals.ts'

// A name may have 63 bytes; the purpose and the time follow.
const LONGEST = 30

/** The same server, another database. */
export function beside(config: ConnectionConfig, database: string): ConnectionConfig {
  if (!config.connectionString) return { ...config, database }
  const url = new URL(config.connectionString)
  url.pathname = `/${encodeURIComponent(database)}`
  return { ...config, connectionString: url.href }
}

export async function withOwner<T>(config: ConnectionConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await openOwner(config)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export type Standing = { database: string; user: string; server: number; isUsed: boolean; mayCreate: boolean }

export function lookAt(config: ConnectionConfig): Promise<Standing> {
  return withOwner(config, async (client) => {
    const { rows } = await client.query<Standing & { hasTable: boolean }>(`
      select current_database() as database, current_user as user, current_setting('server_version_num')::int / 10000 as server,
             (select rolsuper or rolcreatedb from pg_roles where rolname = current_user) as "mayCreate",
             to_regclass('public.county') is not null as "hasTable"`)
    const [found] = rows
    if (!found) throw new Error('one row was asked for')
    const { hasTable, ...standing } = found
    const counties = hasTable ? await client.query('select 1 from county limit 1') : undefined
    return { ...standing, isUsed: Boolean(counties?.rowCount) }
  })
}

export async function createBeside(config: ConnectionConfig, standing: Standing, purpose: string): Promise<string> {
  ensure(standing.mayCreate, () => mayNotCreate({ user: standing.user }))
  const name = `${standing.database.slice(0, LONGEST)}_${purpose}_${Date.now().toString(36)}${randomBytes(2).toString('hex')}`
  await withOwner(config, async (client) => {
    const { rows } = await client.query<{ sorts: string; letters: string }>(
      'select datcollate as sorts, datctype as letters from pg_database where datname = current_database()',
    )
    const [like] = rows
    const locale = `lc_collate ${client.escapeLiteral(like?.sorts ?? 'C')} lc_ctype ${client.escapeLiteral(like?.letters ?? 'C')}`
    await client.query(`create database ${client.escapeIdentifier(name)} template template0 encoding 'UTF8' ${locale}`)
  })
  return name
}

export async function dropBeside(config: ConnectionConfig, name: string): Promise<void> {
  await withOwner(config, (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  )
}

/** What a restore or a drill that was killed left beside the database. */
export async function sweepBeside(config: ConnectionConfig, { database }: Standing): Promise<void> {
  const left = await withOwner(config, (client) =>
    client.query<{ name: string }>(
      `select datname as name from pg_database where starts_with(datname, $1 || '_') and datname ~ '_(restore|drill|before)_[0-9a-z]+$'`,
      [database.slice(0, LONGEST)],
    ),
  )
  for (const { name } of left.rows) await dropBeside(config, name)
}

/** Puts a loaded database in the place of the present one, both names in one transaction: there is always exactly one under the name. */
export async function switchTo(config: ConnectionConfig, present: string, loaded: string): Promise<string> {
  const former = `${present.slice(0, LONGEST)}_before_${Date.now().toString(36)}`
  await withOwner(beside(config, 'postgres'), async (client) => {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname in ($1, $2)', [
      present,
      loaded,
    ])
    await client.query('begin')
    await client.query(
      `alter database ${client.escapeIdentifier(present)} rename to ${client.escapeIdentifier(former)}`,
    )
    await client.query(
      `alter database ${client.escapeIdentifier(loaded)} rename to ${client.escapeIdentifier(present)}`,
    )
    await client.query('commit')
  })
  return former
}
