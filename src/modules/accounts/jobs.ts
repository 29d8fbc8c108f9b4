import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { countiesOf, type Job } from '#platform/house/jobs.ts'
import { relativesJob } from './elder-access/index.ts'
import { UNUSED_DAYS } from './rules.ts'
import { endSessions } from './sessions/index.ts'

/** Before the office opens. */
const AT = { hour: 5, minute: 30 }

export const jobs: Job[] = [
  {
    task: 'accounts.disable_unused',
    daily: AT,
    run: async (house) => {
      for (const county of await countiesOf(house))
        await house.act({ system: county }, { readOnly: false }, disableUnused)
    },
  },
  relativesJob,
]

export async function disableUnused(ctx: Ctx): Promise<void> {
  const since = new Date(ctx.now.getTime() - UNUSED_DAYS * 86_400_000).toISOString()
  const disabled = await ctx.db
    .updateTable('account')
    .set({ status: 'disabled', disabled_at: ctx.now.toISOString() })
    .where('county', '=', ctx.actor.county)
    .where('status', '=', 'open')
    .where('kind', '=', 'staff')
    .where(sql<boolean>`greatest(last_signed_in_at, password_set_at, created_at) <= ${since}`)
    .returning('id')
    .execute()
  for (const { id } of disabled) {
    await endSessions(ctx, id)
    ctx.note({ action: 'accountDisabled', subject: id, detail: { days: UNUSED_DAYS } })
  }
}
