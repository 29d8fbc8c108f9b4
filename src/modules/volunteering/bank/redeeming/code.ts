import type { Ctx } from '#platform/ctx.ts'
import { CODE_DIGITS } from './rules.ts'

/** A code is good at one counter: its digest holds the partner too. */
export function codeIndex(ctx: Ctx, partnerId: string, code: string): Buffer {
  return ctx.vault.index('bank code', `${partnerId} ${code}`)
}

type Coded = { id: string; partner_id: string }
type Code = { code: string; index: Buffer }

/** Made from the redemption and the keys, which stand outside the database: it can be told again and is stored nowhere. */
function codeOf(ctx: Ctx, { id, partner_id }: Coded, turn: number): Code {
  const number = ctx.vault.index('bank code made', `${id} ${turn}`).readBigUInt64BE() % 10n ** BigInt(CODE_DIGITS)
  const code = String(number).padStart(CODE_DIGITS, '0')
  return { code, index: codeIndex(ctx, partner_id, code) }
}

/** A code that no redemption at this counter ever waited under, and not one that was given for this one before. */
export async function freshCode(ctx: Ctx, coded: Coded, former = -1): Promise<Code> {
  for (let turn = former + 1; ; turn++) {
    const made = codeOf(ctx, coded, turn)
    const taken = await ctx.db
      .selectFrom('bank_redemption')
      .select('id')
      .where('county', '=', ctx.actor.county)
      .where('partner_id', '=', coded.partner_id)
      .where('code_index', '=', made.index)
      .executeTakeFirst()
    if (!taken) return made
  }
}

/** More renewals than anybody waits for within the minutes of a code. */
const TURNS = 500

/** The code under which it waits, and which one that is. Undefined for one that was made by chance, before codes could be told again. */
export function currentCode(ctx: Ctx, row: Coded & { code_index: Buffer }): { code: string; turn: number } | undefined {
  for (let turn = 0; turn < TURNS; turn++) {
    const { code, index } = codeOf(ctx, row, turn)
    if (index.equals(row.code_index)) return { code, turn }
  }
  return undefined
}
