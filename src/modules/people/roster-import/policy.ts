import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { ImportBatch } from '#platform/db/tables.ts'
import { ensure, notFound } from '#platform/refuse.ts'

/** A batch through the reader's scope: one's own, or any for those who apply imports for the whole county. */
export async function loadBatch(ctx: Ctx, id: string, lock = false): Promise<Selectable<ImportBatch>> {
  const query = ctx.db
    .selectFrom('import_batch')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
  const scoped = seesEveryBatch(ctx) ? query : query.where('created_by', '=', ctx.actor.accountId)
  const row = await (lock ? scoped.forUpdate() : scoped).executeTakeFirst()
  ensure(row, notFound)
  return row
}

/** A roster may name anybody, so only who applies rosters for the whole county sees those of others. */
export function seesEveryBatch({ actor }: Ctx): boolean {
  return actor.kind === 'system' || (actor.permissions.has('import.apply') && actor.scope.all)
}

/** Whether a batch is the actor's own paper: they hold it in their hands, so nothing in it is kept from them. */
export function isBringer({ actor }: Ctx, batch: { created_by: string | null }): boolean {
  return actor.kind === 'system' || (actor.accountId !== null && batch.created_by === actor.accountId)
}
