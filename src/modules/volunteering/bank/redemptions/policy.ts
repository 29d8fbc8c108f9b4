import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'

/** Points are their person's: who may not see the person finds neither wallet nor redemption. */
export async function ensureSeen(ctx: Ctx, personId: string): Promise<void> {
  const person = ctx.db.selectFrom('person').select('id').where('county', '=', ctx.actor.county)
  ensure(await person.where('id', '=', personId).where(rowsOf(ctx.actor, 'person')).executeTakeFirst(), notFound)
}

/** Whose redemption it is, where the actor may see them. */
export async function ensureSeenOf(ctx: Ctx, id: string): Promise<void> {
  const row = ctx.db.selectFrom('bank_redemption').select('person_id').where('county', '=', ctx.actor.county)
  const found = await row.where('id', '=', id).executeTakeFirst()
  ensure(found, notFound)
  await ensureSeen(ctx, found.person_id)
}
