import { placeRange } from '#modules/places/index.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { type Act, fits, type State } from './rules.ts'
import { outsideArea, over } from './words.ts'

/** Who has a place in their area keeps its gatherings; everybody of the county may read of them. */
export function mayManage(actor: Pick<Actor, 'permissions' | 'scope'>, placeCode: string): boolean {
  if (!actor.permissions.has('gatherings.manage')) return false
  if (actor.scope.all) return true
  const { lo, hi } = placeRange(placeCode)
  return actor.scope.places.some((span) => span.lo <= lo && hi <= span.hi)
}

/** Its sheet is kept by whoever keeps the gathering, and by the joint organisers: those whose area or unit one of the hosts is. */
export async function mayRun(ctx: Ctx, { id, place_code }: { id: string; place_code: string }): Promise<boolean> {
  if (mayManage(ctx.actor, place_code)) return true
  if (!ctx.actor.permissions.has('gatherings.manage')) return false
  const hosts = await ctx.db
    .selectFrom('gathering_host as h')
    .innerJoin('unit as u', (on) => on.onRef('u.county', '=', 'h.county').onRef('u.id', '=', 'h.unit_id'))
    .select(['u.id', 'u.place_code'])
    .where('h.county', '=', ctx.actor.county)
    .where('h.gathering_id', '=', id)
    .execute()
  return hosts.some(
    (unit) =>
      ctx.actor.scope.units.includes(unit.id) || (unit.place_code !== null && mayManage(ctx.actor, unit.place_code)),
  )
}

export type GatheringRow = Awaited<ReturnType<typeof lockGathering>>

/** The gathering an act is about, locked: seats are given to one after another. */
export async function lockGathering(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom('gathering')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  ensure(row, notFound)
  return { ...row, status: row.status as State } // the column's check allows exactly these
}

/** As below, for what is done at the sheet. */
export async function lockToRun(ctx: Ctx, id: string, act: Act): Promise<GatheringRow> {
  const row = await lockGathering(ctx, id)
  ensure(await mayRun(ctx, row), outsideArea)
  ensure(fits(act, row.status), () => over({ status: row.status }))
  return row
}

/** As above, where the act fits its state and the gathering is the actor's to keep. */
export async function lockToKeep(ctx: Ctx, id: string, act: Act): Promise<GatheringRow> {
  const row = await lockGathering(ctx, id)
  ensure(mayManage(ctx.actor, row.place_code), outsideArea)
  ensure(fits(act, row.status), () => over({ status: row.status }))
  return row
}
