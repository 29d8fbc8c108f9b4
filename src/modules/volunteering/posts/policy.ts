import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { holdsPlace } from '../policy.ts'
import { closed, outsideArea } from './words.ts'

/** The post an act is about, locked: it is given to one after another. */
export async function lockPost(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom('grid_post')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  ensure(row, notFound)
  ensure(holdsPlace(ctx.actor, row.place_code), outsideArea)
  ensure(row.closed_on === null, closed)
  return row
}
