import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { closeIfIdle } from '../cards/index.ts'
import type { contract } from '../contract.ts'
import { stateOf } from '../rules.ts'
import { authorityOver } from '../words.ts'

type Line = Output<typeof contract.readAccess>['family'][number]

/** Who acts for a person, and who did or asked to; those that stand first. */
export async function familyOf(ctx: Ctx, personId: string): Promise<Line[]> {
  const rows = await ctx.db
    .selectFrom('own_authority as f')
    .innerJoin('account as a', (on) => on.onRef('a.county', '=', 'f.county').onRef('a.id', '=', 'f.account_id'))
    .leftJoin('own_account as o', (on) =>
      on.onRef('o.county', '=', 'f.county').onRef('o.account_id', '=', 'f.account_id'),
    )
    .select(['f.id', 'a.name', 'f.relation', 'o.mobile_tail as mobileTail', 'f.until', 'f.asked_at as askedAt'])
    .select(['f.confirmed_at as confirmedAt', 'f.ended_at as endedAt'])
    .select(sql<Line['confirmedAs']>`f.confirmed_as`.as('confirmedAs'))
    .select(sql<Line['endReason']>`f.end_reason`.as('endReason'))
    .where('f.county', '=', ctx.actor.county)
    .where('f.person_id', '=', personId)
    .where('f.kind', '=', 'family')
    .orderBy(sql`f.ended_at is not null`)
    .orderBy('f.asked_at', 'desc')
    .execute()
  const today = officeDay(ctx.now)
  return rows.map((row) => ({ ...row, relation: row.relation ?? '', state: stateOf(row, today) }))
}

type Wanted = { accountId: string; personId: string; relation: string | null; until?: string | null }
type Word = 'elder' | 'community' | null

/** Writes whose affairs an account may do; without a word it waits for one. */
export async function writeAuthority(ctx: Ctx, wanted: Wanted, word: Word): Promise<string> {
  const id = newId(ctx.now.getTime())
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('own_authority')
    .values({
      county: ctx.actor.county,
      id,
      account_id: wanted.accountId,
      person_id: wanted.personId,
      kind: wanted.relation === null ? 'self' : 'family',
      relation: wanted.relation,
      until: wanted.until ?? null,
      asked_at: at,
      ...(word ? { confirmed_at: at, confirmed_by: ctx.actor.accountId, confirmed_as: word } : {}),
    })
    .execute()
  return id
}

/** An authority that stands, of this account for this person. */
export function standing(ctx: Ctx, accountId: string, personId: string) {
  return ctx.db
    .selectFrom('own_authority')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

type Named = { personId: string; authorityId: string }

async function lockAuthority(ctx: Ctx, { personId, authorityId }: Named) {
  const row = await ctx.db
    .selectFrom('own_authority')
    .select(['id', 'account_id', 'confirmed_at', 'ended_at'])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('kind', '=', 'family')
    .forUpdate()
    .executeTakeFirst()
  ensure(row, notFound)
  return row
}

/** The account of a relative who acts, or has asked to. */
export async function accountThatActs(ctx: Ctx, named: Named): Promise<string> {
  const row = await lockAuthority(ctx, named)
  ensure(row.ended_at === null, authorityOver)
  return row.account_id
}

/** Puts in force what a relative asked for. */
export async function confirm(ctx: Ctx, named: Named, word: 'elder' | 'community'): Promise<void> {
  const row = await lockAuthority(ctx, named)
  ensure(row.ended_at === null && row.confirmed_at === null, authorityOver)
  await change(ctx, row.id, {
    confirmed_at: ctx.now.toISOString(),
    confirmed_by: ctx.actor.accountId,
    confirmed_as: word,
  })
}

/** Withdraws it, or refuses what was asked; from the next request on the relative does not find the person. */
export async function end(ctx: Ctx, named: Named): Promise<void> {
  const row = await lockAuthority(ctx, named)
  ensure(row.ended_at === null, authorityOver)
  await endOne(ctx, row.id, row.confirmed_at === null ? 'refused' : 'withdrawn')
  await closeIfIdle(ctx, row.account_id)
}

export async function endOne(ctx: Ctx, id: string, reason: 'withdrawn' | 'refused'): Promise<void> {
  await change(ctx, id, { ended_at: ctx.now.toISOString(), ended_by: ctx.actor.accountId, end_reason: reason })
}

async function change(ctx: Ctx, id: string, set: Record<string, string | null>): Promise<void> {
  await ctx.db
    .updateTable('own_authority')
    .set(set)
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}
