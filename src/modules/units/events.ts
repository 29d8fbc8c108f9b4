import { sql } from 'kysely'
import { z } from 'zod'
import { placeRange } from '#modules/places/index.ts'
import type { Listener } from '#platform/house/outbox.ts'

const abolished = z.object({ code: z.string().regex(/^\d{19}$/) })

/** A unit in a place that was merged into another lies where that place went. */
export const unitsFollowPlaces: Listener = {
  name: 'units.follow_places',
  hears: 'places.abolished',
  hear: async (ctx, event) => {
    const { lo, hi } = placeRange(abolished.parse(event.data).code)
    await sql`update unit u set place_code = p.successor from place p
      where u.county = ${ctx.actor.county} and u.place_code between ${lo}::bigint and ${hi}::bigint
        and p.county = u.county and p.code = u.place_code and p.successor is not null`.execute(ctx.db)
  },
}
