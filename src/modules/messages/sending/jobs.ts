import type { Ctx } from '#platform/ctx.ts'
import type { Job } from '#platform/house/jobs.ts'
import { newId } from '#platform/ids.ts'
import { type Post, postFor } from '../gateway/index.ts'
import { nextTry, partsOf } from '../rules.ts'
import { quietOf } from '../settings/index.ts'
import { DELIVER, requestDelivery } from '../telling/index.ts'
import { type Claimed, claim, forget } from './claim.ts'

/** Sends what is due: each message is claimed, given to the gateway outside any transaction, and its outcome written down. Begun twice it sends nothing twice. */
export function deliverJobFor(isTrial: boolean): Job {
  const post = postFor(isTrial)
  return {
    task: DELIVER,
    run: async (house, payload) => {
      const system = Number(payload['county'])
      for (;;) {
        const claimed = await house.act({ system }, { readOnly: false }, claim)
        if (claimed === null) return
        for (const one of claimed) {
          const answer = await post(one.gateway, one.letter)
          await house.act({ system }, { readOnly: false }, (ctx) => record(ctx, one, answer))
        }
      }
    },
  }
}

async function record(ctx: Ctx, one: Claimed, answer: Awaited<ReturnType<Post>>): Promise<void> {
  const { outcome, reference, fault } = answer
  const parts = outcome === 'sent' ? (answer.parts ?? partsOf(`【${one.gateway.sign}】${one.letter.text}`)) : 0
  const row = { county: ctx.actor.county, message_id: one.letter.id, outcome, parts, reference, fault }
  await ctx.db
    .insertInto('message_sending')
    .values({ ...row, id: newId(ctx.now.getTime()), at: ctx.now.toISOString() })
    .execute()
  const again = outcome === 'unreachable' ? nextTry(ctx.now, one.tries + 1, await quietOf(ctx)) : null
  await ctx.db
    .updateTable('message')
    .set({ ...becoming(ctx, one, { outcome, again }), tries: one.tries + 1, parts, claimed_until: null })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', one.letter.id)
    .where('status', '=', 'waiting')
    .execute()
  if (again) requestDelivery(ctx, again)
  else if (one.kind === 'code') await forget(ctx, one.letter.id)
}

type Came = { outcome: string; again: Date | null }

/** Sent; tried again; or, when that is no use, brought on paper — but a one-time code is worth nothing on paper. */
function becoming(ctx: Ctx, { kind }: Claimed, { outcome, again }: Came) {
  const now = ctx.now.toISOString()
  if (outcome === 'sent') return { status: 'sent', due_at: null, done_at: now }
  if (again) return { due_at: again.toISOString() }
  if (kind === 'code') return { status: 'withheld', why: 'failed', due_at: null, done_at: now }
  return { status: 'to_print', way: 'paper', why: 'failed', due_at: null }
}
