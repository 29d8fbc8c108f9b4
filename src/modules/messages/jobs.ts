import { countiesOf, type Job } from '#platform/house/jobs.ts'
import { remindOfTomorrow } from './events.ts'
import { deliverJobFor } from './sending/index.ts'

const remindJob: Job = {
  task: 'messages.remind',
  daily: { hour: 9, minute: 30 },
  run: async (house) => {
    for (const system of await countiesOf(house)) await house.act({ system }, { readOnly: false }, remindOfTomorrow)
  },
}

/** `isTrial`: the gateway may stand on this machine, as in a test. */
export const jobsFor = (isTrial: boolean): Job[] => [deliverJobFor(isTrial), remindJob]
