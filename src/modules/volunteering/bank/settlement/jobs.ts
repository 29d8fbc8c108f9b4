import { officeDay } from '#platform/clock.ts'
import { countiesOf, type Job } from '#platform/house/jobs.ts'
import { draftMonth } from './drafting/index.ts'

/** On the first of each month the statements of the last are drawn up and wait for the partners. */
export const settleJob: Job = {
  task: 'bank.settle_month',
  daily: { hour: 8, minute: 30, dayOfMonth: 1 },
  run: async (house) => {
    for (const system of await countiesOf(house))
      await house.act({ system }, { readOnly: false }, async (ctx) => {
        const lastDay = new Date(Date.parse(`${officeDay(ctx.now).slice(0, 7)}-01T00:00:00Z`) - 86_400_000)
        await draftMonth(ctx, `${lastDay.toISOString().slice(0, 7)}-01`)
      })
  },
}
