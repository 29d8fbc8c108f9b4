import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { keepingAdministrators, vacantIn } from './administration/index.ts'
import type { contract } from './contract.ts'
import { endGrants, grantsOf } from './grants/index.ts'
import { hashPassword } from './passwords/index.ts'
import { isLive, takeFor } from './policy.ts'
import { type AccountAct, type AccountState, mayAct, mayAsk } from './rules.ts'
import { endSessions, forgetTries, locksOf } from './sessions/index.ts'
import { loginTaken } from './words.ts'

type Doors = typeof contract
type Listed = Output<Doors['listAccounts']>
const done = { ok: true } as const

async function listAccounts(ctx: Ctx, { q, status, offset, limit }: Input<Doors['listAccounts']>): Promise<Listed> {
  let query = ctx.db.selectFrom('account').where('county', '=', ctx.actor.county).where('kind', '=', 'staff')
  if (status) query = query.where('status', '=', status)
  if (q) query = query.where(sql<boolean>`(position(${q.toLowerCase()} in login) > 0 or position(${q} in name) > 0)`)
  const { total } = await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(['id', 'login', 'name', 'mobile_tail as mobileTail', 'last_signed_in_at as lastSignedInAt'])
    .select(['activation_until as activationUntil', 'disabled_at as disabledAt', 'closed_at as closedAt'])
    .select(sql<Listed['items'][number]['closeReason']>`close_reason`.as('closeReason'))
    .select(sql<AccountState>`status`.as('status'))
    .orderBy(sql`array_position(array['pending', 'open', 'invited', 'disabled', 'refused', 'closed'], status)`)
    .orderBy('login')
    .limit(limit)
    .offset(offset)
    .execute()
  const ids = rows.map(({ id }) => id)
  const grants = Map.groupBy(await grantsOf(ctx, ids), ({ account }) => account)
  const logins = rows.map(({ login }) => login)
  const locks = await locksOf(ctx, logins)
  const items = rows.map((row) => ({
    ...row,
    lockedUntil: locks.get(row.login) ?? null,
    grants: grants.get(row.id) ?? [],
    can: abilitiesOf(ctx, { ...row, grants: grants.get(row.id) ?? [] }),
  }))
  return { items, total }
}

type Judged = { id: string; status: AccountState; grants: readonly { role: string; isValid: boolean }[] }

function abilitiesOf(ctx: Ctx, account: Judged): Listed['items'][number]['can'] {
  const roles = account.grants.filter(({ isValid }) => isValid).map(({ role }) => role)
  const may = (act: AccountAct) => mayAct(ctx.actor, act, account)
  return {
    close: may('close'),
    ask: mayAsk(ctx.actor, { ...account, roles }),
    unlock: may('unlock'),
    grant: may('grant'),
    revoke: may('revoke'),
  }
}

async function waiting(ctx: Ctx): Promise<Output<Doors['waiting']>> {
  const at = ctx.now.toISOString()
  const counted = await ctx.db
    .selectFrom('account')
    .select([
      sql<number>`(select count(*)::int from account_request r join account a on a.county = r.county and a.id = r.account_id
        where r.county = ${ctx.actor.county} and r.decision is null and a.status in ('pending', 'invited', 'open', 'disabled'))`.as(
        'requests',
      ),
      sql<number>`count(*) filter (where status = 'invited' and activation_until <= ${at})::int`.as('lapsed'),
      sql<number>`count(*) filter (where status = 'disabled')::int`.as('disabled'),
    ])
    .where('county', '=', ctx.actor.county)
    .where('kind', '=', 'staff')
    .executeTakeFirstOrThrow()
  const { ending } = await ctx.db
    .selectFrom('account_grant')
    .select(sql<number>`count(*)::int`.as('ending'))
    .where('county', '=', ctx.actor.county)
    .where(isLive(ctx.now))
    .where(sql<boolean>`upper(valid) <= ${officeDay(ctx.now)}::date + 31`)
    .executeTakeFirstOrThrow()
  return { ...counted, ending, vacant: await vacantIn(ctx) }
}

type NewAccount = { login: string; name: string; password: string; mustChange: boolean }

/** Writes an open account that nobody has granted anything yet: for the demonstration. The password is not judged here. */
export async function registerAccount(
  ctx: Ctx,
  { login, name, password, mustChange }: NewAccount,
): Promise<{ id: string }> {
  const row = { login, name, status: 'open' as const, must_change_password: mustChange }
  return writeAccount(ctx, { ...row, password_hash: await hashPassword(password) })
}

type AccountValues = { login: string; name: string; status: AccountState; password_hash: string } & {
  must_change_password?: boolean
  holder_id?: string
  mobile_index?: Buffer
  mobile_tail?: string
  kind?: 'own'
}

/** Writes an account in any state. Nobody has a login name that another ever had. */
export async function writeAccount(ctx: Ctx, values: AccountValues): Promise<{ id: string }> {
  const [county, at, id] = [ctx.actor.county, ctx.now.toISOString(), newId(ctx.now.getTime())]
  const written = await ctx.db
    .insertInto('account')
    .values({
      must_change_password: false,
      ...values,
      county,
      id,
      password_set_at: at,
      created_at: at,
      created_by: ctx.actor.accountId,
    })
    .onConflict((conflict) => conflict.columns(['county', 'login']).doNothing())
    .returning('id')
    .executeTakeFirst()
  ensure(written, () => loginTaken({ login: values.login }))
  return written
}

async function closeAccount(ctx: Ctx, { id, reason }: Input<Doors['closeAccount']>): Promise<{ ok: true }> {
  return keepingAdministrators(ctx, async () => {
    await takeFor(ctx, 'close', id)
    const [at, by] = [ctx.now.toISOString(), ctx.actor.accountId]
    const ended = { status: 'closed', activation_hash: null, closed_at: at, closed_by: by, close_reason: reason }
    await ctx.db.updateTable('account').set(ended).where('county', '=', ctx.actor.county).where('id', '=', id).execute()
    await endGrants(ctx, id)
    await endSessions(ctx, id)
    return done
  })
}

async function unlockAccount(ctx: Ctx, { id }: Input<Doors['unlockAccount']>): Promise<{ ok: true }> {
  const { login } = await takeFor(ctx, 'unlock', id)
  await forgetTries(ctx, login)
  return done
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

export const service: Service<Doors> = { listAccounts, waiting, unlockAccount, closeAccount }
