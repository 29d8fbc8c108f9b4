import { type RawBuilder, sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import type { Corrections, Cut, Figures } from '../contract.ts'
import { daysOf } from '../rules.ts'

export type Line = {
  personId: string
  name: string
  number: string | null
  servedOn: string
  from: string
  to: string
  title: string
  task: string
  place: string
  team: string | null
  minutes: number
  rating: number | null
  isLate: boolean
  recordedAt: string
  reversedAt: string | null
}

/** The month's records of the people the reader looks after: published views only. */
function source(ctx: Ctx, { month, place }: Cut): RawBuilder<unknown> {
  const { from, to } = daysOf(month)
  const { lo, hi } = place ? placeRange(place) : { lo: '0', hi: '9999999999999999999' }
  const within = place ? sql`and r.place_code between ${lo}::bigint and ${hi}::bigint` : sql``
  return sql`
    service_published r
    join person_published p on p.county = r.county and p.id = r.person_id and ${rowsOf(ctx.actor, 'p')}
    join place_published c on c.county = r.county and c.code = r.place_code / 10000000 * 10000000
    where r.county = ${ctx.actor.county} and r.served_on between ${from} and ${to} ${within}`
}

const FIGURES = sql`
  count(*) filter (where r.reversed_at is null)::int as services, count(distinct r.person_id) filter (where r.reversed_at is null)::int as people,
  coalesce(sum(r.minutes) filter (where r.reversed_at is null), 0)::int as minutes,
  count(*) filter (where r.is_late and r.reversed_at is null)::int as late, count(*) filter (where r.reversed_at is not null)::int as reversed`

export type Group = Figures & { placeCode: string; name: string }

export async function groupsOf(ctx: Ctx, cut: Cut): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select c.code::text as "placeCode", c.short as name, ${FIGURES} from ${source(ctx, cut)} group by c.code, c.short order by c.code`.execute(
    ctx.db,
  )
  return rows
}

/** People who served in two communities are one person in the total, so it is counted, not added up. */
export async function totalsOf(ctx: Ctx, cut: Cut): Promise<Figures> {
  const { rows } = await sql<Figures>`select ${FIGURES} from ${source(ctx, cut)}`.execute(ctx.db)
  return rows[0] ?? { services: 0, people: 0, minutes: 0, late: 0, reversed: 0 }
}

/** What the month gained and lost since it was closed. */
export async function correctionsOf(ctx: Ctx, cut: Cut, closedAt: string): Promise<Corrections> {
  const { rows } = await sql<Corrections>`
    select count(*) filter (where r.recorded_at > ${closedAt}::timestamptz)::int as entered,
           count(*) filter (where r.reversed_at > ${closedAt}::timestamptz)::int as reversed from ${source(ctx, cut)}`.execute(
    ctx.db,
  )
  return rows[0] ?? { entered: 0, reversed: 0 }
}

export async function linesOf(ctx: Ctx, cut: Cut): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select l.*, v.number, t.name as team from (
      select r.county, r.id, r.person_id as "personId", p.name, r.served_on as "servedOn", lower(r.during) as "from", upper(r.during) as "to",
             r.title, r.task, c.short as place, r.team_id, r.minutes, r.rating, r.is_late as "isLate",
             r.recorded_at as "recordedAt", r.reversed_at as "reversedAt"
        from ${source(ctx, cut)}) l
      left join volunteer_published v on v.county = l.county and v.person_id = l."personId"
      left join volunteer_team_published t on t.county = l.county and t.id = l.team_id
     order by l."servedOn", l."from", l.id`.execute(ctx.db)
  return rows
}
