import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import type { NeedRow } from '../policy.ts'
import * as no from '../words.ts'

type Wanted = { helperId: string | null; teamId: string | null }

/** Who is to help: one volunteer of the actor's people, or one team of the county. Refuses who cannot. */
export async function helpersOf(ctx: Ctx, need: NeedRow, { helperId, teamId }: Wanted) {
  ensure((helperId === null) !== (teamId === null), no.oneHelper)
  if (helperId) await ensureVolunteer(ctx, need, helperId)
  if (teamId) await ensureTeam(ctx, teamId)
  return { helper_id: helperId, team_id: teamId, shift_id: null }
}

async function ensureVolunteer(ctx: Ctx, need: NeedRow, helperId: string): Promise<void> {
  ensure(helperId !== need.person_id, no.notThemselves)
  const person = await ctx.db
    .selectFrom('person as p')
    .leftJoin('volunteer as v', (on) => on.onRef('v.county', '=', 'p.county').onRef('v.person_id', '=', 'p.id'))
    .select(['p.name', 'p.status', 'v.id', 'v.left_on'])
    .where('p.county', '=', ctx.actor.county)
    .where('p.id', '=', helperId)
    .where(rowsOf(ctx.actor, 'p'))
    .executeTakeFirst()
  ensure(person, notFound)
  const { name, status, id, left_on } = person
  ensure(status === 'living' && id !== null && left_on === null, () => no.notAVolunteer({ name }))
}

async function ensureTeam(ctx: Ctx, teamId: string): Promise<void> {
  const team = await ctx.db
    .selectFrom('volunteer_team')
    .select('dissolved_on')
    .where('county', '=', ctx.actor.county)
    .where('id', '=', teamId)
    .executeTakeFirst()
  ensure(team, notFound)
  ensure(team.dissolved_on === null, no.teamGone)
}
