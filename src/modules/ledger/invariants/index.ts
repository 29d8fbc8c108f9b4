import { sql } from 'kysely'
import type { Db } from '#platform/ctx.ts'
import { INVARIANTS, type Invariant } from './queries.ts'

export { INVARIANTS, type Invariant } from './queries.ts'
export type Breach = { id: string; zh: string; en: string; rows: number }

/** Asks every invariant of the ledger of the counties the connection may see; answers those that do not hold and by how many rows. */
export function breachesOf(db: Db): Promise<Breach[]> {
  return breachesAmong(db, INVARIANTS)
}

/** The same for what a room above holds against the books. */
export async function breachesAmong(db: Db, invariants: readonly Invariant[]): Promise<Breach[]> {
  const breaches: Breach[] = []
  for (const { id, zh, en, query } of invariants) {
    const { rows } = await sql<{ rows: number }>`select count(*)::int as rows from (${sql.raw(query)}) broken`.execute(
      db,
    )
    const count = rows[0]?.rows ?? 0
    if (count > 0) breaches.push({ id, zh, en, rows: count })
  }
  return breaches
}
