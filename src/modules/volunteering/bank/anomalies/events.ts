import { sql } from 'kysely'
import { z } from 'zod'
import type { Listener } from '#platform/house/outbox.ts'

const erased = z.object({ ids: z.array(z.string()) })
const GONE = '（已删除）'

/** A reason or a measure may name whom it was about; that there was a finding, and how it was judged, stays. 个人信息保护法 第四十七条. */
export const findingsForget: Listener = {
  name: 'bank.findings_forget',
  hears: 'people.erased',
  hear: async (ctx, event) => {
    const { ids } = erased.parse(event.data)
    const theirs = sql`(select finding_id from bank_finding_record where county = ${ctx.actor.county} and person_id = any (${ids}::uuid[])
      union select id from bank_finding where county = ${ctx.actor.county} and person_id = any (${ids}::uuid[]))`
    await sql`update bank_finding set reason = ${GONE} where county = ${ctx.actor.county} and reason is not null and id in ${theirs}`.execute(
      ctx.db,
    )
    await sql`update bank_finding_step set words = ${GONE} where county = ${ctx.actor.county} and finding_id in ${theirs}`.execute(
      ctx.db,
    )
  },
}
