import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { hasLeft, notAVolunteer } from './words.ts'

/** A person of the actor's scope: volunteers are the people one looks after. */
export async function personOf(ctx: Ctx, personId: string) {
  const person = await ctx.db
    .selectFrom('person')
    .select(['id', 'name', 'status', 'birth_on', 'health', 'place_code'])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', personId)
    .where(rowsOf(ctx.actor, 'person'))
    .executeTakeFirst()
  ensure(person, notFound)
  return person
}

/** The registration of somebody, locked, where there is one. */
export async function registrationOf(ctx: Ctx, personId: string, lock = true) {
  const query = ctx.db
    .selectFrom('volunteer')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('person_id', '=', personId)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** Refuses somebody who is no volunteer today; answers who they are. `lock` keeps them one until the act is done. */
export async function ensureVolunteer(ctx: Ctx, personId: string, lock = true) {
  const person = await personOf(ctx, personId)
  const row = await registrationOf(ctx, personId, lock)
  ensure(row && row.left_on === null && person.status === 'living', () => notAVolunteer({ name: person.name }))
  return person
}

export async function lockVolunteer(ctx: Ctx, personId: string) {
  await personOf(ctx, personId)
  const row = await registrationOf(ctx, personId)
  ensure(row, notFound)
  ensure(row.left_on === null, hasLeft)
  return row
}
