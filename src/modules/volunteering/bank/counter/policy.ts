import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { partnerOf } from '../partners/index.ts'
import { noCounter } from './words.ts'

/** Everything at a counter is its partner's, never another's. */
export async function counterOf(ctx: Ctx): Promise<string> {
  const partner = await partnerOf(ctx, ctx.actor.accountId)
  ensure(partner, noCounter)
  return partner
}
