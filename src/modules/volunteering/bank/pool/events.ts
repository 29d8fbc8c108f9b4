import { sql } from 'kysely'
import { z } from 'zod'
import type { Listener } from '#platform/house/outbox.ts'

const erased = z.object({ ids: z.array(z.string()) })

/** Why somebody was in need goes with them; that the pool gave, and how much, stays. 个人信息保护法 第四十七条. */
export const grantsForget: Listener = {
  name: 'bank.grants_forget',
  hears: 'people.erased',
  hear: async (ctx, event) => {
    const { ids } = erased.parse(event.data)
    const county = ctx.actor.county
    const theirs = sql`(select id from bank_grant where county = ${county} and taker_id = any (${ids}::uuid[]))`
    await sql`update bank_grant set reason_sealed = ${ctx.vault.seal('（已删除）')} where county = ${county} and id in ${theirs}`.execute(
      ctx.db,
    )
    await sql`update bank_request set reason = '（已删除）' where county = ${county} and kind = 'grant_reversal' and subject_id in ${theirs}`.execute(
      ctx.db,
    )
  },
}
