import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'

/** Brings today's columns in step with the affiliations of any number of people. One may leave the actor's scope by it, so whatever else is written comes before. */
export async function bringInStep(ctx: Ctx, personIds: readonly string[]): Promise<void> {
  if (!personIds.length) return
  await beyondScope(ctx, () => update(ctx, personIds))
}

/** PostgreSQL lets nobody write a row they could no longer read; so for this one statement of somebody's leaving the second lock opens to the county. */
async function beyondScope(ctx: Ctx, work: () => Promise<void>): Promise<void> {
  if (ctx.actor.scope.all) return work()
  await sql`select set_config('app.all', 'true', true)`.execute(ctx.db)
  await work()
  await sql`select set_config('app.all', 'false', true)`.execute(ctx.db)
}

async function update(ctx: Ctx, personIds: readonly string[]): Promise<void> {
  const { county } = ctx.actor
  await sql`
    with today as (
      select a.person_id,
             coalesce(array_agg(distinct a.unit_id) filter (where a.kind <> 'home'), '{}') as units,
             array_agg(a.unit_id order by lower(a.during) desc nulls last, a.id desc) filter (where a.kind = 'original_unit') as originals,
             array_agg(a.unit_id order by lower(a.during) desc nulls last, a.id desc) filter (where a.kind = 'managing_unit') as managing,
             max(a.place_code) filter (where a.kind = 'home') as home
        from affiliation a
       where a.county = ${county} and a.person_id = any(${personIds}::uuid[]) and a.during @> ${officeDay(ctx.now)}::date
       group by a.person_id
    )
    update person p
       set unit_ids = coalesce(t.units, '{}'), place_code = t.home,
           unit_id = case when p.unit_id = any(t.originals) then p.unit_id else t.originals[1] end,
           managing_unit_id = case when p.managing_unit_id = any(t.managing) then p.managing_unit_id else t.managing[1] end
      from unnest(${personIds}::uuid[]) asked (id)
      left join today t on t.person_id = asked.id
     where p.county = ${county} and p.id = asked.id`.execute(ctx.db)
}
