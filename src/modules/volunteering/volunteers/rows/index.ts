import { type RawBuilder, sql } from 'kysely'
import { ageOf } from '#modules/people/index.ts'
import { placeRange } from '#modules/places/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import type { contract } from '../contract.ts'

type Line = Output<typeof contract.listVolunteers>['items'][number]
type Record = Output<typeof contract.readVolunteer>
type Asked = Omit<Input<typeof contract.listVolunteers>, 'offset' | 'limit'>

/** Volunteers among the people the reader looks after. */
export function linesOf(ctx: Ctx) {
  const today = officeDay(ctx.now)
  return ctx.db
    .selectFrom('volunteer as v')
    .innerJoin('person as p', (on) => on.onRef('p.county', '=', 'v.county').onRef('p.id', '=', 'v.person_id'))
    .leftJoin('place as c', (on) =>
      on.onRef('c.county', '=', 'v.county').on('c.code', '=', sql<string>`p.place_code / 10000000 * 10000000`),
    )
    .select(['v.person_id', 'v.number', 'p.name', 'c.short as community', 'p.birth_on', 'v.since_on', 'v.left_on'])
    .select([sql<Line['skills']>`v.skills`.as('skills'), sql<Line['elderKind']>`v.elder_kind`.as('elder_kind')])
    .select(
      sql<
        Line['teams']
      >`coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name, 'role', m.role) order by t.name)
        from team_member m join volunteer_team t on t.county = m.county and t.id = m.team_id
       where m.county = v.county and m.person_id = v.person_id and m.during @> ${today}::date), '[]')`.as('teams'),
    )
    .where('v.county', '=', ctx.actor.county)
    .where('p.status', '<>', 'merged')
    .where(rowsOf(ctx.actor, 'p'))
}

type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number]

export function lineOf(ctx: Ctx, row: Row): Line {
  const { number, name, community, skills, teams } = row
  return {
    number,
    name,
    community,
    skills,
    teams,
    personId: row.person_id,
    age: ageOf(row.birth_on, officeDay(ctx.now)),
    elderKind: row.elder_kind,
    sinceOn: row.since_on,
    leftOn: row.left_on,
  }
}

export function matching({ under, skill, elderKind, left, q }: Asked): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [left ? sql`true` : sql`v.left_on is null and p.status = 'living'`]
  if (under) {
    const { lo, hi } = placeRange(under)
    parts.push(sql`p.place_code between ${lo}::bigint and ${hi}::bigint`)
  }
  if (skill) parts.push(sql`${skill} = any (v.skills)`)
  if (elderKind) parts.push(sql`v.elder_kind = ${elderKind}`)
  if (q) {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    parts.push(sql`(p.name like ${like} or v.number like ${like})`)
  }
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

/** Posts held today, and every training that counts. */
export async function aroundOf(ctx: Ctx, personId: string): Promise<Pick<Record, 'posts' | 'training'>> {
  const county = ctx.actor.county
  const posts = await sql<Record['posts'][number]>`
    select g.id, l.name as place, g.kind, lower(h.during)::text as "sinceOn"
      from post_holding h join grid_post g on g.county = h.county and g.id = h.post_id
      join place l on l.county = g.county and l.code = g.place_code
     where h.county = ${county} and h.person_id = ${personId} and h.during @> ${officeDay(ctx.now)}::date
     order by 4, 1`.execute(ctx.db)
  const training = await sql<Record['training'][number]>`
    select t.id, t.title, t.held_on::text as "heldOn", t.minutes, e.result
      from trainee e join training t on t.county = e.county and t.id = e.training_id
     where e.county = ${county} and e.person_id = ${personId} and e.struck_at is null
     order by t.held_on desc, t.id`.execute(ctx.db)
  return { posts: posts.rows, training: training.rows }
}
