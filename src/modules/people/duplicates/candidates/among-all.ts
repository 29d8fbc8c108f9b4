import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import { variants } from '../names/index.ts'

export type Candidate = { first: string; second: string }

/** A name that more people bear says nothing by itself; nor does a number that more people share (an office's, a home's). */
const FEW_BEARERS = 12
const FEW_SHARERS = 6
const PAGE = 4000

/**
 * Every pair of the actor's scope that anything suggests, a page at a time: one name with the birth month, the unit, or rare by itself; one
 * telephone; a name one character apart with the day of birth, or with month and unit. Each is a join on equal keys, so the work grows
 * with the number of people and not with its square. Two usable identity numbers that differ are two people, so such pairs come only
 * where the rest is all alike.
 *
 * After an import the tables have no statistics yet, and the planner would compare everybody with everybody: it is told to hash.
 */
export async function* candidatesAmongAll(ctx: Ctx): AsyncGenerator<Candidate[]> {
  const name = `pairs_${ctx.now.getTime()}`
  await sql`select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)`.execute(ctx.db)
  await sql`declare ${sql.ref(name)} no scroll cursor for ${question(ctx)}`.execute(ctx.db)
  for (;;) {
    const page = await sql<Candidate>`fetch ${sql.lit(PAGE)} from ${sql.ref(name)}`.execute(ctx.db)
    if (page.rows.length) yield page.rows
    if (page.rows.length < PAGE) break
  }
  await sql`close ${sql.ref(name)}`.execute(ctx.db)
  await sql`select set_config('enable_nestloop', 'on', true)`.execute(ctx.db)
}

function question(ctx: Ctx) {
  const { county } = ctx.actor
  return sql`
    with someone as (
      select p.* from person p where p.county = ${county} and p.status <> 'merged' and ${rowsOf(ctx.actor, 'p')}
    ),
    alias as materialized (
      select id, translate(called, ${variants.from}, ${variants.to}) as called, birth_on, unit_ids, has_id, left(birth_on, 4) as year,
             case when length(birth_on) >= 7 then left(birth_on, 7) end as month
        from (select id, name as called, birth_on, unit_ids, id_index is not null as has_id from someone
               union all
              select id, former_name, birth_on, unit_ids, id_index is not null from someone
               where former_name is not null and former_name <> name) named
    ),
    at_unit as (select id, called, month, has_id, unnest(unit_ids) as unit from alias),
    rare as (select called from alias group by called having count(*) between 2 and ${FEW_BEARERS}),
    hole as materialized (
      select id, called, birth_on, month, unit_ids, has_id, overlay(called placing '_' from i for 1) as shape
        from alias, generate_series(1, length(called)) i
       where month is not null and length(called) between 2 and 6
    ),
    hole_at_unit as (select id, called, month, has_id, shape, unnest(unit_ids) as unit from hole),
    called_by_few as (
      select number_index from person_phone where county = ${county} group by number_index having count(distinct person_id) between 2 and ${FEW_SHARERS}
    ),
    pair as (
      select a.id as one, b.id as two from alias a join alias b on a.called = b.called and a.month = b.month
       where a.id < b.id and (not (a.has_id and b.has_id) or a.unit_ids && b.unit_ids)
      union all
      select a.id, b.id from at_unit a join at_unit b on a.called = b.called and a.unit = b.unit
       where a.id < b.id and not (a.has_id and b.has_id)
      union all
      select a.id, b.id from rare join alias a using (called) join alias b using (called)
       where a.id < b.id and not (a.has_id and b.has_id) and (a.year is null or b.year is null or a.year = b.year)
      union all
      select a.id, b.id from hole a join hole b on a.shape = b.shape and a.birth_on = b.birth_on
       where a.id < b.id and a.called <> b.called and length(a.birth_on) = 10 and not (a.has_id and b.has_id)
      union all
      select a.id, b.id from hole_at_unit a join hole_at_unit b on a.shape = b.shape and a.month = b.month and a.unit = b.unit
       where a.id < b.id and a.called <> b.called and not (a.has_id and b.has_id)
      union all
      select a.id, b.id from called_by_few n
        join person_phone x on x.county = ${county} and x.number_index = n.number_index
        join person_phone y on y.county = ${county} and y.number_index = n.number_index
        join alias a on a.id = x.person_id
        join alias b on b.id = y.person_id
       where a.id < b.id and (a.called = b.called or not (a.has_id and b.has_id))
    )
    select distinct one as first, two as second from pair`
}
