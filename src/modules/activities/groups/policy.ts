import { placeRange } from '#modules/places/index.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { closed, outsideArea } from './words.ts'

/** Who has a place in their area keeps its groups; everybody of the county may read of them. */
export function mayManage(actor: Pick<Actor, 'permissions' | 'scope'>, placeCode: string): boolean {
  if (!actor.permissions.has('groups.manage')) return false
  if (actor.scope.all) return true
  const { lo, hi } = placeRange(placeCode)
  return actor.scope.places.some((span) => span.lo <= lo && hi <= span.hi)
}

export type GroupRow = Awaited<ReturnType<typeof loadGroup>>

export async function loadGroup(ctx: Ctx, id: string, lock = false) {
  const query = ctx.db
    .selectFrom('activity_group')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  ensure(row, notFound)
  return row
}

/** The group an act is about, locked, open and the actor's to keep. */
export async function lockToKeep(ctx: Ctx, id: string): Promise<GroupRow> {
  const row = await loadGroup(ctx, id, true)
  ensure(mayManage(ctx.actor, row.place_code), outsideArea)
  ensure(row.closed_on === null, () => closed({ name: row.name }))
  return row
}
