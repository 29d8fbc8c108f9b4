import { setTimeout as wait } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'

/** Whoever wants the table meanwhile waits behind us: not for long. */
const LOCK_MS = 2_000
const TRIES = 5
const PATIENCE_MS = 60_000
const LOCKED = '55P03'

/** Waits until every transaction that began before now is over; false if one goes on and on. */
export async function isBeforeAnyVisit(owner: Pool): Promise<boolean> {
  const { rows } = await owner.query<{ at: string }>('select clock_timestamp()::text as at')
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(250)) {
    const older = await owner.query(
      `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
          and backend_type = 'client backend' and xact_start < $1::timestamptz limit 1`,
      [rows[0]?.at],
    )
    if (!older.rows.length) return true
  }
  return false
}

/** Tables of which the office may take something out; of what it may only add to (the trail, the ledger) nothing is ever left behind. */
async function changeable(owner: Pool, most: number | null): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and pg_relation_size(c.oid) > 0
        and (has_table_privilege('sangyu_app', c.oid, 'delete') or has_any_column_privilege('sangyu_app', c.oid, 'update'))
        and ($1::bigint is null or pg_total_relation_size(c.oid) <= $1)
      order by pg_total_relation_size(c.oid)`,
    [most],
  )
  return rows.map(({ name }) => name)
}

/**
 * Writes tables and their indexes into new files and gives the old ones back: a vacuum alone leaves the bytes of a row in its page, and of a
 * name in its index. Samples of the values lie in the planner's statistics too. Begun again it does no harm.
 */
export async function rewriteTables(owner: Pool, most: number | null): Promise<{ done: number; busy: string[] }> {
  const names = await changeable(owner, most)
  const client = await owner.connect()
  const busy: string[] = []
  try {
    await client.query(`set lock_timeout = ${LOCK_MS}; set statement_timeout = 0`)
    for (const name of names) if (!(await rewrite(client, name))) busy.push(name)
    // An owner who may not rewrite the catalogue waits for autovacuum.
    await rewrite(client, 'pg_catalog.pg_statistic').catch(() => undefined)
  } finally {
    await client.query('reset lock_timeout; reset statement_timeout').catch(() => undefined)
    client.release()
  }
  return { done: names.length - busy.length, busy }
}

async function rewrite(client: PoolClient, name: string): Promise<boolean> {
  for (let turn = 0; turn < TRIES; turn++) {
    try {
      await client.query(`vacuum (full, analyze) ${name}`)
      return true
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === LOCKED)) throw error
      await wait(500)
    }
  }
  return false
}
