import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'

/** Whoever reads the database cannot try out the few digits of a code: the fingerprint needs the key of the house. */
export const codeIndex = (ctx: Ctx, text: string): Buffer => ctx.vault.index('own-code', text)

type Fresh = { kind: 'phone' | 'family'; text: string; minutes: number; personId?: string }

/** Keeps a code for some minutes; those of yesterday go. */
export async function keepCode(ctx: Ctx, { kind, text, minutes, personId }: Fresh): Promise<string> {
  const county = ctx.actor.county
  const yesterday = new Date(ctx.now.getTime() - 86_400_000).toISOString()
  await ctx.db.deleteFrom('own_code').where('county', '=', county).where('until', '<', yesterday).execute()
  const until = new Date(ctx.now.getTime() + minutes * 60_000).toISOString()
  await ctx.db
    .insertInto('own_code')
    .values({
      county,
      id: newId(ctx.now.getTime()),
      kind,
      code_index: codeIndex(ctx, text),
      person_id: personId ?? null,
      made_by: ctx.actor.accountId,
      until,
    })
    .execute()
  return until
}
