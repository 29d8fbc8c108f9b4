import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { isOneself } from '#platform/oneself.ts'
import { ensure, forbidden, notFound } from '#platform/refuse.ts'
import { giveCode } from '../activation/index.ts'
import { areaOf, areInOrder, fitsRole, giveRequested, grantsOf, namesOfAreas } from '../grants/index.ts'
import { daysOutOfOrder, wrongArea } from '../grants/words.ts'
import { linkableWith, writeLink } from '../identity/index.ts'
import { lockAccount } from '../policy.ts'
import { ensureProven } from '../proof/index.ts'
import { type AccountState, afterAct, mayAsk, mayDecide, hasArea as needsArea } from '../rules.ts'
import { ensureFactor, takeFactorOff } from '../second-factor/index.ts'
import { writeAccount } from '../service.ts'
import { notInThisState, notOneself } from '../words.ts'
import type { contract } from './contract.ts'
import { lineOf, requestsOf, waitingOf } from './rows/index.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Asked = Input<Doors['requestAccount']>

/** Puts an account on the security administrator's desk. It opens nothing: it has no password, no code and no grant. */
async function requestAccount(ctx: Ctx, asked: Asked): Promise<{ id: string }> {
  await ensureSensible(ctx, asked)
  const { login, name, mobile, role, places, units, until, reason } = asked
  const mobile_index = ctx.vault.index('holder', mobile)
  const holder = await holderOf(ctx, mobile_index)
  ensure(!holder || holder.name === name, () => no.otherName({ name: holder?.name ?? '' }))
  const known = holder ? { holder_id: holder.holder_id } : {}
  const row = {
    login,
    name,
    status: 'pending' as const,
    password_hash: '-',
    mobile_index,
    mobile_tail: mobile.slice(-4),
  }
  const account = await writeAccount(ctx, { ...row, ...known })
  const [county, id, requested_at] = [ctx.actor.county, newId(ctx.now.getTime()), ctx.now.toISOString()]
  const asks = { role, places: [...places], units: [...units], until, reason }
  await ctx.db
    .insertInto('account_request')
    .values({ county, id, account_id: account.id, ...asks, requested_by: ctx.actor.accountId ?? '', requested_at })
    .execute()
  return { id }
}

async function ensureSensible(ctx: Ctx, { role, places, units, until }: Asked): Promise<void> {
  const hasArea = places.length + units.length > 0
  if (!needsArea(role)) ensure(!hasArea, () => wrongArea({ role, needs: 'office' }))
  else ensure(hasArea, no.areaNeeded)
  const fits = (places.length === 0 || fitsRole(role, 'place')) && (units.length === 0 || fitsRole(role, 'unit'))
  ensure(fits, () => wrongArea({ role, needs: areaOf(role) }))
  const today = officeDay(ctx.now)
  ensure(areInOrder({ from: today, until }, today), daysOutOfOrder)
  await namesOfAreas(ctx, { places, units }, { mustStand: true })
}

/** The natural person who has this number in an account that was not refused. */
function holderOf(ctx: Ctx, mobile_index: Buffer) {
  return ctx.db
    .selectFrom('account')
    .select(['holder_id', 'name'])
    .where('county', '=', ctx.actor.county)
    .where('mobile_index', '=', mobile_index)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
}

async function listRequests(
  ctx: Ctx,
  { state, offset, limit }: Input<Doors['listRequests']>,
): Promise<Output<Doors['listRequests']>> {
  const isWaiting = state === 'waiting'
  // A request about an account that was closed meanwhile is over without a decision.
  const waits = sql<boolean>`(decision is null and account.status in ('pending', 'invited', 'open', 'disabled'))`
  const query = requestsOf(ctx).where(isWaiting ? waits : sql<boolean>`not ${waits}`)
  const { total } = await query.clearSelect().select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const order = isWaiting ? ('asc' as const) : ('desc' as const)
  const rows = await query
    .orderBy('requested_at', order)
    .orderBy('account_request.id')
    .limit(limit)
    .offset(offset)
    .execute()
  const names = await namesOfAreas(ctx, {
    places: rows.flatMap((row) => row.places),
    units: rows.flatMap((row) => row.units),
  })
  return { items: rows.map((row) => lineOf(ctx, row, names)), total }
}

type Asking = Input<Doors['requestForAccount']>

/** For somebody who lost their password or their telephone. It changes nothing until another administrator says yes. */
async function requestForAccount(ctx: Ctx, { id, kind, subject, reason }: Asking): Promise<{ id: string }> {
  const account = await lockAccount(ctx, id)
  ensure(!isOneself(ctx.actor, account.id), notOneself)
  const roles = (await grantsOf(ctx, [id])).filter(({ isValid }) => isValid).map(({ role }) => role)
  const mayOnceOpen = mayAsk(ctx.actor, { ...account, roles, status: 'open' })
  ensure(mayOnceOpen, forbidden)
  ensure(mayAsk(ctx.actor, { ...account, roles }), () => notInThisState({ state: account.status }))
  if (kind === 'second_factor') await ensureFactor(ctx, id)
  const issuer = subject === undefined ? null : await linkableWith(ctx, { account: id, subject })
  const own = ctx.db.selectFrom('account_request').select('id').where('county', '=', ctx.actor.county)
  const same = own.where('account_id', '=', id).where('kind', '=', kind).where('decision', 'is', null)
  ensure(!(await same.executeTakeFirst()), no.alreadyAsked)
  const [county, request, requested_at] = [ctx.actor.county, newId(ctx.now.getTime()), ctx.now.toISOString()]
  const asks = { kind, issuer, subject: subject ?? null, reason, requested_by: ctx.actor.accountId ?? '' }
  await ctx.db
    .insertInto('account_request')
    .values({ county, id: request, account_id: id, ...asks, requested_at })
    .execute()
  return { id: request }
}

type Approved = Output<Doors['approveRequest']>

async function approveRequest(ctx: Ctx, { id }: Input<Doors['approveRequest']>): Promise<Approved> {
  await ensureProven(ctx)
  const { request, account } = await takeToDecide(ctx, id)
  await decide(ctx, id, { decision: 'approved' })
  if (request.kind === 'open') {
    await standAs(ctx, account.id, afterAct('approve', account.status) ?? 'invited')
    const { role, places, units, until } = request
    if (role) await giveRequested(ctx, account.id, { role, places, units, until })
    return { handed: await giveCode(ctx, account) }
  }
  if (request.kind === 'second_factor') await takeFactorOff(ctx, account)
  if (request.kind === 'identity')
    await writeLink(ctx, {
      account: account.id,
      subject: request.subject ?? '',
      issuer: request.issuer ?? '',
      askedBy: request.requested_by,
    })
  if (request.kind !== 'code') return { handed: null }
  ctx.note({ action: 'codeRenewed', subject: account.id })
  return { handed: await giveCode(ctx, account) }
}

async function refuseRequest(ctx: Ctx, { id, reason }: Input<Doors['refuseRequest']>): Promise<{ ok: true }> {
  await ensureProven(ctx)
  const { request, account } = await takeToDecide(ctx, id)
  await decide(ctx, id, { decision: 'refused', refusal: reason })
  if (request.kind === 'open') await standAs(ctx, account.id, afterAct('refuse', account.status) ?? 'refused')
  return { ok: true }
}

async function standAs(ctx: Ctx, id: string, status: AccountState): Promise<void> {
  const accounts = ctx.db.updateTable('account').set({ status }).where('county', '=', ctx.actor.county)
  await accounts.where('id', '=', id).execute()
}

/** Of two who decide at once the second waits for the account's row and finds the request decided. */
async function takeToDecide(ctx: Ctx, id: string) {
  const found = requestsOf(ctx).where('account_request.id', '=', id)
  const first = await found.executeTakeFirst()
  ensure(first, notFound)
  const account = await lockAccount(ctx, first.account_id)
  const request = await found.executeTakeFirst()
  ensure(request && request.decision === null, no.decided)
  ensure(!isOneself(ctx.actor, request.requested_by), no.ownRequest)
  ensure(request.kind === 'open' || !isOneself(ctx.actor, request.account_id), no.samePerson)
  const waiting = waitingOf(request)
  ensure(mayDecide(ctx.actor, { ...waiting, status: request.kind === 'open' ? 'pending' : 'open' }), forbidden)
  ensure(mayDecide(ctx.actor, waiting), () => notInThisState({ state: account.status }))
  return { request, account }
}

type Decision = { decision: 'approved' } | { decision: 'refused'; refusal: string }

async function decide(ctx: Ctx, id: string, decision: Decision): Promise<void> {
  await ctx.db
    .updateTable('account_request')
    .set({ ...decision, decided_by: ctx.actor.accountId, decided_at: ctx.now.toISOString() })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}

export const service: Service<Doors> = {
  requestAccount,
  requestForAccount,
  listRequests,
  approveRequest,
  refuseRequest,
}
