import { z } from 'zod'
import type { Job } from '#platform/house/jobs.ts'
import { searchInTurn } from './service.ts'

export const searchTask = 'people.search_duplicates'

const asked = z.object({ county: z.int() })

export const searchJobs: Job[] = [
  {
    task: searchTask,
    run: async (house, payload) => {
      const { county } = asked.parse(payload)
      await house.act({ system: county }, { readOnly: false }, searchInTurn)
    },
  },
]
