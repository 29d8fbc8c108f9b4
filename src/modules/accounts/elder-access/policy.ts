import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'

export type ActsAs = 'self' | 'family'

/** As whom the one who asks may do this person's affairs today, brought into scope; null where there is no authority. */
export async function authorityFor(ctx: Ctx, personId: string): Promise<ActsAs | null> {
  const { county, accountId } = ctx.actor
  const { rows } = await sql<{ as: ActsAs | null }>`
    select open_own(${county}, ${accountId}::uuid, ${personId}::uuid, ${ctx.now.toISOString()}::timestamptz) as "as"`.execute(
    ctx.db,
  )
  const as = rows[0]?.as
  if (!as) return null
  const scope = { all: false, places: [], units: [], people: [personId] }
  ctx.actor = { ...ctx.actor, scope, actingFor: { personId, as } }
  const person = ctx.db.selectFrom('person').select('status').where('county', '=', county).where('id', '=', personId)
  const found = await person.where(rowsOf(ctx.actor, 'person')).executeTakeFirst()
  // Nobody acts for the dead; what they leave is settled by the community.
  return found && ['living', 'moved_out'].includes(found.status) ? as : null
}

/**
 * Lets the one who asks do this person's affairs in this request: their own, or those of somebody they act for today. Nobody else's row comes
 * into scope, and without authority the person is not found. Every act from here on is noted with whose affairs it was.
 */
export async function actingFor(ctx: Ctx, personId: string): Promise<{ as: ActsAs }> {
  const as = await authorityFor(ctx, personId)
  ensure(as, notFound)
  return { as }
}

const ofWorker = (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('person')
    .select(['id', 'name', 'status'])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .where(rowsOf(ctx.actor, 'person'))

type Seen = { id: string; name: string; status: string }

/** The person through the worker's scope. */
export async function seePerson(ctx: Ctx, id: string): Promise<Seen> {
  const row = await ofWorker(ctx, id).executeTakeFirst()
  ensure(row, notFound)
  return row
}

/** The same, locked: two clerks do not open access twice. */
export async function lockPerson(ctx: Ctx, id: string): Promise<Seen> {
  const row = await ofWorker(ctx, id).forNoKeyUpdate().executeTakeFirst()
  ensure(row, notFound)
  return row
}
