import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Vault } from '../vault.ts'
import type { Spellings } from './renewed.ts'
import { sealedTables } from './sealed-tables.ts'
import { conditionOf, type Walk, walkTable } from './walk.ts'

export { ensureOwnKeys, noteKey } from './known-keys.ts'
export type { Spellings } from './renewed.ts'

export type Reseal = {
  owner: Pool
  vault: Vault
  spellings: Spellings
  /** Whether fingerprints are made anew as well. */
  fingerprints: boolean
  onProgress?: (rows: number) => Promise<void>
}

const PAUSE_MS = 200

/** While the office works: a few hundred rows at a time until nothing stands otherwise. Answers the columns with values that do not open. Begun again it goes on. */
export async function reseal({ onProgress = async () => {}, ...work }: Reseal): Promise<{ broken: string[] }> {
  const since = await moment(work.owner)
  const broken = new Set<string>()
  const walk: Walk = { ...work, only: 'all', onProgress, onBroken: (column) => broken.add(column) }
  while (await pass(walk)) await wait(PAUSE_MS)
  // Who began before the new key may still commit what was sealed with the old one.
  while (await isAnyOlder(work.owner, since)) await wait(PAUSE_MS)
  broken.clear()
  while (await pass(walk)) await wait(PAUSE_MS)
  return { broken: [...broken] }
}

/** One round over all tables; true when another is needed. */
async function pass(walk: Walk): Promise<boolean> {
  let isAgain = false
  for (const table of await sealedTables(walk.owner)) {
    const { changed, skipped } = await walkTable(walk, table)
    if (changed || skipped) isAgain = true
  }
  return isAgain
}

/** Rows that do not stand under the newest keys. */
export async function countLeft({
  owner,
  vault,
  fingerprints,
}: Pick<Reseal, 'owner' | 'vault' | 'fingerprints'>): Promise<number> {
  let sum = 0
  for (const table of await sealedTables(owner)) {
    const clause = conditionOf({ vault, only: 'all', fingerprints }, table)
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int as count from ${table.name} t where ${clause}`,
    )
    sum += rows[0]?.count ?? 0
  }
  return sum
}

/** Seals what a migration could only put aside, before anybody is let in; then rewrites those tables, so that nothing of it is left in their files. */
export async function sealWaiting(work: Pick<Reseal, 'owner' | 'vault' | 'spellings'>): Promise<number> {
  const walk: Walk = { ...work, only: 'waiting', fingerprints: false, onProgress: async () => {}, onBroken: () => {} }
  let sum = 0
  for (const table of await sealedTables(work.owner)) {
    const clause = conditionOf(walk, table)
    const { rows } = await work.owner.query(`select from ${table.name} t where ${clause} limit 1`)
    if (!rows.length) continue
    sum += (await walkTable(walk, table)).changed
    await work.owner.query(`vacuum full ${table.name}`)
  }
  // Samples of the values lay in the planner's statistics too; an owner who may not rewrite them waits for autovacuum.
  if (sum) await work.owner.query('vacuum full pg_statistic').catch(() => undefined)
  return sum
}

async function moment(owner: Pool): Promise<string> {
  const { rows } = await owner.query<{ at: string }>('select clock_timestamp()::text as at')
  return rows[0]?.at ?? ''
}

async function isAnyOlder(owner: Pool, since: string): Promise<boolean> {
  const { rows } = await owner.query(
    `select 1 from pg_stat_activity where datname = current_database() and xact_start < $1::timestamptz
        and backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
    [since],
  )
  return rows.length > 0
}
