import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

/** What somebody may still spend at that moment. */
export type Wallet = { personId: string; points: number }

const LEAST = 4

export async function walletsOf(ctx: Ctx): Promise<Wallet[]> {
  const { rows } = await sql<Wallet>`
    select a.owner_id as "personId", (a.credits_posted - a.debits_posted - a.debits_pending)::int as points
      from ledger_account a
      join person p on p.county = a.county and p.id = a.owner_id and p.status = 'living'
     where a.county = ${ctx.actor.county} and a.unit = 'points' and a.kind = 'wallet' and a.frozen_at is null
       and a.credits_posted - a.debits_posted - a.debits_pending >= ${LEAST}
     order by a.owner_id`.execute(ctx.db)
  return rows
}

/** Those with at least so many points free, who has most first. */
export async function richest(ctx: Ctx, least: number): Promise<Wallet[]> {
  const wallets = await walletsOf(ctx)
  return wallets.filter(({ points }) => points >= least).toSorted((a, b) => b.points - a.points)
}
