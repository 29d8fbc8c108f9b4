import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'

export type Kind = 'person' | 'team'
export type Standing = {
  subjectId: string
  name: string
  place: string | null
  minutes: number
  services: number
  lastOn: string
  current: number
}

const column = (of: Kind) => sql.ref(of === 'person' ? 'r.person_id' : 'r.team_id')

/** People through the reader's scope; a team is nobody's secret. */
export function subjectOf(ctx: Ctx, of: Kind) {
  return of === 'person'
    ? sql`join person o on o.county = r.county and o.id = r.person_id and ${rowsOf(ctx.actor, 'o')}
          left join place c on c.county = o.county and c.code = o.place_code / 10000000 * 10000000`
    : sql`join volunteer_team o on o.county = r.county and o.id = r.team_id left join place c on c.county = o.county and c.code = o.place_code`
}

/** What the records that stand say of each person or team; `one` asks for a single subject. */
export function standings(ctx: Ctx, of: Kind, one?: string) {
  return sql`
    select ${column(of)} as "subjectId", o.name, c.short as place, sum(r.minutes)::int as minutes, count(*)::int as services,
           max(r.served_on)::text as "lastOn",
           coalesce((select max(a.level) from star_award a where a.county = r.county and a.status <> 'withdrawn'
                        and ${sql.ref(of === 'person' ? 'a.person_id' : 'a.team_id')} = ${column(of)}), 0)::int as current
      from service_record r ${subjectOf(ctx, of)}
     where r.county = ${ctx.actor.county} and r.reversed_at is null ${one ? sql`and ${column(of)} = ${one}` : sql``}
     group by r.county, ${column(of)}, o.name, c.short`
}

export async function standingOf(ctx: Ctx, of: Kind, id: string): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`${standings(ctx, of, id)}`.execute(ctx.db)
  return rows[0]
}
