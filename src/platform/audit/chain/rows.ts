import { sql } from 'kysely'
import type { Db } from '../../ctx.ts'
import type { ChainRow } from './text.ts'

const BATCH = 2_000

export type Place = { seq: string; hash: string }

export async function headOf(db: Db, county: number): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select seq::text as seq, encode(hash, 'hex') as hash from audit_chain where county = ${county}`.execute(db)
  return rows[0]
}

/** Where the rows begin that are still there: the last row that was taken away, if any was. */
export async function cutOf(db: Db, county: number): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select seq::text as seq, encode(hash, 'hex') as hash from audit_cut where county = ${county} order by audit_cut.seq desc limit 1`.execute(
    db,
  )
  return rows[0]
}

type Stretch = { county: number; after: string; upTo: string }

/** Rows of a chain in order, as the texts that were hashed. */
export async function* rowsOf(db: Db, { county, after, upTo }: Stretch): AsyncGenerator<ChainRow> {
  let last = after
  for (;;) {
    const { rows } = await sql<ChainRow>`
      select county, seq::text as seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, account_id,
             array_to_string(roles, ',') as roles, on_behalf_of, session_hash, address, device, action, subject_kind, subject, result,
             purpose, array_to_string(changed, ',') as changed, before_digest, after_digest, detail::text as detail, request_id,
             encode(prev_hash, 'hex') as prev_hash, encode(hash, 'hex') as hash
        from audit_event
       where county = ${county} and audit_event.seq > ${last}::bigint and audit_event.seq <= ${upTo}::bigint
       order by audit_event.seq limit ${BATCH}`.execute(db)
    yield* rows
    const end = rows.at(-1)
    if (!end || rows.length < BATCH) return
    last = end.seq
  }
}
