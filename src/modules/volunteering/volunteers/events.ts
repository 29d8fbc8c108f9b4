import { z } from 'zod'
import type { Listener } from '#platform/house/outbox.ts'
import { leaveAll } from './leaving/index.ts'
import { comeBack, WITH_LIFE } from './returning/index.ts'

const about = z.object({ id: z.string() })

/** Whoever has died is asked for nothing any more: teams and posts end with the registration. */
export const volunteersPassAway: Listener = {
  name: 'volunteering.volunteers_pass_away',
  hears: 'people.died',
  hear: async (ctx, event) => {
    await leaveAll(ctx, about.parse(event.data).id, WITH_LIFE)
  },
}

/** A death taken back gives back what ended with it. */
export const volunteersComeBack: Listener = {
  name: 'volunteering.volunteers_come_back',
  hears: 'people.restored',
  hear: (ctx, event) => comeBack(ctx, about.parse(event.data).id),
}
