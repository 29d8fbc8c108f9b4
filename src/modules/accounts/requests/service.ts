import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { giveCode } from '../activation/index.ts'
import { areaOf, areInOrder, fitsRole, giveRequested, namesOfAreas } from '../grants/index.ts'
import { daysOutOfOrder, wrongArea } from '../grants/words.ts'
import { lockAccount } from '../policy.ts'
import { type AccountState, afterAct, mayAct, mayDecide, hasArea as needsArea, type Role } from '../rules.ts'
import { writeAccount } from '../service.ts'
import { notInThisState } from '../words.ts'
import type { contract } from './contract.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Asked = Input<Doors['requestAccount']>
type Line = Output<Doors['listRequests']>['items'][number]

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
  const query = requestsOf(ctx).where('account.status', isWaiting ? '=' : '!=', 'pending')
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

function requestsOf(ctx: Ctx) {
  const others = (same: string) =>
    sql<string[]>`coalesce((select array_agg(o.login order by o.login) from account o where o.county = account.county
      and o.id <> account.id and o.status not in ('refused', 'closed') and ${sql.raw(same)}), '{}')`
  return ctx.db
    .selectFrom('account_request')
    .innerJoin('account', (on) =>
      on.onRef('account.county', '=', 'account_request.county').onRef('account.id', '=', 'account_id'),
    )
    .leftJoin('account as maker', (on) =>
      on.onRef('maker.county', '=', 'account_request.county').onRef('maker.id', '=', 'requested_by'),
    )
    .leftJoin('account as checker', (on) =>
      on.onRef('checker.county', '=', 'account_request.county').onRef('checker.id', '=', 'decided_by'),
    )
    .select(['account_request.id', 'account_id', 'account.login', 'account.name', 'account.mobile_tail'])
    .select(['places', 'units', 'reason', 'requested_by', 'requested_at', 'decided_at', 'refusal'])
    .select(['maker.name as maker', 'checker.name as checker', sql<string | null>`until::text`.as('until')])
    .select(sql<Role>`role`.as('role'))
    .select(sql<AccountState>`account.status`.as('status'))
    .select(sql<Line['decision']>`decision`.as('decision'))
    .select(others('o.holder_id = account.holder_id').as('samePerson'))
    .select(others('o.name = account.name and o.holder_id <> account.holder_id').as('sameName'))
    .where('account_request.county', '=', ctx.actor.county)
}

type Row = Awaited<ReturnType<ReturnType<typeof requestsOf>['execute']>>[number]

function lineOf(ctx: Ctx, row: Row, names: ReadonlyMap<string, string>): Line {
  const area = (kind: 'place' | 'unit') => (id: string) => ({ kind, id, name: names.get(id) ?? '' })
  return {
    id: row.id,
    account: { id: row.account_id, login: row.login, name: row.name, mobileTail: row.mobile_tail },
    role: row.role,
    areas: [...row.places.map(area('place')), ...row.units.map(area('unit'))],
    until: row.until,
    reason: row.reason,
    requestedBy: row.maker ?? '',
    requestedAt: row.requested_at,
    decision: row.decision,
    decidedBy: row.checker,
    decidedAt: row.decided_at,
    refusal: row.refusal,
    samePerson: row.samePerson,
    sameName: row.sameName,
    can: { decide: mayDecide(ctx.actor, { requestedBy: row.requested_by, status: row.status }) },
  }
}

async function approveRequest(
  ctx: Ctx,
  { id }: Input<Doors['approveRequest']>,
): Promise<Output<Doors['approveRequest']>> {
  const { request, account } = await takeToDecide(ctx, id)
  await decide(ctx, id, { decision: 'approved' })
  await ctx.db
    .updateTable('account')
    .set({ status: afterAct('approve', account.status) ?? 'invited' })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', account.id)
    .execute()
  await giveRequested(ctx, account.id, request)
  return giveCode(ctx, account)
}

async function refuseRequest(ctx: Ctx, { id, reason }: Input<Doors['refuseRequest']>): Promise<{ ok: true }> {
  const { account } = await takeToDecide(ctx, id)
  await decide(ctx, id, { decision: 'refused', refusal: reason })
  await ctx.db
    .updateTable('account')
    .set({ status: afterAct('refuse', account.status) ?? 'refused' })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', account.id)
    .execute()
  return { ok: true }
}

/** Of two who decide at once the second waits for the account's row and finds the request decided. */
async function takeToDecide(ctx: Ctx, id: string) {
  const found = requestsOf(ctx).where('account_request.id', '=', id)
  const first = await found.executeTakeFirst()
  ensure(first, notFound)
  const account = await lockAccount(ctx, first.account_id)
  const request = await found.executeTakeFirst()
  ensure(request && request.decision === null, no.decided)
  ensure(request.requested_by !== ctx.actor.accountId, no.ownRequest)
  ensure(mayAct(ctx.actor, 'approve', account), () => notInThisState({ state: account.status }))
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

export const service: Service<Doors> = { requestAccount, listRequests, approveRequest, refuseRequest }
