import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { House } from '#platform/house/house.ts'
import { ensure } from '#platform/refuse.ts'
import type { Visitor } from '../../door/judged.ts'
import { fitsPassword } from '../../passwords/index.ts'
import { isAdministrator, isVisitor } from '../../rules.ts'
import {
  addressNotAllowed,
  isPasswordOld,
  mayCome,
  policyOf,
  type SecurityPolicy,
} from '../../security-policy/index.ts'
import { type Charge, chargeTries, forgetTries, type Key, refundTry } from '../../throttle/index.ts'
import { isKnownBrowser, rememberBrowser } from '../browsers/index.ts'
import type { contract } from '../contract.ts'
import { type Entered, forgetToken, openSession } from '../opening/index.ts'
import { isHandOverOver, stageOf } from '../rules.ts'
import { limitsOf } from '../standing/index.ts'
import { codeOver, countyNeeded, nameLocked, tooManyTries, wrongSignIn } from '../words.ts'

type Asked = Input<typeof contract.signIn>
type Account = { id: string; hash: string; mustChange: boolean; setAt: Date; isEnrolled: boolean }
type Turn = {
  county: number
  policy: SecurityPolicy
  keys: readonly Key[]
  locked: Key['kind'] | undefined
  account: Account | undefined
  isOutsider: boolean
  /** Knocks from an address that the county does not let in. */
  isBarred: boolean
}

export type SignIn = (asked: Asked, visitor: Visitor) => Promise<Entered>

/** Two short transactions with the hashing between: no connection waits for it, and a wrong try stays counted. Known, unknown and closed names take the same way. */
export function newSignIn(house: House): SignIn {
  return async (asked, visitor) => {
    const { call } = visitor
    const turn = await house.act('nobody', { readOnly: false, call }, (ctx) => takeTurn(ctx, asked, visitor))
    const { county, account, locked } = turn
    const no = () => addressNotAllowed({ address: call.address ?? '?' })
    if (turn.isBarred) {
      await noteFailure(house, turn, { asked, visitor, code: addressNotAllowed.code })
      throw no()
    }
    const fits = !locked && (await fitsPassword(asked.password, account?.hash))
    if (!account || !fits) {
      await noteFailure(house, turn, { asked, visitor })
      throw locked === 'address' ? tooManyTries() : locked ? nameLocked() : wrongSignIn()
    }
    const entered = await house.act({ county, account: account.id }, { readOnly: false, call }, (ctx) =>
      enter(ctx, { ...turn, account }, visitor),
    )
    if (entered) return entered
    await noteFailure(house, turn, { asked, visitor, code: addressNotAllowed.code })
    throw no()
  }
}

type Tried = { asked: Asked; visitor: Visitor; code?: string }

/** What was typed as a name may be a password; the trail knows it by a fingerprint only. */
async function noteFailure(
  house: House,
  { county, account, locked }: Turn,
  { asked, visitor, code }: Tried,
): Promise<void> {
  const { call } = visitor
  await house.act({ system: county }, { readOnly: false, call }, async (ctx) => {
    const name = ctx.vault.index('audit-login', asked.login).toString('hex')
    const detail = { address: call.address, isLocked: locked !== undefined, name, ...(code ? { code } : {}) }
    ctx.note({ action: 'signInFailed', subject: account?.id, detail, result: 'failed' })
  })
}

/** Counts the try, then looks whose name it is. */
async function takeTurn(ctx: Ctx, asked: Asked, { call, browser }: Visitor): Promise<Turn> {
  const county = await countyOf(ctx, asked.county)
  const policy = await policyOf(ctx, county)
  const { address } = call
  const isLet = [false, true].some((administrator) => mayCome(policy, { address, isAdministrator: administrator }))
  // 互联网政务应用安全管理规定 第十九条 is about staff: a shop signs in from behind its counter. Whoever else knocks from outside is not told whether there is such a name.
  const isOutsider = !isLet && (await isOfOutsider(ctx, county, asked.login))
  if (!isLet && !isOutsider)
    return { county, policy, keys: [], locked: undefined, account: undefined, isOutsider, isBarred: true }
  const charges = await chargesOf(ctx, { county, login: asked.login, browser, policy })
  const locked = await chargeTries(ctx, county, charges)
  const row = await ctx.db
    .selectFrom('account')
    .leftJoin('second_factor', (on) =>
      on.onRef('second_factor.county', '=', 'account.county').onRef('second_factor.account_id', '=', 'account.id'),
    )
    .select(['id', 'password_hash as hash', 'must_change_password as mustChange', 'password_set_at', 'confirmed_at'])
    .where('account.county', '=', county)
    .where('login', '=', asked.login)
    .where('kind', '=', 'staff')
    .where('status', '=', 'open')
    .executeTakeFirst()
  const account = row && { ...row, setAt: new Date(row.password_set_at), isEnrolled: row.confirmed_at !== null }
  return { county, policy, keys: charges, locked, account, isOutsider, isBarred: false }
}

/** Whether a name is that of a partner: every role it has is one of those who are no staff. */
async function isOfOutsider(ctx: Ctx, county: number, login: string): Promise<boolean> {
  const rows = await ctx.db
    .selectFrom('account_grant as g')
    .innerJoin('account as a', (on) => on.onRef('a.county', '=', 'g.county').onRef('a.id', '=', 'g.account_id'))
    .select('g.role')
    .where('a.county', '=', county)
    .where('a.login', '=', login)
    .where('g.revoked_at', 'is', null)
    .where(sql<boolean>`g.valid @> ${officeDay(ctx.now)}::date`)
    .execute()
  return rows.length > 0 && rows.every(({ role }) => isVisitor(role))
}

type Trying = { county: number; login: string; browser: string; policy: SecurityPolicy }

/** A browser known to this name is counted by itself: who guesses elsewhere locks the name for strangers only. OWASP ASVS 5.0 6.1.1 (no denial of service by locking). */
async function chargesOf(ctx: Ctx, { county, login, browser, policy }: Trying): Promise<Charge[]> {
  const { own, address } = limitsOf(policy)
  if (await isKnownBrowser(ctx, { county, login, browser }))
    return [{ kind: 'browser', of: `${login} ${browser}`, limit: own }]
  return [
    { kind: 'address', of: ctx.call.address ?? '', limit: address },
    { kind: 'name', of: login, limit: own },
  ]
}

export async function countyOf(ctx: Ctx, asked: number | undefined): Promise<number> {
  const counties = await ctx.db.selectFrom('county').select(['county', 'name']).orderBy('county').execute()
  const [first] = counties
  ensure(first, wrongSignIn)
  const chosen = counties.length === 1 ? first : counties.find(({ county }) => county === asked)
  ensure(chosen, () => countyNeeded({ counties }))
  return chosen.county
}

/** A reset that came after the password was judged wins. The browser's former session is ended: a token planted before signing in opens nothing after it. */
async function enter(ctx: Ctx, turn: Turn & { account: Account }, visitor: Visitor): Promise<Entered | undefined> {
  const { account, policy } = turn
  const { county } = ctx.actor
  const open = ctx.db.selectFrom('account').select('id').where('county', '=', county).where('id', '=', account.id)
  const same = open.where('status', '=', 'open').where('password_hash', '=', account.hash)
  ensure(await same.forNoKeyUpdate().executeTakeFirst(), wrongSignIn)
  ensure(!(account.mustChange && isHandOverOver(account.setAt, ctx.now)), codeOver)
  const { address } = visitor.call
  const isLet = turn.isOutsider || mayCome(policy, { address, isAdministrator: ctx.actor.roles.some(isAdministrator) })
  if (!isLet) return undefined
  await settleTries(ctx, turn.keys)
  if (visitor.session) await forgetToken(ctx, visitor.session)
  const stage = stageOf({
    mustChange: account.mustChange || isPasswordOld(policy, account.setAt, ctx.now),
    isEnrolled: account.isEnrolled,
    isRequired: policy.secondFactor === 'required',
    hasGivenCode: false,
  })
  const entered = await openSession(ctx, account.id, stage)
  if (stage === 'complete') await rememberBrowser(ctx, account.id, visitor)
  ctx.note({ action: 'signIn', subject: account.id, detail: { address, stage } })
  return entered
}

/** What was right forgives the name its wrong tries; an address only gets its own try back. */
async function settleTries(ctx: Ctx, keys: readonly Key[]): Promise<void> {
  for (const key of keys) await (key.kind === 'address' ? refundTry(ctx, key) : forgetTries(ctx, [key]))
}
