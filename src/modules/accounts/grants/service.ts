import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { digestIn, digestOf, writeCodes } from '#platform/integrity/index.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { keepingAdministrators } from '../administration/index.ts'
import { type AccountRow, isLive, takeFor } from '../policy.ts'
import { ensureProven } from '../proof/index.ts'
import type { Role } from '../rules.ts'
import type { contract } from './contract.ts'
import { grantCodes } from './integrity/index.ts'
import { type Grant, grantsOf, namesOfAreas } from './rows/index.ts'
import { type AreaKind, areaOf, areInOrder, type Days, dutyOf, fitsRole, overlap } from './rules.ts'
import * as no from './words.ts'

type Asked = Input<typeof contract.grantRole>

async function listGrants(
  ctx: Ctx,
  { id }: Input<typeof contract.listGrants>,
): Promise<{ items: Grant[]; total: number }> {
  const seen = ctx.db.selectFrom('account').select('id').where('county', '=', ctx.actor.county).where('id', '=', id)
  ensure(await seen.executeTakeFirst(), notFound)
  const items = (await grantsOf(ctx, [id], true)).map(({ account: _, login: __, holder: ___, ...grant }) => grant)
  return { items, total: items.length }
}

/** At the counter a grant asks for a fresh proof (ASVS 5.0 7.5.3); within a decision it was given for the decision. */
async function grantProven(ctx: Ctx, asked: Asked): Promise<{ grant: string }> {
  await ensureProven(ctx)
  return grantRole(ctx, asked)
}

/** Gives an account a role over an area it does not have yet. Never to oneself, and no second duty to one natural person. */
export async function grantRole(ctx: Ctx, asked: Asked): Promise<{ grant: string }> {
  const account = await takeFor(ctx, 'grant', asked.id)
  const { kind, name } = await findArea(ctx, asked)
  ensure(fitsRole(asked.role, kind), () => no.wrongArea({ role: asked.role, needs: areaOf(asked.role) }))
  const today = officeDay(ctx.now)
  const days = { from: asked.from ?? today, until: asked.until }
  ensure(areInOrder(days, today), no.daysOutOfOrder)
  await ensureNothingAgainst(ctx, asked, { days, name })
  await ensureOneDuty(ctx, account, { role: asked.role, days })
  const { grant, after } = await writeGrant(ctx, asked, days)
  ctx.note({
    action: 'grantGiven',
    subject: asked.id,
    after,
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

/** Writes a grant without asking whether it may be given: for setting up a county, where there is nobody yet to give it. */
export async function writeGrant(
  ctx: Ctx,
  { id, role, place, unit }: Omit<Asked, 'from' | 'until'>,
  days: Days,
): Promise<{ grant: string; after: string | undefined }> {
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
  const codes = await writeCodes(ctx, grantCodes, [grant])
  return { grant, after: digestIn(codes, grant) }
}

async function findArea(ctx: Ctx, { place, unit }: Asked): Promise<{ kind: AreaKind; name: string }> {
  const id = place ?? unit
  if (id === undefined) return { kind: 'office', name: '' }
  const areas = { places: place === undefined ? [] : [place], units: unit === undefined ? [] : [unit] }
  const names = await namesOfAreas(ctx, areas, { mustStand: true })
  return { kind: place === undefined ? 'unit' : 'place', name: names.get(id) ?? '' }
}

type Wanted = { role: Role; places: readonly string[]; units: readonly string[]; until: string | null }

/** Gives what a request asked for, from today: each place and unit, or an administration without any. */
export async function giveRequested(ctx: Ctx, id: string, { role, places, units, until }: Wanted): Promise<void> {
  const areas = [...places.map((place) => ({ place })), ...units.map((unit) => ({ unit }))]
  for (const area of areas.length ? areas : [{}]) await grantRole(ctx, { id, role, until, ...area })
}

export async function endGrants(ctx: Ctx, account: string): Promise<void> {
  const ended = await ctx.db
    .updateTable('account_grant')
    .set({ revoked_at: ctx.now.toISOString(), revoked_by: ctx.actor.accountId })
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', account)
    .where(isLive(ctx.now))
    .returning(['id', 'mac'])
    .execute()
  await noteRevoked(ctx, account, ended)
}

async function noteRevoked(ctx: Ctx, account: string, ended: { id: string; mac: Buffer | null }[]): Promise<void> {
  const ids = ended.map(({ id }) => id)
  const codes = await writeCodes(ctx, grantCodes, ids)
  for (const { id, mac } of ended) {
    const digests = { before: mac ? digestOf(mac) : undefined, after: digestIn(codes, id) }
    ctx.note({ action: 'grantRevoked', subject: account, detail: { grant: id }, ...digests })
  }
}

async function revokeGrant(ctx: Ctx, { id, grant }: Input<typeof contract.revokeGrant>): Promise<{ ok: true }> {
  await ensureProven(ctx)
  return keepingAdministrators(ctx, async () => {
    await takeFor(ctx, 'revoke', id)
    const own = ctx.db.selectFrom('account_grant').select(['revoked_at', 'mac']).where('county', '=', ctx.actor.county)
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
    await noteRevoked(ctx, id, [{ id: grant, mac: row.mac }])
    return { ok: true }
  })
}

export const service: Service<typeof contract> = { listGrants, grantRole: grantProven, revokeGrant }
