import type { Pool, PoolClient } from 'pg'
import { newest, profileOf } from '../ring.ts'
import type { Vault } from '../vault.ts'
import { renewed, type SealedRow, type Spellings } from './renewed.ts'
import type { SealedTable } from './sealed-tables.ts'

export type Walk = {
  /** As the owner: people who are hidden from everybody must be sealed anew too. */
  owner: Pool
  vault: Vault
  spellings: Spellings
  /** Only what a migration left in clear, or everything that is not under the newest keys. */
  only: 'waiting' | 'all'
  /** Fingerprints do not say by which key they were made: with `index` every row is looked at. */
  fingerprints: boolean
  onProgress: (rows: number) => Promise<void>
  onBroken: (column: string) => void
}

/** Blocks of a table that are taken at once: at most some five hundred rows, locked for a fraction of a second. */
const WINDOW = 8

/** Goes through a table once. Answers how many rows were sealed anew and whether others held rows meanwhile. */
export async function walkTable(walk: Walk, table: SealedTable): Promise<{ changed: number; skipped: number }> {
  const sum = { changed: 0, skipped: 0 }
  for (let block = 0; block < table.blocks; block += WINDOW) {
    const done = await windowOf(walk, table, block)
    sum.changed += done.changed
    sum.skipped += done.skipped
    await walk.onProgress(done.changed)
  }
  return sum
}

async function windowOf(walk: Walk, table: SealedTable, block: number): Promise<{ changed: number; skipped: number }> {
  const client = await walk.owner.connect()
  try {
    await client.query("begin; set local lock_timeout = '5s'")
    const done = await resealRows(walk, client, { table, block })
    await client.query('commit')
    client.release()
    return done
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

type Window = { table: SealedTable; block: number }

async function resealRows(walk: Walk, client: PoolClient, { table, block }: Window) {
  const bounds = [`(${block},0)`, `(${block + WINDOW},0)`]
  const where = `t.ctid >= $1::tid and t.ctid < $2::tid and (${conditionOf(walk, table)})`
  const found = await client.query<SealedRow>(
    `select t.ctid::text as at, ${secretOf(table)} as secret, ${columnsOf(table)} from ${table.name} t where ${where} for update of t skip locked`,
    bounds,
  )
  // Somebody is writing the others at this moment: the next round sees what they wrote.
  const all = await client.query<{ count: number }>(
    `select count(*)::int as count from ${table.name} t where ${where}`,
    bounds,
  )
  const changes = found.rows.flatMap((row) => {
    const change = renewed({ ...walk, table, onBroken: (column) => walk.onBroken(`${table.name}.${column}`) }, row)
    return Object.keys(change).length ? [{ at: row.at, change }] : []
  })
  if (changes.length) await write(client, table, changes)
  return { changed: changes.length, skipped: (all.rows[0]?.count ?? 0) - found.rows.length }
}

function secretOf(table: SealedTable): string {
  if (table.name === 'person') return 't.secret'
  return table.owner
    ? `(select p.secret from person p where p.county = t.county and p.id = t.${table.owner})`
    : 'null::bytea'
}

function columnsOf({ columns, fingerprints }: SealedTable): string {
  const names = [...columns.flatMap(({ name, onlyIf }) => [name, onlyIf]), ...fingerprints.map(({ name }) => name)]
  return [...new Set(names.filter((name) => name !== null))].map((name) => `t.${name}`).join(', ')
}

/** Rows of which a value does not begin with the mark and the number of the newest key. */
export function conditionOf(walk: Pick<Walk, 'vault' | 'only' | 'fingerprints'>, table: SealedTable): string {
  const key = newest(walk.vault.ring, 'data')
  const [plain, bound] = profileOf(key) === 'sm4' ? [1, 3] : [2, 4]
  const marks = table.isBound ? [bound] : [plain, bound]
  const heads = marks.map((mark) => `'\\x${Buffer.from([mark, key.id]).toString('hex')}'`).join(', ')
  const parts = table.columns.map(({ name, isBase64, onlyIf }) => {
    const start = isBase64 ? `decode(left(t.${name}, 4), 'base64')` : `t.${name}`
    const length = isBase64 ? `length(t.${name}) > 0` : `octet_length(t.${name}) > 0`
    const differs =
      walk.only === 'waiting'
        ? `substring(${start} from 1 for 1) = '\\x00'`
        : `substring(${start} from 1 for 2) not in (${heads})`
    return `(t.${name} is not null and ${length}${onlyIf ? ` and t.${onlyIf}` : ''} and ${differs})`
  })
  const sought = walk.fingerprints ? table.fingerprints.map(({ from }) => `t.${from} is not null`) : []
  const nested = walk.fingerprints ? table.columns.flatMap((one) => (one.holdsRows ? ['true'] : [])) : []
  const any = [...parts, ...sought, ...nested].join(' or ')
  // Of somebody who was erased nothing can be opened, and nothing needs to be.
  return table.isBound ? `(${any}) and ${secretOf(table)} is not null` : any
}

type Change = { at: string; change: Record<string, Buffer | string> }

async function write(client: PoolClient, table: SealedTable, changes: readonly Change[]): Promise<void> {
  const names = [...new Set(changes.flatMap(({ change }) => Object.keys(change)))]
  const types = names.map((name) => (table.columns.find((one) => one.name === name)?.isBase64 ? 'text' : 'bytea'))
  const sets = names.map((name) => `${name} = coalesce(v.${name}, t.${name})`)
  const arrays = names.map((_, at) => `$${at + 2}::${types[at]}[]`)
  await client.query(
    `update ${table.name} t set ${sets.join(', ')} from unnest($1::tid[], ${arrays.join(', ')}) as v(at, ${names.join(', ')}) where t.ctid = v.at`,
    [changes.map(({ at }) => at), ...names.map((name) => changes.map(({ change }) => change[name] ?? null))],
  )
}
