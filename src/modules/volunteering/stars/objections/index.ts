import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { isOneself } from '#platform/oneself.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { contract } from '../contract.ts'
import * as no from '../words.ts'

type Doors = typeof contract

/** Anybody may object, also without a name; what is said is written down as it is said. */
export async function objectToStar(
  ctx: Ctx,
  { id, raisedBy, words }: Input<Doors['objectToStar']>,
): Promise<Output<Doors['objectToStar']>> {
  const county = ctx.actor.county
  const query = ctx.db.selectFrom('star_award').select('status').where('county', '=', county).where('id', '=', id)
  const star = await query.forUpdate().executeTakeFirst()
  ensure(star, notFound)
  ensure(star.status === 'published', no.settled)
  const objectionId = newId(ctx.now.getTime())
  const said = { raised_by: raisedBy, words, raised_at: ctx.now.toISOString(), entered_by: ctx.actor.accountId }
  await ctx.db
    .insertInto('star_objection')
    .values({ county, id: objectionId, award_id: id, ...said })
    .execute()
  ctx.emit({ type: 'stars.objected', data: { objectionId, starId: id } })
  return { objectionId }
}

export async function openObjections(ctx: Ctx, awardId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('star_objection')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('county', '=', ctx.actor.county)
    .where('award_id', '=', awardId)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Upheld, the star is taken down with the answer as its reason; otherwise it stays and the answer is told. */
export async function answerObjection(
  ctx: Ctx,
  { id, answer, isUpheld }: Input<Doors['answerObjection']>,
): Promise<{ ok: true }> {
  const county = ctx.actor.county
  const query = ctx.db.selectFrom('star_objection').selectAll().where('county', '=', county).where('id', '=', id)
  const objection = await query.forUpdate().executeTakeFirst()
  ensure(objection, notFound)
  ensure(objection.answered_at === null, no.answeredBefore)
  ensure(!isOneself(ctx.actor, objection.entered_by), no.ownObjection)
  const stamp = { answered_by: ctx.actor.accountId, answered_at: ctx.now.toISOString() }
  await ctx.db
    .updateTable('star_objection')
    .set({ answer, is_upheld: isUpheld, ...stamp })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute()
  if (isUpheld)
    await ctx.db
      .updateTable('star_award')
      .set({ status: 'withdrawn', reason: answer })
      .where('county', '=', county)
      .where('id', '=', objection.award_id)
      .where('status', '=', 'published')
      .execute()
  ctx.emit({ type: 'stars.answered', data: { objectionId: id, isUpheld } })
  return { ok: true }
}
