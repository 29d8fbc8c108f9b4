import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import type { contract } from './contract.ts'

type Doors = typeof contract
type Answer = Output<Doors['listPersonGatherings']>

async function listPersonGatherings(ctx: Ctx, asked: Input<Doors['listPersonGatherings']>): Promise<Answer> {
  const { id, offset, limit } = asked
  const county = ctx.actor.county
  const person = ctx.db.selectFrom('person').select('id').where('county', '=', county).where('id', '=', id)
  ensure(await person.where(rowsOf(ctx.actor, 'person')).executeTakeFirst(), notFound)
  const { rows } = await sql<Answer['items'][number] & { total: number }>`
    select g.id, g.kind, g.title, p.short as place, lower(g.during) as "startsAt", upper(g.during) as "endsAt", g.status,
           s.status as "signUp", a.state, a.minutes, count(*) over ()::int as total
      from gathering g
      join place p on p.county = g.county and p.code = g.place_code
      left join lateral (
        select status from gathering_sign_up s where s.county = g.county and s.gathering_id = g.id and s.person_id = ${id}
         order by s.ended_at desc nulls first limit 1) s on true
      left join gathering_attendance a on a.county = g.county and a.gathering_id = g.id and a.person_id = ${id}
     where g.county = ${county} and (s.status is not null or a.id is not null)
     order by lower(g.during) desc, g.id desc offset ${offset} limit ${limit}`.execute(ctx.db)
  const year = new Date(ctx.now.getTime() - 365 * 86_400_000).toISOString()
  const sum = await ctx.db
    .selectFrom('gathering_attendance as a')
    .innerJoin('gathering as g', (on) => on.onRef('g.county', '=', 'a.county').onRef('g.id', '=', 'a.gathering_id'))
    .select([sql<number>`count(*)::int`.as('attended'), sql<number>`coalesce(sum(a.minutes), 0)::int`.as('minutes')])
    .where('a.county', '=', county)
    .where('a.person_id', '=', id)
    .where('a.minutes', 'is not', null)
    .where(sql<boolean>`lower(g.during) >= ${year}::timestamptz`)
    .executeTakeFirstOrThrow()
  const items = rows.map(({ total: _all, ...row }) => row)
  return { items, total: rows[0]?.total ?? 0, ...sum }
}

export const service: Service<Doors> = { listPersonGatherings }
