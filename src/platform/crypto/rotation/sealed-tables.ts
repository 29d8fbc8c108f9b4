import type { Pool, PoolClient } from 'pg'

export type SealedColumn = { name: string; isBase64: boolean; onlyIf: string | null; holdsRows: boolean }
export type Fingerprint = { name: string; from: string; purpose: string }
export type SealedTable = {
  name: string
  blocks: number
  columns: SealedColumn[]
  fingerprints: Fingerprint[]
  owner: string | null
  /** Whether values must be bound to that person; else both kinds may stand. */
  isBound: boolean
}

type Found = { table: string; column: string; comment: string | null; has_person: boolean; blocks: number }

const SEALED = /^sealed(?: for (\w+))?( as base64)?(?: if (\w+))?( with rows)?$/
const FINGERPRINT = /^fingerprint of (\w+) as (\w+)$/

/** Every sealed column of the database: those named `…_sealed`, and those whose comment says so. */
export async function sealedTables(db: Pool | PoolClient): Promise<SealedTable[]> {
  const { rows } = await db.query<Found>(`
    select c.relname as table, a.attname as column, col_description(a.attrelid, a.attnum) as comment,
           exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'person_id' and not p.attisdropped) as has_person,
           (pg_relation_size(c.oid) / current_setting('block_size')::int)::int as blocks
      from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and (a.attname like '%\\_sealed' and a.atttypid = 'bytea'::regtype or col_description(a.attrelid, a.attnum) ~ '^(sealed|fingerprint)')
     order by c.relname, a.attnum`)
  return [...Map.groupBy(rows, (row) => row.table)].map(([name, columns]) => tableOf(name, columns))
}

function tableOf(name: string, found: readonly Found[]): SealedTable {
  const fingerprints = found.flatMap(({ column, comment }) => {
    const [, from, purpose] = FINGERPRINT.exec(comment ?? '') ?? []
    return from && purpose ? [{ name: column, from, purpose }] : []
  })
  const sealed = found.filter(({ column }) => !fingerprints.some((one) => one.name === column))
  const said = sealed.map(({ comment }) => SEALED.exec(comment ?? '') ?? [])
  const owner = said.find(([, person]) => person)?.[1] ?? null
  return {
    name,
    blocks: found[0]?.blocks ?? 0,
    columns: sealed.map(({ column }, at) => ({
      name: column,
      isBase64: Boolean(said[at]?.[2]),
      onlyIf: said[at]?.[3] ?? null,
      holdsRows: Boolean(said[at]?.[4]),
    })),
    fingerprints,
    owner: owner ?? (found[0]?.has_person ? 'person_id' : null),
    isBound: owner !== null,
  }
}
