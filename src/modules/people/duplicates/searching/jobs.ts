import { z } from 'zod'
import type { Job } from '#platform/house/jobs.ts'
import { searchDuplicates } from './service.ts'

export const searchTask = 'people.search_duplicates'

const asked = z.object({ county: z.int() })

/** After a roster came in. A search that is running already makes it fail, and so come again later, when the roster's last rows are in. */
export const searchJobs: Job[] = [
  {
    task: searchTask,
    run: async (house, payload) => {
      const { county } = asked.parse(payload)
      await house.act({ system: county }, { readOnly: false }, (ctx) => searchDuplicates(ctx, {}))
    },
  },
]
