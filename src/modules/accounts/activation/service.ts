import { createHash, timingSafeEqual } from 'node:crypto'
import type { Input } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure } from '#platform/refuse.ts'
import { workAsOffice } from '../door/index.ts'
import { fitsAny, readableCode, weaknessesOf } from '../passwords/index.ts'
import { isLive, takeFor } from '../policy.ts'
import { ACTIVATION_HOURS, ADMINISTRATORS, afterAct } from '../rules.ts'
import { passwordRuleOf, policyOf } from '../security-policy/index.ts'
import { renewPassword } from '../service.ts'
import {
  countyOf,
  endSessions,
  forgetBrowsers,
  forgetTries,
  formerPasswords,
  retirePassword,
  weakPassword,
} from '../sessions/index.ts'
import type { contract, HandedOver } from './contract.ts'
import { opens, plainCode } from './rules.ts'
import { notAnAdministrator, wrongActivation } from './words.ts'

type Doors = typeof contract

const READABLE = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

const hashOfCode = (typed: string) => createHash('sha256').update(plainCode(typed)).digest()

/** Compared in the same time whether or not there is an account, or a code. */
function isCode(typed: string, hash: Buffer | null): boolean {
  const expected = hash?.length === 32 ? hash : Buffer.alloc(32)
  return timingSafeEqual(hashOfCode(typed), expected)
}

/** Gives out a code, which is shown this once. Whatever opened the account before no longer does. */
export async function giveCode(ctx: Ctx, account: { id: string; login: string; name: string }): Promise<HandedOver> {
  await retirePassword(ctx, account.id, (await policyOf(ctx)).remembered)
  const code = readableCode(READABLE, 4)
  const until = new Date(ctx.now.getTime() + ACTIVATION_HOURS * 3_600_000).toISOString()
  await ctx.db
    .updateTable('account')
    .set({ status: 'invited', password_hash: '-', must_change_password: false, disabled_at: null })
    .set({ activation_hash: hashOfCode(code), activation_until: until })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', account.id)
    .execute()
  await endSessions(ctx, account.id)
  await forgetBrowsers(ctx, account.id)
  await forgetTries(ctx, account.login)
  const { id, login, name } = account
  return { id, login, name, code, until }
}

/** For the command of the terminal alone: another code for one of the three, asked for by whoever keeps the machine. */
export async function renewAdministratorCode(ctx: Ctx, login: string): Promise<HandedOver> {
  const found = await ctx.db
    .selectFrom('account')
    .innerJoin('account_grant as g', (on) =>
      on.onRef('g.county', '=', 'account.county').onRef('g.account_id', '=', 'account.id'),
    )
    .select('account.id')
    .where('account.county', '=', ctx.actor.county)
    .where('login', '=', login.trim().toLowerCase())
    .where('g.role', 'in', ADMINISTRATORS)
    .where(isLive(ctx.now, 'g'))
    .executeTakeFirst()
  ensure(found, notAnAdministrator)
  const handed = await giveCode(ctx, await takeFor(ctx, 'invite', found.id))
  ctx.note({ action: 'administratorCodeRenewed', subject: found.id })
  return handed
}

/** An unknown name, a wrong, old or used code are refused in one sentence; only the right code learns what is wrong with the password. */
async function activateAccount(ctx: Ctx, asked: Input<Doors['activateAccount']>): Promise<{ ok: true }> {
  await workAsOffice(ctx, await countyOf(ctx, asked.county))
  const account = await ctx.db
    .selectFrom('account')
    .select(['id', 'name', 'status', 'activation_hash as hash', 'activation_until as until'])
    .where('county', '=', ctx.actor.county)
    .where('login', '=', asked.login)
    .executeTakeFirst()
  const fits = isCode(asked.code, account?.hash ?? null)
  const until = account?.until ? new Date(account.until) : null
  ensure(account && opens({ status: account.status, fits, until }, ctx.now), wrongActivation)
  const rule = passwordRuleOf(await policyOf(ctx))
  const weaknesses = weaknessesOf(asked.password, [asked.login, account.name], rule)
  const former = await formerPasswords(ctx, account.id, rule.remembered)
  if (weaknesses.length === 0 && (await fitsAny(asked.password, former))) weaknesses.push('reused')
  ensure(weaknesses.length === 0, () => weakPassword({ weaknesses, rule }))
  const [used] = await ctx.db
    .updateTable('account')
    .set({ status: afterAct('activate', 'invited') ?? 'open', activation_hash: null, activation_until: null })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', account.id)
    // Taken only now, and only once: a row that is locked before the code was right would tell by the time that there is such a name.
    .where('activation_hash', '=', account.hash)
    .execute()
  ensure(used?.numUpdatedRows, wrongActivation)
  await renewPassword(ctx, { login: asked.login, password: asked.password, mustChange: false })
  ctx.note({ action: 'accountActivated', subject: account.id })
  return { ok: true }
}

export const service: Service<Doors> = { activateAccount }
