import { type RawBuilder, sql } from 'kysely'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'

/**
 * A finding is seen by who may see everybody it rests on, for a number is not shown without its people; who is its subject
 * does not see what is asked about them. Lists, single reads and locks go through it alike.
 */
export function seenBy(actor: Actor): RawBuilder<boolean> {
  const own = sql`(f.account_id is null or f.account_id <> all (${actor.accounts}::uuid[]))`
  if (actor.scope.all) return sql<boolean>`${own}`
  // Row-level security hides people of elsewhere, so who is not found is somebody else's.
  return sql<boolean>`${own} and not exists (
    select from bank_finding_record fr where fr.county = f.county and fr.finding_id = f.id and not exists (
      select from person p where p.county = fr.county and p.id = fr.person_id and ${rowsOf(actor, 'p')}))`
}

/** Whether the actor's own hand is in the records of a finding: then somebody else judges it. */
export async function isParty(ctx: Ctx, id: string): Promise<boolean> {
  const { county, accounts } = ctx.actor
  const { rows } = await sql<{ is: boolean }>`
    select exists (
      select from bank_finding_record r
        left join bank_redemption x on r.what = 'redemption' and x.county = r.county and x.id = r.record_id
        left join service_record s on r.what = 'service' and s.county = r.county and s.id = r.record_id
        left join shift_turn t on t.county = s.county and t.id = s.turn_id
        left join bank_gift g on r.what = 'gift' and g.county = r.county and g.id = r.record_id
       where r.county = ${county} and r.finding_id = ${id}
         and ${accounts}::uuid[] && array[x.reserved_by, x.handed_over_by, s.confirmed_by, t.in_by, t.out_by, t.late_by, t.approved_by, g.given_by]
    ) as is`.execute(ctx.db)
  return rows[0]?.is ?? false
}
