import { countiesOf, type Job } from '#platform/house/jobs.ts'
import { look } from './looking/index.ts'

/** Every night, when yesterday's books are whole. */
export const lookJob: Job = {
  task: 'bank.look_for_anomalies',
  daily: { hour: 5, minute: 20 },
  run: async (house) => {
    for (const system of await countiesOf(house))
      await house.act({ system }, { readOnly: false }, async (ctx) => {
        const { raised, grown } = await look(ctx)
        ctx.note({ action: 'bank.looked', kind: 'bank', detail: { raised, grown } })
      })
  },
}
