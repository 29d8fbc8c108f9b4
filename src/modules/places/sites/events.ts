import { z } from 'zod'
import type { Listener } from '#platform/house/outbox.ts'

const succession = z.object({ from: z.array(z.uuid()), into: z.uuid() })

/** A venue or clinic of a merged unit belongs to the unit that took its people over. */
export const sitesFollowUnits: Listener = {
  name: 'places.sites_follow_units',
  hears: 'units.succeeded',
  hear: async (ctx, event) => {
    const { from, into } = succession.parse(event.data)
    await ctx.db
      .updateTable('site')
      .set({ unit_id: into })
      .where('county', '=', ctx.actor.county)
      .where('unit_id', 'in', from)
      .where('closed_on', 'is', null)
      .execute()
  },
}
