import { sql } from 'kysely'
import type { House } from './house.ts'
import { countiesOf, type Job } from './jobs.ts'

const KEPT_DAYS = 30

/** Takes away what everybody has heard and what nobody will ask about any more; returns how many events. What still waits is never touched. */
export async function sweepOutbox(house: House, county: number): Promise<number> {
  return house.act({ system: county }, { readOnly: false }, async (ctx) => {
    const until = new Date(ctx.now.getTime() - KEPT_DAYS * 24 * 3_600_000).toISOString()
    const gone = await ctx.db
      .deleteFrom('outbox')
      .where('county', '=', county)
      .where('delivered_at', '<', sql<string>`${until}::timestamptz`)
      .executeTakeFirst()
    return Number(gone.numDeletedRows)
  })
}

export const sweepJob: Job = {
  task: 'outbox.sweep',
  daily: { hour: 2, minute: 40 },
  run: async (house) => {
    for (const county of await countiesOf(house)) await sweepOutbox(house, county)
  },
}
