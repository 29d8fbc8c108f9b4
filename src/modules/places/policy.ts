import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { placeRange } from './codes.ts'
import { lockPlace, type PlaceRow } from './rows/index.ts'
import { stands } from './rules.ts'
import { isAbolished, outsideArea } from './words.ts'

/** Places are public knowledge of the county; changing one needs an area that holds it whole, so that no neighbour's people are moved unseen. */
export function mayManage(actor: Pick<Actor, 'permissions' | 'scope'>, code: string): boolean {
  if (!actor.permissions.has('places.manage')) return false
  if (actor.scope.all) return true
  const { lo, hi } = placeRange(code)
  return actor.scope.places.some((span) => span.lo <= lo && hi <= span.hi)
}

/** Codes cut to this many digits, so that a county's people are counted by street or community, not by entrance. */
export type Grain = 9 | 12 | 19

/** Living people of the actor's scope by the place they live in, under one place; one pass over the index of homes. */
export async function peopleByPlace(ctx: Ctx, under: string, grain: Grain): Promise<Map<string, number>> {
  const { lo, hi } = placeRange(under)
  const cut = sql.lit(10 ** (19 - grain))
  const counted = await sql<{ code: string; people: number }>`
    select p.place_code / ${cut} * ${cut} as code, count(*)::int as people
      from person p
     where p.county = ${ctx.actor.county} and p.status = 'living'
       and p.place_code between ${lo}::bigint and ${hi}::bigint and ${rowsOf(ctx.actor, 'p')}
     group by 1`.execute(ctx.db)
  return new Map(counted.rows.map(({ code, people }) => [code, people]))
}

/** Locked until the act is done. `whole` also keeps others from pointing at it meanwhile: nobody moves into a place that is being abolished. */
export async function lockForChange(ctx: Ctx, code: string, lock: 'row' | 'whole' = 'row'): Promise<PlaceRow> {
  const place = await lockPlace(ctx, code, lock)
  ensure(place, notFound)
  ensure(mayManage(ctx.actor, code), () => outsideArea({ name: place.short }))
  ensure(stands(place, officeDay(ctx.now)), () => isAbolished({ name: place.short, on: place.valid_to ?? '' }))
  return place
}
