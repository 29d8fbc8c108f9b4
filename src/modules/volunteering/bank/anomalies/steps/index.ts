import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import * as no from '../words.ts'

/** What the books themselves must say before a measure may be noted. */
const DONE: Partial<Record<keyof typeof no.measures, { is: RawBuilder<boolean>; refusal: typeof no.notClosed }>> = {
  reversal: {
    is: sql<boolean>`exists (select from bank_redemption x where x.county = r.county and x.id = r.record_id and x.status = 'reversed')
      or exists (select from bank_request q where q.county = r.county and q.subject_id = r.record_id and q.kind = 'reversal' and q.status <> 'refused')
      or exists (select from service_reversal v where v.county = r.county and v.record_id = r.record_id and v.status <> 'declined')`,
    refusal: no.nothingReversed,
  },
  dispute: {
    is: sql<boolean>`exists (select from bank_redemption x join bank_settlement t on t.county = x.county and t.partner_id = x.partner_id
      where x.county = r.county and x.id = r.record_id and (t.status = 'disputed' or t.dispute is not null))`,
    refusal: no.disputeMissing,
  },
  partner_closed: {
    is: sql<boolean>`exists (select from bank_redemption x join bank_partner b on b.county = x.county and b.id = x.partner_id
      where x.county = r.county and x.id = r.record_id and b.status = 'closed')
      or exists (select from bank_code_try c join bank_partner b on b.county = c.county and b.id = c.partner_id
      where c.county = r.county and c.id = r.record_id and b.status = 'closed')`,
    refusal: no.notClosed,
  },
}

export async function ensureDone(
  ctx: Ctx,
  { id, measure }: { id: string; measure: keyof typeof no.measures },
): Promise<void> {
  const asked = DONE[measure]
  if (!asked) return
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from bank_finding_record r where r.county = ${ctx.actor.county} and r.finding_id = ${id} and (${asked.is})) as is`.execute(
    ctx.db,
  )
  ensure(rows[0]?.is, asked.refusal)
}
