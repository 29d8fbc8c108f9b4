import { z } from 'zod'
import type { Listener } from '#platform/house/outbox.ts'
import { leaveAll } from './leaving/index.ts'

const died = z.object({ id: z.string() })

/** Whoever has died is asked for nothing any more: teams and posts end with the registration. */
export const volunteersPassAway: Listener = {
  name: 'volunteering.volunteers_pass_away',
  hears: 'people.died',
  hear: async (ctx, event) => {
    await leaveAll(ctx, died.parse(event.data).id, '离世')
  },
}
