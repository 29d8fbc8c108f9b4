import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { hashOfToken } from '../../door/index.ts'
import { policyOf } from '../../security-policy/index.ts'
import { OWN_TERMS, type Stage, UNFINISHED_MINUTES } from '../rules.ts'

export type Entered = { stage: Stage; endedElsewhere: number }

/** Each stage has a token of its own: one that was seen before the second factor opens nothing after it. Beyond the county's number the oldest sessions are ended. */
export async function openSession(ctx: Ctx, accountId: string, stage: Stage): Promise<Entered> {
  const { county } = ctx.actor
  const { idleMinutes, sessionHours, sessionsEach, days } = await termsOf(ctx, accountId)
  await clearAway(ctx, accountId)
  const endedElsewhere = stage === 'complete' ? await makeRoom(ctx, accountId, sessionsEach - 1) : 0
  const token = randomBytes(32).toString('hex')
  const at = ctx.now.toISOString()
  const minutes = stage === 'complete' ? sessionHours * 60 : UNFINISHED_MINUTES
  const { address, agent } = ctx.call
  const row = { token_hash: hashOfToken(token), county, id: newId(ctx.now.getTime()), account_id: accountId, stage }
  const times = { started_at: at, seen_at: at, proven_at: at, idle_minutes: idleMinutes }
  await ctx.db
    .insertInto('session')
    .values({
      ...row,
      ...times,
      expires_at: new Date(ctx.now.getTime() + minutes * 60_000).toISOString(),
      address,
      agent,
    })
    .execute()
  if (stage === 'complete') await noteSignedIn(ctx, accountId)
  ctx.call.session = { token, days }
  return { stage, endedElsewhere }
}

type Terms = { idleMinutes: number; sessionHours: number; sessionsEach: number; days?: number }

/** Staff by the county's policy; elders and relatives for weeks on each of three devices: nobody of eighty-five types a code every morning. */
async function termsOf(ctx: Ctx, accountId: string): Promise<Terms> {
  const account = ctx.db.selectFrom('account').select('kind').where('county', '=', ctx.actor.county)
  const { kind } = await account.where('id', '=', accountId).executeTakeFirstOrThrow()
  return kind === 'own' ? OWN_TERMS : policyOf(ctx)
}

/** The session goes on under another token; the old one is worth nothing from here on. */
export async function carryOn(ctx: Ctx, accountId: string, stage: Stage): Promise<Entered> {
  const { county, sessionId } = ctx.actor
  await ctx.db.deleteFrom('session').where('county', '=', county).where('id', '=', sessionId).execute()
  return openSession(ctx, accountId, stage)
}

const sessionsOf = (ctx: Ctx, accountId: string) =>
  ctx.db.deleteFrom('session').where('county', '=', ctx.actor.county).where('account_id', '=', accountId)

async function clearAway(ctx: Ctx, accountId: string): Promise<void> {
  const at = ctx.now.toISOString()
  const isIdle = sql<boolean>`seen_at <= ${at}::timestamptz - make_interval(mins => idle_minutes)`
  await sessionsOf(ctx, accountId)
    .where((where) => where.or([where('expires_at', '<=', at), isIdle]))
    .execute()
  const told = ctx.db.deleteFrom('ended_session').where('county', '=', ctx.actor.county)
  await told.where('account_id', '=', accountId).where('expires_at', '<=', at).execute()
}

async function makeRoom(ctx: Ctx, accountId: string, kept: number): Promise<number> {
  const complete = ctx.db
    .selectFrom('session')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', accountId)
    .where('stage', '=', 'complete')
  const oldest = complete.orderBy('seen_at', 'desc').orderBy('id', 'desc').offset(kept)
  const ended = await sessionsOf(ctx, accountId)
    .where('id', 'in', oldest)
    .returning(['token_hash', 'county', 'account_id', 'expires_at'])
    .execute()
  const by = { ended_at: ctx.now.toISOString(), by_address: ctx.call.address }
  if (ended.length)
    await ctx.db
      .insertInto('ended_session')
      .values(ended.map((session) => ({ ...session, ...by })))
      .execute()
  return ended.length
}

/** A browser that signs in anew has been told; the token it came with opens nothing and says nothing from here on. */
export async function forgetToken(ctx: Ctx, token: string): Promise<void> {
  for (const table of ['session', 'ended_session'] as const)
    await ctx.db.deleteFrom(table).where('token_hash', '=', hashOfToken(token)).execute()
}

async function noteSignedIn(ctx: Ctx, accountId: string): Promise<void> {
  await ctx.db
    .updateTable('account')
    .set({ last_signed_in_at: ctx.now.toISOString() })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', accountId)
    .execute()
}

/** Signs an account out everywhere, except in the session that is named. */
export async function endSessions(ctx: Ctx, accountId: string, but: string | null = null): Promise<void> {
  const all = sessionsOf(ctx, accountId)
  await (but ? all.where('id', '!=', but) : all).execute()
}
