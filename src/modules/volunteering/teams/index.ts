import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'

export { joinTeam } from './members/index.ts'
export { routes } from './routes.ts'
export { foundTeam } from './service.ts'

/** The teams somebody is in today, whoever asks; the oldest first. */
export async function teamOf(ctx: Ctx, personId: string): Promise<{ id: string; name: string; role: string }[]> {
  return ctx.db
    .selectFrom('team_member as m')
    .innerJoin('volunteer_team as t', (on) => on.onRef('t.county', '=', 'm.county').onRef('t.id', '=', 'm.team_id'))
    .select(['t.id', 't.name', 'm.role'])
    .where('m.county', '=', ctx.actor.county)
    .where('m.person_id', '=', personId)
    .where(sql<boolean>`m.during @> ${officeDay(ctx.now)}::date`)
    .orderBy(sql`lower(m.during)`)
    .execute()
}
