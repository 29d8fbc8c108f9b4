import { z } from 'zod'
import type { Listener } from '#platform/house/outbox.ts'
import { movePeopleFrom } from './homes/index.ts'

const abolished = z.object({ code: z.string(), successor: z.string().nullable(), on: z.string() })

/** Whoever lives in an abolished place lives in the one that took it over. Without a successor nobody living was there. */
export const peopleFollowPlaces: Listener = {
  name: 'people.follow_places',
  hears: 'places.abolished',
  hear: async (ctx, event) => {
    const { code, successor, on } = abolished.parse(event.data)
    if (successor) await movePeopleFrom(ctx, code, { code: successor, on })
  },
}
