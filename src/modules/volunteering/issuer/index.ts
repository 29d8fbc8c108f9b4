import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

/** Who signs what leaves the office, and the telephone that answers questions about it: the bureau of the county's settings. */
export async function issuerOf(ctx: Ctx): Promise<{ issuer: string | null; phone: string }> {
  const { rows } = await sql<{ issuer: string | null; phone: string }>`
    select u.name as issuer, coalesce(c.settings ->> 'bureauPhone', '') as phone
      from county c left join unit u on u.county = c.county and u.id = c.bureau_unit_id where c.county = ${ctx.actor.county}`.execute(
    ctx.db,
  )
  return rows[0] ?? { issuer: null, phone: '' }
}
