import { sql } from 'kysely'
import { needKinds } from '#modules/volunteering/codes/index.ts'
import type { Office } from '#test/office.ts'

/** All that stands in the office's books for a person and is not ended: what a mistake would leave there. */
export function standing(o: Office, personId: string): Promise<string[]> {
  return o.act(async (ctx) => {
    const county = ctx.actor.county
    const { rows } = await sql<{ line: string }>`
      select 'sign-up ' || g.title as line from gathering_sign_up s join gathering g on g.county = s.county and g.id = s.gathering_id
       where s.county = ${county} and s.person_id = ${personId} and s.ended_at is null
         and not exists (select from shift_turn t where t.county = s.county and t.sign_up_id = s.id)
      union all
      select 'turn ' || g.title from shift_turn t join shift s on s.county = t.county and s.id = t.shift_id
        join gathering g on g.county = s.county and g.id = s.gathering_id
       where t.county = ${county} and t.person_id = ${personId} and t.status not in ('cancelled', 'missed', 'reversed')
      union all
      select 'redemption ' || r.item_name from bank_redemption r
       where r.county = ${county} and r.person_id = ${personId} and r.status in ('reserved', 'handed_over')
      union all
      select 'need ' || n.kind from need n
       where n.county = ${county} and n.person_id = ${personId} and n.status not in ('withdrawn', 'declined', 'closed')
      union all
      select 'relative ' || a.id from own_authority a
       where a.county = ${county} and a.person_id = ${personId} and a.kind = 'family' and a.ended_at is null
      union all
      select w.unit || ' ' || (w.credits_posted - w.debits_posted - w.debits_pending) from ledger_account w
       where w.county = ${county} and w.owner_id = ${personId}`.execute(ctx.db)
    const kinds: Readonly<Record<string, { zh: string }>> = needKinds
    return rows
      .map(({ line }) => line.replace(/^need (\w+)$/, (_all, kind: string) => `need ${kinds[kind]?.zh}`))
      .toSorted()
  })
}
