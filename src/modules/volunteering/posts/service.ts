import { sql } from 'kysely'
import { ageOf } from '#modules/people/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { postKinds } from '../codes/index.ts'
import { holdsPlace } from '../policy.ts'
import { ensureVolunteer } from '../volunteers/index.ts'
import type { contract } from './contract.ts'
import { lockPost } from './policy.ts'
import { holdingsOf, lineOf, linesOf, matching } from './rows/index.ts'
import { MOST_POSTS, strengthForPost } from './rules.ts'
import * as no from './words.ts'

type Doors = typeof contract
type In<K extends keyof Doors> = Input<Doors[K]>
type Out<K extends keyof Doors> = Promise<Output<Doors[K]>>

async function listPosts(ctx: Ctx, { offset, limit, ...asked }: In<'listPosts'>): Out<'listPosts'> {
  const found = linesOf(ctx).where(matching(asked))
  const counted = found.clearSelect().select(sql<number>`count(*)::int`.as('total'))
  const { total } = await counted.executeTakeFirstOrThrow()
  const rows = await found.orderBy('g.place_code').orderBy('g.id').offset(offset).limit(limit).execute()
  return { items: rows.map((row) => lineOf(ctx, row)), total }
}

async function readPost(ctx: Ctx, { id }: In<'readPost'>): Out<'readPost'> {
  const row = await linesOf(ctx).where('g.id', '=', id).executeTakeFirst()
  ensure(row, notFound)
  return { ...lineOf(ctx, row), holdings: await holdingsOf(ctx, id) }
}

export async function openPost(ctx: Ctx, asked: In<'openPost'>): Out<'openPost'> {
  const { kind, placeCode, duties, intensity } = asked
  const county = ctx.actor.county
  const places = ctx.db.selectFrom('place').select('level').where('county', '=', county).where('code', '=', placeCode)
  // The place is locked, so that of two who open a post there at once the second finds the first.
  const place = await places.where('valid_to', 'is', null).forUpdate().executeTakeFirst()
  ensure(place, notFound)
  ensure(holdsPlace(ctx.actor, placeCode), no.outsideArea)
  const { level } = postKinds[kind]
  ensure(place.level === level, () => no.wrongPlace({ level }))
  const there = await linesOf(ctx)
    .where('g.place_code', '=', placeCode)
    .where('g.closed_on', 'is', null)
    .executeTakeFirst()
  ensure(!there, no.openBefore)
  const postId = newId(ctx.now.getTime())
  const said = { opened_on: officeDay(ctx.now), created_by: ctx.actor.accountId, created_at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('grid_post')
    .values({ county, id: postId, kind, place_code: placeCode, duties, intensity, ...said })
    .execute()
  return { postId }
}

type Claim = { intensity: number; personId: string; lock: boolean }

async function judge(ctx: Ctx, { intensity, personId, lock }: Claim) {
  const person = await ensureVolunteer(ctx, personId, lock)
  const { rows } = await sql<{ posts: number }>`select count(*)::int as posts from post_holding
    where county = ${ctx.actor.county} and person_id = ${personId} and upper_inf(during)`.execute(ctx.db)
  const age = ageOf(person.birth_on, officeDay(ctx.now))
  return {
    ...strengthForPost({ intensity, age, health: person.health }),
    posts: rows[0]?.posts ?? 0,
  }
}

async function judgeClaim(ctx: Ctx, { id, personId }: In<'judgeClaim'>): Out<'judgeClaim'> {
  const post = await linesOf(ctx).where('g.id', '=', id).executeTakeFirst()
  ensure(post, notFound)
  return judge(ctx, { intensity: post.intensity, personId, lock: false })
}

export async function claimPost(ctx: Ctx, { id, personId, since, consentBy }: In<'claimPost'>): Out<'claimPost'> {
  const post = await lockPost(ctx, id)
  const line = await linesOf(ctx).where('g.id', '=', id).executeTakeFirstOrThrow()
  ensure(line.holding_id === null, () => no.taken({ name: line.holder ?? '其他社区的老同志' }))
  const { outcome, reasons, posts } = await judge(ctx, { intensity: post.intensity, personId, lock: true })
  ensure(posts < MOST_POSTS, () => no.tooMany({ most: MOST_POSTS }))
  const why = { reasons: reasons.map(({ zh }) => zh).join('；'), reasonsEn: reasons.map(({ en }) => en).join('; ') }
  ensure(outcome !== 'refuse', () => no.beyondStrength(why))
  ensure(outcome !== 'consent' || consentBy, () => no.consentNeeded(why))
  const holdingId = newId(ctx.now.getTime())
  const held = { post_id: id, person_id: personId, during: `[${since ?? officeDay(ctx.now)},)`, consent_by: consentBy }
  const said = { strength: outcome, claimed_by: ctx.actor.accountId, claimed_at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('post_holding')
    .values({ county: ctx.actor.county, id: holdingId, ...held, ...said })
    .execute()
  ctx.emit({ type: 'volunteering.post_claimed', data: { postId: id, personId } })
  return { holdingId, strength: outcome }
}

async function resignPost(ctx: Ctx, { id, reason }: In<'resignPost'>): Out<'resignPost'> {
  await lockPost(ctx, id)
  const { rows } = await sql<{ personId: string }>`update post_holding
      set during = daterange(lower(during), greatest(${officeDay(ctx.now)}::date, lower(during) + 1)), reason = ${reason},
          ended_by = ${ctx.actor.accountId}::uuid, ended_at = ${ctx.now.toISOString()}
    where county = ${ctx.actor.county} and post_id = ${id} and upper_inf(during)
    returning person_id as "personId"`.execute(ctx.db)
  ensure(rows.length, no.notHeld)
  ctx.emit({ type: 'volunteering.post_resigned', data: { postId: id, personId: rows[0]?.personId } })
  return { ok: true }
}

async function closePost(ctx: Ctx, { id, reason }: In<'closePost'>): Out<'closePost'> {
  await lockPost(ctx, id)
  const line = await linesOf(ctx).where('g.id', '=', id).executeTakeFirstOrThrow()
  ensure(line.holding_id === null, () => no.taken({ name: line.holder ?? '其他社区的老同志' }))
  await ctx.db
    .updateTable('grid_post')
    .set({ closed_on: officeDay(ctx.now), reason })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
  return { ok: true }
}

export const service: Service<Doors> = { listPosts, readPost, openPost, judgeClaim, claimPost, resignPost, closePost }
