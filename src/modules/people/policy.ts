import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { mergedAway } from './affiliations/words.ts'
import type { PersonRow } from './book/row.ts'

/** Loads one person through the reader's scope; outside it the person is not found. `lock` keeps others from changing the row meanwhile. */
export async function loadPerson(ctx: Ctx, id: string, lock = false): Promise<PersonRow> {
  const query = ctx.db
    .selectFrom('person')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .where(rowsOf(ctx.actor, 'person'))
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  ensure(row, notFound)
  return row
}

/** Loads and locks a person to work on. A record that was merged into another is kept for reading only. */
export async function loadForChange(ctx: Ctx, id: string): Promise<PersonRow> {
  const row = await loadPerson(ctx, id, true)
  ensure(row.merged_into === null, () => mergedAway({ into: row.merged_into ?? '' }))
  return row
}
