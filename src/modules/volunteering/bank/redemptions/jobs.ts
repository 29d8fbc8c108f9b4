import { countiesOf, type Job } from '#platform/house/jobs.ts'
import { EXPIRE, expireCodes } from '../redeeming/index.ts'

/** Asked for with each code for the moment it ends; once a day also for what a server that was away then left behind. */
export const expireJob: Job = {
  task: EXPIRE,
  daily: { hour: 4, minute: 10 },
  run: async (house, payload) => {
    const counties = payload['county'] ? [Number(payload['county'])] : await countiesOf(house)
    for (const system of counties) while ((await house.act({ system }, { readOnly: false }, expireCodes)) > 0);
  },
}
