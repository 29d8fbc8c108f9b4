import { sql } from 'kysely'
import { ageOf } from '#modules/people/index.ts'
import { ancestorsOf } from '#modules/places/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import { type Crew, type Helper, kmBetween, type NeedFacts, type Position, scoreOf } from '../rules.ts'

export type Volunteer = Helper & { name: string; number: string; community: string | null }
export type Team = Crew & { id: string; name: string; leader: string | null }
export type Field = { volunteers: Volunteer[]; teams: Team[]; km: (a: string, b: string | null) => number | null }

type Row = Omit<Volunteer, 'age'> & { birthOn: string | null }

/** Everybody who could be asked, read once for any number of needs: volunteers of the reader's people, and the teams of the county. */
export async function readField(ctx: Ctx): Promise<Field> {
  return {
    volunteers: await readVolunteers(ctx),
    teams: await teamsOf(ctx, officeDay(ctx.now)),
    km: await kilometres(ctx),
  }
}

/** The volunteers of the reader's people, or one of them, each with what they have promised within seven days. */
export async function readVolunteers(ctx: Ctx, only?: string): Promise<Volunteer[]> {
  const today = officeDay(ctx.now)
  const { rows } = await sql<Row>`
    with load as (
      select s.person_id, sum(extract(epoch from upper(g.during) - lower(g.during)) / 60)::int as minutes
        from gathering g join gathering_sign_up s on s.county = g.county and s.gathering_id = g.id and s.status = 'in'
       where g.county = ${ctx.actor.county} and g.status = 'planned'
         and lower(g.during) between ${ctx.now.toISOString()}::timestamptz - interval '1 day' and ${ctx.now.toISOString()}::timestamptz + interval '7 days'
       group by 1),
    in_hand as (
      select n.helper_id, sum(n.minutes)::int as minutes from need n
       where n.county = ${ctx.actor.county} and n.helper_id is not null and n.shift_id is null and n.status in ('matched', 'in_service')
       group by 1)
    select v.person_id as "personId", v.number, v.skills, v.times, v.week_minutes as limit, p.name, p.place_code as "placeCode",
           p.birth_on as "birthOn", p.health, c.short as community, coalesce(l.minutes, 0) + coalesce(h.minutes, 0) as load
      from volunteer v join person p on p.county = v.county and p.id = v.person_id
      left join place c on c.county = v.county and c.code = p.place_code / 10000000 * 10000000
      left join load l on l.person_id = v.person_id
      left join in_hand h on h.helper_id = v.person_id
     where v.county = ${ctx.actor.county} and v.left_on is null and p.status = 'living' and ${rowsOf(ctx.actor, 'p')}
       and ${only ? sql`v.person_id = ${only}` : sql`true`}`.execute(ctx.db)
  return rows.map(({ birthOn, ...row }) => ({ ...row, age: ageOf(birthOn, today) }))
}

async function teamsOf(ctx: Ctx, today: string): Promise<Team[]> {
  const { rows } = await sql<Team>`
    select t.id, t.name, t.fields, t.place_code as "placeCode", l.short as place,
           (select count(*)::int from team_member m where m.county = t.county and m.team_id = t.id and m.during @> ${today}::date) as members,
           (select count(*)::int from need n where n.county = t.county and n.team_id = t.id and n.status in ('matched', 'in_service')) as needs,
           (select p.name from team_member m join person p on p.county = m.county and p.id = m.person_id
             where m.county = t.county and m.team_id = t.id and m.role = 'leader' and m.during @> ${today}::date) as leader
      from volunteer_team t join place l on l.county = t.county and l.code = t.place_code
     where t.county = ${ctx.actor.county} and t.dissolved_on is null and t.kind = 'team'`.execute(ctx.db)
  return rows
}

/** Where a place has no position of its own, that of the place above it counts. */
async function kilometres(ctx: Ctx): Promise<Field['km']> {
  const rows = await ctx.db
    .selectFrom('place')
    .select(['code', 'lon', 'lat'])
    .where('county', '=', ctx.actor.county)
    .where('lon', 'is not', null)
    .execute()
  const located = new Map(rows.map(({ code, lon, lat }) => [code, { lon: lon ?? 0, lat: lat ?? 0 }]))
  const positions = new Map<string, Position | undefined>()
  const at = (code: string) => {
    if (!positions.has(code)) {
      const above = [code, ...ancestorsOf(code).slice(3).reverse()]
      positions.set(code, located.get(above.find((one) => located.has(one)) ?? ''))
    }
    return positions.get(code)
  }
  return (a, b) => {
    const [from, to] = [at(a), b === null ? undefined : at(b)]
    return from && to ? kmBetween(from, to) : null
  }
}

export type Ranked = { volunteer: Volunteer; score: number; km: number | null }

/** The best of all who could be asked, the best first. A few are kept in order, not thousands sorted: two hundred needs are asked for at once. */
export function bestOf(field: Field, need: NeedFacts, most: number): { best: Ranked[]; considered: number } {
  const best: Ranked[] = []
  let considered = 0
  for (const volunteer of field.volunteers) {
    const km = field.km(need.placeCode, volunteer.placeCode)
    const score = scoreOf(need, volunteer, km)
    if (score === undefined) continue
    considered++
    const one = { volunteer, score, km }
    const last = best[most - 1]
    if (last && !isBefore(one, last)) continue
    const place = best.findIndex((other) => isBefore(one, other))
    best.splice(place < 0 ? best.length : place, 0, one)
    if (best.length > most) best.pop()
  }
  return { best, considered }
}

const isBefore = (a: Ranked, b: Ranked): boolean =>
  a.score === b.score ? a.volunteer.number < b.volunteer.number : a.score > b.score
