import { sql } from 'kysely'
import type { z } from 'zod'
import { officeDay } from '#platform/clock.ts'
import type { Input } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { keepingAdministrators } from '../administration/index.ts'
import { type AccountRow, isLive, lockAccount } from '../policy.ts'
import type { Role } from '../rules.ts'
import { isClosed, notOneself } from '../words.ts'
import type { contract, grantLine } from './contract.ts'
import { type AreaKind, areaOf, areInOrder, type Days, dutyOf, fitsRole, overlap } from './rules.ts'
import * as no from './words.ts'

type Grant = z.output<typeof grantLine>
type Asked = Input<typeof contract.grantRole>

/** The grants of these accounts that count today or later; with `past`, those that are over too. Newest first. */
export async function grantsOf(
  ctx: Ctx,
  accounts: readonly string[],
  past = false,
): Promise<(Grant & { account: string })[]> {
  if (!accounts.length) return []
  const query = ctx.db
    .selectFrom('account_grant')
    .leftJoin('place', (on) =>
      on.onRef('place.county', '=', 'account_grant.county').onRef('place.code', '=', 'account_grant.place_code'),
    )
    .leftJoin('unit', (on) => on.onRef('unit.county', '=', 'account_grant.county').onRef('unit.id', '=', 'unit_id'))
    .innerJoin('county', 'county.county', 'account_grant.county')
    .leftJoin('account as giver', (on) =>
      on.onRef('giver.county', '=', 'account_grant.county').onRef('giver.id', '=', 'granted_by'),
    )
    .leftJoin('account as taker', (on) =>
      on.onRef('taker.county', '=', 'account_grant.county').onRef('taker.id', '=', 'revoked_by'),
    )
    .select(['account_grant.id', 'account_id as account', 'granted_at as grantedAt', 'revoked_at as revokedAt'])
    .select([
      'giver.name as grantedBy',
      'taker.name as revokedBy',
      'account_grant.place_code',
      'unit_id',
      'place.short',
      'unit.name',
      'county.name as county',
    ])
    .select(sql<Role>`role`.as('role'))
    .select([sql<string>`lower(valid)::text`.as('from'), sql<string | null>`(upper(valid) - 1)::text`.as('until')])
    .select(sql<boolean>`revoked_at is null and valid @> ${officeDay(ctx.now)}::date`.as('isValid'))
    .where('account_grant.county', '=', ctx.actor.county)
    .where('account_id', 'in', [...accounts])
    .orderBy('granted_at', 'desc')
    .orderBy('account_grant.id', 'desc')
  const rows = await (past ? query : query.where(isLive(ctx.now))).execute()
  return rows.map(({ place_code, unit_id, short, name, county, ...row }) => ({
    ...row,
    where: whereOf({ place_code, unit_id, name: short ?? name, county }),
  }))
}

async function listGrants(
  ctx: Ctx,
  { id }: Input<typeof contract.listGrants>,
): Promise<{ items: Grant[]; total: number }> {
  const seen = ctx.db.selectFrom('account').select('id').where('county', '=', ctx.actor.county).where('id', '=', id)
  ensure(await seen.executeTakeFirst(), notFound)
  const items = (await grantsOf(ctx, [id], true)).map(({ account: _, ...grant }) => grant)
  return { items, total: items.length }
}

/** Gives an account a role over an area it does not have yet. Never to oneself, and no second duty to one natural person. */
export async function grantRole(ctx: Ctx, asked: Asked): Promise<{ grant: string }> {
  const account = await lockAccount(ctx, asked.id)
  ensure(account.id !== ctx.actor.accountId, notOneself)
  ensure(account.status === 'open', isClosed)
  const { kind, name } = await findArea(ctx, asked)
  ensure(fitsRole(asked.role, kind), () => no.wrongArea({ role: asked.role, needs: areaOf(asked.role) }))
  const today = officeDay(ctx.now)
  const days = { from: asked.from ?? today, until: asked.until }
  ensure(areInOrder(days, today), no.daysOutOfOrder)
  await ensureNothingAgainst(ctx, asked, { days, name })
  await ensureOneDuty(ctx, account, { role: asked.role, days })
  const grant = await writeGrant(ctx, asked, days)
  ctx.note({
    action: 'grantGiven',
    subject: asked.id,
    detail: { grant, role: asked.role, place: asked.place, unit: asked.unit, ...days },
  })
  return { grant }
}

async function ensureNothingAgainst(
  ctx: Ctx,
  asked: Asked,
  { days, name }: { days: Days; name: string },
): Promise<void> {
  const others = (await grantsOf(ctx, [asked.id])).filter((grant) => overlap(grant, days))
  const other = others.find(({ role }) => role !== asked.role)
  ensure(!other, () => no.otherRole({ role: other?.role ?? asked.role }))
  const where = asked.place ?? asked.unit ?? ''
  ensure(!others.some((one) => one.where.id === where), () => no.alreadyGranted({ name }))
}

/** Asked over all accounts of the natural person; of two grants at once the constraint one_duty_at_a_time lets one through. */
async function ensureOneDuty(ctx: Ctx, account: AccountRow, { role, days }: { role: Role; days: Days }): Promise<void> {
  await ctx.db
    .selectFrom('account')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where('holder_id', '=', account.holder_id)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const held = await ctx.db
    .selectFrom('account_grant')
    .select(sql<Role>`role`.as('role'))
    .where('county', '=', ctx.actor.county)
    .where('holder_id', '=', account.holder_id)
    .where('duty', '!=', dutyOf(role))
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`valid && ${daysOf(days)}`)
    .executeTakeFirst()
  ensure(!held, () => no.otherDuty({ role: held?.role ?? role }))
}

const daysOf = ({ from, until }: Days) => sql<string>`daterange(${from}::date, ${until}::date, '[]')`

type Where = { place_code: string | null; unit_id: string | null; name: string | null; county: string }

function whereOf({ place_code, unit_id, name, county }: Where): Grant['where'] {
  if (place_code) return { kind: 'place', id: place_code, name: name ?? '' }
  return unit_id ? { kind: 'unit', id: unit_id, name: name ?? '' } : { kind: 'office', id: '', name: county }
}

/** Writes a grant without asking whether it may be given: for setting up a county, where there is nobody yet to give it. */
export async function writeGrant(
  ctx: Ctx,
  { id, role, place, unit }: Omit<Asked, 'from' | 'until'>,
  days: Days,
): Promise<string> {
  const grant = newId(ctx.now.getTime())
  const account = ctx.db.selectFrom('account').select('holder_id').where('county', '=', ctx.actor.county)
  const { holder_id } = await account.where('id', '=', id).executeTakeFirstOrThrow()
  const row = {
    county: ctx.actor.county,
    id: grant,
    account_id: id,
    holder_id,
    role,
    place_code: place ?? null,
    unit_id: unit ?? null,
  }
  await ctx.db
    .insertInto('account_grant')
    .values({ ...row, valid: daysOf(days), granted_by: ctx.actor.accountId, granted_at: ctx.now.toISOString() })
    .execute()
  return grant
}

async function findArea(ctx: Ctx, { place, unit }: Asked): Promise<{ kind: AreaKind; name: string }> {
  if (place === undefined && unit === undefined) return { kind: 'office', name: '' }
  if (place !== undefined) {
    const row = await ctx.db
      .selectFrom('place')
      .select('short as name')
      .where('county', '=', ctx.actor.county)
      .where('code', '=', place)
      .where('valid_to', 'is', null)
      .executeTakeFirst()
    ensure(row, no.noSuchArea)
    return { kind: 'place', name: row.name }
  }
  const row = await ctx.db
    .selectFrom('unit')
    .select('name')
    .where('county', '=', ctx.actor.county)
    .where('id', '=', unit ?? null)
    .where('status', '=', 'open')
    .executeTakeFirst()
  ensure(row, no.noSuchArea)
  return { kind: 'unit', name: row.name }
}

/** Takes a grant back; the next request of the account is judged without it. */
async function revokeGrant(ctx: Ctx, { id, grant }: Input<typeof contract.revokeGrant>): Promise<{ ok: true }> {
  return keepingAdministrators(ctx, async () => {
    const account = await lockAccount(ctx, id)
    ensure(account.id !== ctx.actor.accountId, notOneself)
    const own = ctx.db.selectFrom('account_grant').select('revoked_at').where('county', '=', ctx.actor.county)
    const row = await own.where('id', '=', grant).where('account_id', '=', id).executeTakeFirst()
    ensure(row, notFound)
    ensure(row.revoked_at === null, no.alreadyRevoked)
    const set = { revoked_at: ctx.now.toISOString(), revoked_by: ctx.actor.accountId }
    await ctx.db
      .updateTable('account_grant')
      .set(set)
      .where('county', '=', ctx.actor.county)
      .where('id', '=', grant)
      .execute()
    ctx.note({ action: 'grantRevoked', subject: id, detail: { grant } })
    return { ok: true }
  })
}

export const service: Service<typeof contract> = { listGrants, grantRole, revokeGrant }
