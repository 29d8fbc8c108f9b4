import { randomInt } from 'node:crypto'
import type { Ctx } from '#platform/ctx.ts'
import { CODE_DIGITS } from './rules.ts'

/** A code is good at one counter: its digest holds the partner too. */
export function codeIndex(ctx: Ctx, partnerId: string, code: string): Buffer {
  return ctx.vault.index('bank code', `${partnerId} ${code}`)
}

/** A code that no other redemption waits under at this counter. */
export async function freshCode(ctx: Ctx, partnerId: string): Promise<{ code: string; index: Buffer }> {
  for (;;) {
    const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')
    const index = codeIndex(ctx, partnerId, code)
    const taken = await ctx.db
      .selectFrom('bank_redemption')
      .select('id')
      .where('county', '=', ctx.actor.county)
      .where('partner_id', '=', partnerId)
      .where('code_index', '=', index)
      .executeTakeFirst()
    if (!taken) return { code, index }
  }
}
