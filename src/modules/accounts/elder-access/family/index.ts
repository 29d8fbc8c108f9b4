import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'

/** The accounts of the relatives who may do somebody's affairs today. Of the dead nobody's: for them nothing is done any more. */
export async function familyAccounts(ctx: Ctx, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.account_id as id from own_authority a
      join person p on p.county = a.county and p.id = a.person_id and p.status = 'living'
     where a.county = ${ctx.actor.county} and a.person_id = ${personId} and a.kind = 'family' and a.confirmed_at is not null
       and a.ended_at is null and (a.until is null or a.until >= ${officeDay(ctx.now)}::date)`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
