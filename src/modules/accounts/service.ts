import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { keepingAdministrators } from './administration/index.ts'
import type { contract } from './contract.ts'
import { grantsOf } from './grants/index.ts'
import { hashPassword, oneTimePassword } from './passwords/index.ts'
import { lockAccount } from './policy.ts'
import { mayChange, type PermissionName } from './rules.ts'
import { endSessions, forgetTries, locksOf } from './sessions/index.ts'
import { isClosed, loginTaken, notOneself } from './words.ts'

type Doors = typeof contract
type Listed = Output<Doors['listAccounts']>

async function listAccounts(ctx: Ctx, { q, status, offset, limit }: Input<Doors['listAccounts']>): Promise<Listed> {
  let query = ctx.db.selectFrom('account').where('county', '=', ctx.actor.county)
  if (status) query = query.where('status', '=', status)
  if (q) query = query.where(sql<boolean>`(position(${q.toLowerCase()} in login) > 0 or position(${q} in name) > 0)`)
  const { total } = await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select([
      'id',
      'login',
      'name',
      'must_change_password as mustChangePassword',
      'last_signed_in_at as lastSignedInAt',
    ])
    .select(sql<'open' | 'closed'>`status`.as('status'))
    .orderBy('status', 'desc')
    .orderBy('login')
    .limit(limit)
    .offset(offset)
    .execute()
  const grants = Map.groupBy(
    await grantsOf(
      ctx,
      rows.map(({ id }) => id),
    ),
    ({ account }) => account,
  )
  const locks = await locksOf(
    ctx,
    rows.map(({ login }) => login),
  )
  const items = rows.map((row) => {
    const may = (permission: PermissionName) => mayChange(ctx.actor, permission, row)
    const can = { close: may('accounts.request'), resetPassword: may('accounts.approve'), grant: may('grants.manage') }
    return { ...row, lockedUntil: locks.get(row.login) ?? null, grants: grants.get(row.id) ?? [], can }
  })
  return { items, total }
}

type NewAccount = { login: string; name: string; password: string; mustChange: boolean }

/** Writes an account that nobody has granted anything yet. The password is not judged here. */
export async function registerAccount(
  ctx: Ctx,
  { login, name, password, mustChange }: NewAccount,
): Promise<{ id: string }> {
  const at = ctx.now.toISOString()
  const row = { county: ctx.actor.county, id: newId(ctx.now.getTime()), login, name, must_change_password: mustChange }
  const written = await ctx.db
    .insertInto('account')
    .values({
      ...row,
      password_hash: await hashPassword(password),
      password_set_at: at,
      created_at: at,
      created_by: ctx.actor.accountId,
    })
    .onConflict((conflict) => conflict.columns(['county', 'login']).doNothing())
    .returning('id')
    .executeTakeFirst()
  ensure(written, () => loginTaken({ login }))
  return written
}

async function openAccount(
  ctx: Ctx,
  { login, name }: Input<Doors['openAccount']>,
): Promise<Output<Doors['openAccount']>> {
  const password = oneTimePassword()
  const { id } = await registerAccount(ctx, { login, name, password, mustChange: true })
  return { id, login, password }
}

async function closeAccount(ctx: Ctx, { id }: Input<Doors['closeAccount']>): Promise<{ ok: true }> {
  return keepingAdministrators(ctx, async () => {
    await takeToChange(ctx, 'accounts.request', id)
    await ctx.db
      .updateTable('account')
      .set({ status: 'closed' })
      .where('county', '=', ctx.actor.county)
      .where('id', '=', id)
      .execute()
    await endSessions(ctx, id)
    return { ok: true }
  })
}

async function resetPassword(ctx: Ctx, { id }: Input<Doors['resetPassword']>): Promise<Output<Doors['resetPassword']>> {
  const { login } = await takeToChange(ctx, 'accounts.approve', id)
  const password = oneTimePassword()
  await renewPassword(ctx, { login, password, mustChange: true })
  return { id, login, password }
}

/** Another password for an open account, which is unlocked and signed out everywhere. Undefined if there is none of that login. */
export async function renewPassword(
  ctx: Ctx,
  { login, password, mustChange }: Omit<NewAccount, 'name'>,
): Promise<{ id: string } | undefined> {
  const set = {
    password_hash: await hashPassword(password),
    must_change_password: mustChange,
    password_set_at: ctx.now.toISOString(),
  }
  const accounts = ctx.db.updateTable('account').set(set).where('county', '=', ctx.actor.county)
  const renewed = await accounts
    .where('login', '=', login)
    .where('status', '=', 'open')
    .returning('id')
    .executeTakeFirst()
  if (!renewed) return undefined
  await endSessions(ctx, renewed.id)
  await forgetTries(ctx, login)
  return renewed
}

async function takeToChange(ctx: Ctx, permission: PermissionName, id: string) {
  const account = await lockAccount(ctx, id)
  ensure(account.id !== ctx.actor.accountId, notOneself)
  ensure(mayChange(ctx.actor, permission, account), isClosed)
  return account
}

export const service: Service<Doors> = { listAccounts, openAccount, closeAccount, resetPassword }
