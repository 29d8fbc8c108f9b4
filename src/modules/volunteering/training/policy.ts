import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { holdsPlace } from '../policy.ts'
import { outsideArea } from './words.ts'

export async function lockTraining(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom('training')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  ensure(row, notFound)
  ensure(holdsPlace(ctx.actor, row.place_code), outsideArea)
  return row
}
