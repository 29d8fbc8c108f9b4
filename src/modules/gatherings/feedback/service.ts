import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { linesOf } from '../rows/index.ts'
import type { contract } from './contract.ts'
import { givenBefore, wasNotThere } from './words.ts'

type Doors = typeof contract
type Items = Output<Doors['listFeedback']>['items']

async function listFeedback(ctx: Ctx, { id }: Input<Doors['listFeedback']>): Promise<Output<Doors['listFeedback']>> {
  ensure(await linesOf(ctx).where('g.id', '=', id).executeTakeFirst(), notFound)
  const rows = await ctx.db
    .selectFrom('gathering_feedback as f')
    .innerJoin('person as p', (on) => on.onRef('p.county', '=', 'f.county').onRef('p.id', '=', 'f.person_id'))
    .leftJoin('account as a', (on) => on.onRef('a.county', '=', 'f.county').onRef('a.id', '=', 'f.given_by'))
    .select(['f.id', 'f.person_id as personId', 'p.name', 'p.secret', 'f.stars', 'f.words_sealed', 'a.name as by'])
    .select(['f.given_at as givenAt', sql<Items[number]['onBehalf']>`f.on_behalf`.as('onBehalf')])
    .where('f.county', '=', ctx.actor.county)
    .where('f.gathering_id', '=', id)
    .where(rowsOf(ctx.actor, 'p'))
    .orderBy('f.given_at')
    .orderBy('f.id')
    .execute()
  const all = await ctx.db
    .selectFrom('gathering_feedback')
    .select([sql<number>`count(*)::int`.as('count'), sql<number | null>`round(avg(stars), 1)::float8`.as('average')])
    .where('county', '=', ctx.actor.county)
    .where('gathering_id', '=', id)
    .executeTakeFirstOrThrow()
  const items = rows.map(({ secret, words_sealed, ...row }) => ({
    ...row,
    words: words_sealed && secret ? ctx.vault.of(secret).open(words_sealed) : null,
  }))
  return { items, others: all.count - items.length, averageStars: all.average }
}

async function giveFeedback(ctx: Ctx, asked: Input<Doors['giveFeedback']>): Promise<{ ok: true }> {
  const { id, personId, stars, words, onBehalf } = asked
  const county = ctx.actor.county
  const person = await ctx.db
    .selectFrom('person')
    .select(['id', 'secret'])
    .where('county', '=', county)
    .where('id', '=', personId)
    .where(rowsOf(ctx.actor, 'person'))
    .executeTakeFirst()
  ensure(person, notFound)
  const came = await ctx.db
    .selectFrom('gathering_attendance')
    .select('id')
    .where('county', '=', county)
    .where('gathering_id', '=', id)
    .where('person_id', '=', personId)
    .where('minutes', 'is not', null)
    .executeTakeFirst()
  ensure(came, wasNotThere)
  const said = await ctx.db
    .insertInto('gathering_feedback')
    .values({
      county,
      id: newId(ctx.now.getTime()),
      gathering_id: id,
      person_id: personId,
      stars,
      words_sealed: words && person.secret ? ctx.vault.of(person.secret).seal(words) : null,
      on_behalf: onBehalf,
      given_by: ctx.actor.accountId,
      given_at: ctx.now.toISOString(),
    })
    .onConflict((conflict) => conflict.constraint('gathering_feedback_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  ensure(said, givenBefore)
  ctx.emit({ type: 'gatherings.feedback_given', data: { gatheringId: id, personId, stars, onBehalf } })
  return { ok: true }
}

export const service: Service<Doors> = { listFeedback, giveFeedback }
