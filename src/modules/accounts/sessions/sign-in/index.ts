import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Call, Ctx } from '#platform/ctx.ts'
import type { House } from '#platform/house/house.ts'
import { ensure } from '#platform/refuse.ts'
import { hashOfToken } from '../../door/index.ts'
import { fitsPassword } from '../../passwords/index.ts'
import { newThrottle } from '../../throttle/index.ts'
import type { contract } from '../contract.ts'
import { ADDRESS_TRIES, chargeTry, LOCK_MINUTES } from '../rules.ts'
import { openSession } from '../service.ts'
import { countyNeeded, nameLocked, tooManyTries, wrongSignIn } from '../words.ts'

type Asked = Input<typeof contract.signIn>
type Answer = Output<typeof contract.signIn>
type Opened = { id: string; hash: string; mustChange: boolean }
type Turn = {
  county: number
  isLocked: boolean
  account: { id: string; hash: string; mustChange: boolean } | undefined
}

export type SignIn = (asked: Asked, call: Call, formerToken?: string) => Promise<Answer>

/**
 * Signing in takes two short transactions with the hashing between them, so that no connection waits for it and a wrong try stays
 * counted. Known, unknown and closed names take the same way: the same statements, one hash, one sentence.
 */
export function newSignIn(house: House): SignIn {
  const addresses = newThrottle(ADDRESS_TRIES, LOCK_MINUTES)
  return async (asked, call, formerToken) => {
    const address = call.address ?? ''
    ensure(addresses.charge(address, house.clock()), tooManyTries)
    const { county, isLocked, account } = await house.act('nobody', { readOnly: false }, (ctx) => takeTurn(ctx, asked))
    const fits = !isLocked && (await fitsPassword(asked.password, account?.hash))
    if (!account || !fits) {
      await house.act({ system: county }, { readOnly: false }, async (ctx) => {
        ctx.note({ action: 'signInFailed', subject: account?.id, detail: { address, isLocked } })
      })
      throw isLocked ? nameLocked() : wrongSignIn()
    }
    await house.act({ county, account: account.id }, { readOnly: false, call }, async (ctx) => {
      await enter(ctx, account, { login: asked.login, formerToken })
      ctx.note({ action: 'signIn', subject: account.id, detail: { address } })
    })
    addresses.refund(address)
    return { mustChangePassword: account.mustChange }
  }
}

/** Counts the try against the name, then looks whose name it is. */
async function takeTurn(ctx: Ctx, asked: Asked): Promise<Turn> {
  const county = await countyOf(ctx, asked.county)
  const isLocked = await isNameLocked(ctx, county, ctx.vault.index('sign-in', asked.login))
  const account = await ctx.db
    .selectFrom('account')
    .select(['id', 'password_hash as hash', 'must_change_password as mustChange'])
    .where('county', '=', county)
    .where('login', '=', asked.login)
    .where('status', '=', 'open')
    .executeTakeFirst()
  return { county, isLocked, account }
}

async function countyOf(ctx: Ctx, asked: number | undefined): Promise<number> {
  const counties = await ctx.db.selectFrom('county').select(['county', 'name']).orderBy('county').execute()
  const [first] = counties
  ensure(first, wrongSignIn)
  const chosen = counties.length === 1 ? first : counties.find(({ county }) => county === asked)
  ensure(chosen, () => countyNeeded({ counties }))
  return chosen.county
}

const DAY_MS = 86_400_000

async function isNameLocked(ctx: Ctx, county: number, login_index: Buffer): Promise<boolean> {
  const now = ctx.now
  await ctx.db
    .deleteFrom('sign_in_try')
    .where('last_at', '<', new Date(now.getTime() - DAY_MS).toISOString())
    .execute()
  const untried = { county, login_index, count: 0, last_at: now.toISOString() }
  await ctx.db
    .insertInto('sign_in_try')
    .values(untried)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await ctx.db
    .selectFrom('sign_in_try')
    .select(['count', 'last_at', 'locked_until'])
    .where('county', '=', county)
    .where('login_index', '=', login_index)
    .forUpdate()
    .executeTakeFirst()
  const before = row && {
    count: row.count,
    lastAt: new Date(row.last_at),
    lockedUntil: row.locked_until ? new Date(row.locked_until) : null,
  }
  const after = chargeTry(before, now)
  if (!after) return true
  const set = { count: after.count, last_at: now.toISOString(), locked_until: after.lockedUntil?.toISOString() ?? null }
  await ctx.db
    .updateTable('sign_in_try')
    .set(set)
    .where('county', '=', county)
    .where('login_index', '=', login_index)
    .execute()
  return false
}

type Browser = { login: string; formerToken: string | undefined }

/**
 * Opens the session, if the password that was just judged is still the account's: a reset meanwhile wins. The tries are forgotten,
 * and the browser's former session is ended: a token planted before signing in opens nothing after it.
 */
async function enter(ctx: Ctx, { id, hash }: Opened, { login, formerToken }: Browser): Promise<void> {
  const { county } = ctx.actor
  const open = ctx.db.selectFrom('account').select('id').where('county', '=', county).where('id', '=', id)
  const same = open.where('status', '=', 'open').where('password_hash', '=', hash)
  ensure(await same.forNoKeyUpdate().executeTakeFirst(), wrongSignIn)
  await forgetTries(ctx, login)
  if (formerToken) await ctx.db.deleteFrom('session').where('token_hash', '=', hashOfToken(formerToken)).execute()
  await openSession(ctx, id)
  const set = { last_signed_in_at: ctx.now.toISOString() }
  await ctx.db.updateTable('account').set(set).where('county', '=', county).where('id', '=', id).execute()
}

export async function forgetTries(ctx: Ctx, login: string): Promise<void> {
  const index = ctx.vault.index('sign-in', login)
  await ctx.db
    .deleteFrom('sign_in_try')
    .where('county', '=', ctx.actor.county)
    .where('login_index', '=', index)
    .execute()
}

/** Until when each of these names is locked. */
export async function locksOf(ctx: Ctx, logins: readonly string[]): Promise<Map<string, string>> {
  const names = new Map(logins.map((login) => [ctx.vault.index('sign-in', login).toString('hex'), login]))
  if (!names.size) return new Map()
  const rows = await ctx.db
    .selectFrom('sign_in_try')
    .select([sql<string>`encode(login_index, 'hex')`.as('index'), 'locked_until'])
    .where('county', '=', ctx.actor.county)
    .where(
      'login_index',
      'in',
      [...names.keys()].map((hex) => Buffer.from(hex, 'hex')),
    )
    .where('locked_until', '>', ctx.now.toISOString())
    .execute()
  return new Map(rows.map((row) => [names.get(row.index) ?? '', row.locked_until ?? '']))
}
