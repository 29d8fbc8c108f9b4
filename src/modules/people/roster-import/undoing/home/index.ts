import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

/** Takes back a move that the batch made: the home it opened goes, the one it closed is open again. */
export async function takeBackHome(ctx: Ctx, personId: string, batch: string): Promise<void> {
  const { county } = ctx.actor
  await sql`
    with applied as (select applied_at from import_batch where county = ${county} and id = ${batch}),
    gone as (
      delete from affiliation a using applied where a.county = ${county} and a.person_id = ${personId} and a.kind = 'home' and upper_inf(a.during) and a.added_at >= applied.applied_at
      returning lower(a.during) as since
    ) select 1 from gone`.execute(ctx.db)
  await sql`
    update affiliation a set during = daterange(lower(a.during), null), ended_at = null, ended_by = null
     where a.county = ${county} and a.person_id = ${personId} and a.kind = 'home' and a.ended_at >= (select applied_at from import_batch where county = ${county} and id = ${batch})
       and upper(a.during) = (select max(upper(b.during)) from affiliation b where b.county = a.county and b.person_id = a.person_id and b.kind = 'home')`.execute(
    ctx.db,
  )
}
