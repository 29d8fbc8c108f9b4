import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { placeRange } from '../codes.ts'
import { lockForChange, mayManage } from '../policy.ts'
import { dayOf } from '../rules.ts'
import { outsideArea } from '../words.ts'
import type { contract } from './contract.ts'
import * as no from './words.ts'

type Facts = Input<typeof contract.addSite>
type Site = Output<typeof contract.listSites>['items'][number]
type Asked = Input<typeof contract.listSites>

export async function listSites(ctx: Ctx, asked: Asked): Promise<Output<typeof contract.listSites>> {
  const found = sitesOf(ctx, asked)
  const { total } = await found.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select(['s.id', 's.place_code as placeCode', 'p.short as place', 's.kind', 's.name', 's.address', 's.phone'])
    .select(['s.unit_id as unitId', 'u.name as unit', 's.lon', 's.lat', 's.is_shared as isShared', 's.opens'])
    .select('s.closed_on as closedOn')
    .orderBy('s.place_code')
    .orderBy('s.name')
    .orderBy('s.id')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  const items = rows.map((row) => ({
    ...row,
    kind: row.kind as Site['kind'], // the column's check allows exactly the contract's kinds
    can: { change: row.closedOn === null && mayManage(ctx.actor, row.placeCode) },
  }))
  return { items, total: Number(total) }
}

function sitesOf(ctx: Ctx, { under, kind, q, closed }: Asked) {
  let query = ctx.db
    .selectFrom('site as s')
    .innerJoin('place as p', (join) => join.onRef('p.county', '=', 's.county').onRef('p.code', '=', 's.place_code'))
    .leftJoin('unit as u', (join) => join.onRef('u.county', '=', 's.county').onRef('u.id', '=', 's.unit_id'))
    .where('s.county', '=', ctx.actor.county)
  if (!closed) query = query.where('s.closed_on', 'is', null)
  if (kind) query = query.where('s.kind', '=', kind)
  if (q)
    query = query.where(sql<boolean>`s.name || coalesce(s.address, '') like ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}`)
  if (!under) return query
  const { lo, hi } = placeRange(under)
  return query.where(sql<boolean>`s.place_code between ${lo}::bigint and ${hi}::bigint`)
}

export async function addSite(ctx: Ctx, facts: Facts): Promise<Output<typeof contract.addSite>> {
  await lockForChange(ctx, facts.placeCode)
  await check(ctx, facts, null)
  const id = newId(ctx.now.getTime())
  await ctx.db
    .insertInto('site')
    .values({ county: ctx.actor.county, id, ...columns(facts) })
    .execute()
  return { id }
}

export async function changeSite(
  ctx: Ctx,
  { id, ...facts }: Input<typeof contract.changeSite>,
): Promise<Output<typeof contract.changeSite>> {
  await lockOpenSite(ctx, id)
  await lockForChange(ctx, facts.placeCode)
  await check(ctx, facts, id)
  await update(ctx, id, columns(facts))
  return { ok: true }
}

export async function closeSite(
  ctx: Ctx,
  { id, on }: Input<typeof contract.closeSite>,
): Promise<Output<typeof contract.closeSite>> {
  await lockOpenSite(ctx, id)
  await update(ctx, id, { closed_on: dayOf(on, { from: '1949-10-01', today: officeDay(ctx.now) }) })
  return { ok: true }
}

/** A site may be changed by those whose area holds the place it stands in. */
async function lockOpenSite(ctx: Ctx, id: string): Promise<void> {
  const site = await ctx.db
    .selectFrom('site')
    .select(['name', 'place_code', 'closed_on'])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  ensure(site, notFound)
  ensure(mayManage(ctx.actor, site.place_code), () => outsideArea({ name: site.name }))
  ensure(site.closed_on === null, () => no.siteClosed({ name: site.name, on: site.closed_on ?? '' }))
}

async function check(ctx: Ctx, { name, placeCode, unitId, lon, lat }: Facts, self: string | null): Promise<void> {
  ensure((lon === null) === (lat === null), no.halfLocated)
  const county = ctx.actor.county
  const namesakes = ctx.db.selectFrom('site').select('id').where('county', '=', county).where('name', '=', name)
  const there = await namesakes.where('place_code', '=', placeCode).where('closed_on', 'is', null).execute()
  ensure(
    there.every((one) => one.id === self),
    () => no.siteExists({ name }),
  )
  if (unitId === null) return
  const unit = await ctx.db
    .selectFrom('unit')
    .select('id')
    .where('county', '=', county)
    .where('id', '=', unitId)
    .execute()
  ensure(unit.length, no.noSuchUnit)
}

function columns({ placeCode, unitId, isShared, ...same }: Facts) {
  return { ...same, place_code: placeCode, unit_id: unitId, is_shared: isShared }
}

async function update(
  ctx: Ctx,
  id: string,
  values: Partial<ReturnType<typeof columns>> & { closed_on?: string },
): Promise<void> {
  await ctx.db.updateTable('site').set(values).where('county', '=', ctx.actor.county).where('id', '=', id).execute()
}
