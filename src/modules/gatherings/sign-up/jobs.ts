import { countiesOf, type Job } from '#platform/house/jobs.ts'
import { gatheringsToOffer, offerPlaces } from './offers/index.ts'

/** An offer that nobody answered goes to the next who waits; each gathering in a step of its own, so that one in trouble holds up no other. */
export const offersJob: Job = {
  task: 'gatherings.offers',
  hourly: { minute: 7 },
  run: async (house) => {
    for (const county of await countiesOf(house)) {
      const due = await house.act({ system: county }, { readOnly: true }, gatheringsToOffer)
      for (const id of due) await house.act({ system: county }, { readOnly: false }, (ctx) => offerPlaces(ctx, id))
    }
  },
}
