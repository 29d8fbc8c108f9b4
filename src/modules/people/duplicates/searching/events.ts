import { z } from 'zod'
import type { Listener } from '#platform/house/outbox.ts'
import { searchTask } from './jobs.ts'
import { lookAgain } from './service.ts'

/** More than this at once, and one search through everybody is cheaper; a roster's many messages ask for one and the same. */
const FEW = 20

const registered = z.object({ ids: z.array(z.uuid()) })
const changed = z.object({ id: z.uuid(), fields: z.array(z.string()) })

/** What tells people apart: a change of anything else suggests no new pair. */
const telling = new Set(['name', 'formerName', 'birthOn', 'gender', 'idNumber', 'unitText', 'unit', 'phones'])

export const duplicatesAreLookedFor: Listener[] = [
  {
    name: 'people.duplicates_of_registered',
    hears: 'people.registered',
    hear: async (ctx, event) => {
      const { ids } = registered.parse(event.data)
      if (ids.length <= FEW) await lookAgain(ctx, ids)
      else ctx.enqueue({ task: searchTask, payload: {}, key: `${searchTask}:${ctx.actor.county}` })
    },
  },
  {
    name: 'people.duplicates_of_changed',
    hears: 'people.changed',
    hear: async (ctx, event) => {
      const { id, fields } = changed.parse(event.data)
      if (fields.some((field) => telling.has(field))) await lookAgain(ctx, [id])
    },
  },
]
