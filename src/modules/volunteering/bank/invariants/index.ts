import { type Breach, breachesAmong, breachesOf } from '#modules/ledger/index.ts'
import type { Db } from '#platform/ctx.ts'
import { BANK_INVARIANTS } from './queries.ts'

export { BANK_INVARIANTS } from './queries.ts'

/** LG-01 … LG-15: the books by themselves, and the bank against the books. */
export async function bankBreaches(db: Db): Promise<Breach[]> {
  return [...(await breachesOf(db)), ...(await breachesAmong(db, BANK_INVARIANTS))]
}
