import { randomBytes } from 'node:crypto'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound, signedOut } from '#platform/refuse.ts'
import { hashOfToken } from '../door/index.ts'
import { grantsOf } from '../grants/index.ts'
import { fitsPassword, hashPassword } from '../passwords/index.ts'
import { IDLE_MINUTES, SESSION_HOURS } from '../rules.ts'
import { newThrottle } from '../throttle/index.ts'
import type { contract } from './contract.ts'
import { LOCK_MINUTES, WRONG_TRIES, weaknessesOf } from './rules.ts'
import { oldPasswordWrong, samePassword, tooManyTries, weakPassword } from './words.ts'

type Doors = Omit<typeof contract, 'signIn'>
const done = { ok: true } as const

/** The last instant at which a session was seen, if it is to be open still. */
export const idleSince = (now: Date) => new Date(now.getTime() - IDLE_MINUTES * 60_000).toISOString()

/** Opens a session for the browser that asks, and clears away what the account left behind. */
export async function openSession(ctx: Ctx, accountId: string): Promise<void> {
  const { county } = ctx.actor
  const at = ctx.now.toISOString()
  const ended = ctx.db.deleteFrom('session').where('county', '=', county).where('account_id', '=', accountId)
  await ended
    .where((where) => where.or([where('expires_at', '<=', at), where('seen_at', '<=', idleSince(ctx.now))]))
    .execute()
  const token = randomBytes(32).toString('hex')
  const expires_at = new Date(ctx.now.getTime() + SESSION_HOURS * 3_600_000).toISOString()
  const { address, agent } = ctx.call
  const row = {
    token_hash: hashOfToken(token),
    county,
    id: newId(ctx.now.getTime()),
    account_id: accountId,
    address,
    agent,
  }
  await ctx.db
    .insertInto('session')
    .values({ ...row, started_at: at, seen_at: at, expires_at })
    .execute()
  ctx.call.session = { token }
}

/** Signs an account out everywhere, except in the session that is named. */
export async function endSessions(ctx: Ctx, accountId: string, but: string | null = null): Promise<void> {
  const all = ctx.db.deleteFrom('session').where('county', '=', ctx.actor.county).where('account_id', '=', accountId)
  await (but ? all.where('id', '!=', but) : all).execute()
}

async function signOut(ctx: Ctx): Promise<{ ok: true }> {
  const { county, sessionId } = ctx.actor
  if (sessionId) await ctx.db.deleteFrom('session').where('county', '=', county).where('id', '=', sessionId).execute()
  ctx.call.session = 'end'
  return done
}

/** The one who asks, as kept; jobs and the office itself have no account of their own. With `toChange` nobody changes it meanwhile. */
async function myAccount(ctx: Ctx, toChange = false) {
  const { county, accountId } = ctx.actor
  const query = ctx.db
    .selectFrom('account')
    .innerJoin('county', 'county.county', 'account.county')
    .select([
      'account.id',
      'login',
      'account.name',
      'lang',
      'must_change_password',
      'password_hash',
      'county.name as county_name',
    ])
    .where('account.county', '=', county)
    .where('account.id', '=', accountId)
  const row = await (toChange ? query.forNoKeyUpdate('account') : query).executeTakeFirst()
  ensure(row, signedOut)
  return row
}

async function whoAmI(ctx: Ctx): Promise<Output<Doors['whoAmI']>> {
  const mine = await myAccount(ctx)
  const { id, login, name, must_change_password: mustChangePassword } = mine
  const grants = (await grantsOf(ctx, [id])).filter((grant) => grant.isValid)
  return {
    account: { id, login, name, lang: mine.lang === 'en' ? 'en' : 'zh', mustChangePassword },
    county: { code: ctx.actor.county, name: mine.county_name },
    roles: [...new Set(grants.map((grant) => grant.role))],
    scope: [...new Set(grants.map((grant) => grant.where.name))],
    permissions: [...ctx.actor.permissions].sort(),
  }
}

// An unattended browser must not become a place to guess the password in.
const oldPasswordTries = newThrottle(WRONG_TRIES, LOCK_MINUTES)

async function changeMyPassword(ctx: Ctx, { old, fresh }: Input<Doors['changeMyPassword']>): Promise<{ ok: true }> {
  const mine = await myAccount(ctx, true)
  ensure(oldPasswordTries.charge(mine.id, ctx.now), tooManyTries)
  ensure(await fitsPassword(old, mine.password_hash), oldPasswordWrong)
  oldPasswordTries.refund(mine.id)
  ensure(old.normalize('NFKC') !== fresh.normalize('NFKC'), samePassword)
  const weaknesses = weaknessesOf(fresh, mine.login)
  ensure(weaknesses.length === 0, () => weakPassword({ weaknesses }))
  const password_hash = await hashPassword(fresh)
  const set = { password_hash, must_change_password: false, password_set_at: ctx.now.toISOString() }
  await ctx.db
    .updateTable('account')
    .set(set)
    .where('county', '=', ctx.actor.county)
    .where('id', '=', mine.id)
    .execute()
  await endSessions(ctx, mine.id, ctx.actor.sessionId)
  return done
}

async function changeMyLanguage(ctx: Ctx, { lang }: Input<Doors['changeMyLanguage']>): Promise<{ ok: true }> {
  const { county, accountId } = ctx.actor
  await ctx.db.updateTable('account').set({ lang }).where('county', '=', county).where('id', '=', accountId).execute()
  return done
}

async function myDevices(ctx: Ctx): Promise<Output<Doors['myDevices']>> {
  const rows = await ctx.db
    .selectFrom('session')
    .select(['id', 'started_at', 'seen_at', 'expires_at', 'address', 'agent'])
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', ctx.actor.accountId)
    .where('expires_at', '>', ctx.now.toISOString())
    .where('seen_at', '>', idleSince(ctx.now))
    .orderBy('seen_at', 'desc')
    .execute()
  const items = rows.map(({ id, started_at: startedAt, seen_at: seenAt, expires_at: expiresAt, address, agent }) => {
    return { id, startedAt, seenAt, expiresAt, address, agent, isThisOne: id === ctx.actor.sessionId }
  })
  return { items, total: items.length }
}

async function endSession(ctx: Ctx, { id }: Input<Doors['endSession']>): Promise<{ ok: true }> {
  const mine = ctx.db
    .deleteFrom('session')
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', ctx.actor.accountId)
  const [ended] = await mine.where('id', '=', id).execute()
  ensure(ended?.numDeletedRows, notFound)
  if (id === ctx.actor.sessionId) ctx.call.session = 'end'
  return done
}

export const service: Service<Doors> = {
  signOut,
  whoAmI,
  changeMyPassword,
  changeMyLanguage,
  myDevices,
  endSession,
}
