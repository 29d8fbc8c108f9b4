import type { Actor, Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { holdsPlace } from '../policy.ts'
import { dissolved, outsideArea } from './words.ts'

/** Teams are known to the whole county; who has a team's place in their area keeps it. */
export function mayKeep(actor: Pick<Actor, 'permissions' | 'scope'>, placeCode: string): boolean {
  return actor.permissions.has('volunteering.manage') && holdsPlace(actor, placeCode)
}

/** The team an act is about, locked. */
export async function lockTeam(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom('volunteer_team')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  ensure(row, notFound)
  ensure(mayKeep(ctx.actor, row.place_code), outsideArea)
  ensure(row.dissolved_on === null, dissolved)
  return row
}
