import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { contract } from './contract.ts'
import { lockToKeep, mayManage } from './policy.ts'
import { lineOf, linesOf, matching } from './rows/index.ts'
import { isFiledWell } from './rules.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Facts = Input<Doors['foundGroup']>

async function listGroups(ctx: Ctx, asked: Input<Doors['listGroups']>): Promise<Output<Doors['listGroups']>> {
  const today = officeDay(ctx.now)
  const where = matching(asked, today)
  const { total } = await ctx.db
    .selectFrom('activity_group as g')
    .select(sql<number>`count(*)::int`.as('total'))
    .where('g.county', '=', ctx.actor.county)
    .where(where)
    .executeTakeFirstOrThrow()
  const rows = await linesOf(ctx)
    .where(where)
    .orderBy('g.place_code')
    .orderBy('g.name')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  return { items: rows.map((row) => lineOf(row, today)), total }
}

async function readGroup(ctx: Ctx, { id }: Input<Doors['readGroup']>): Promise<Output<Doors['readGroup']>> {
  const row = await linesOf(ctx)
    .leftJoin('site as s', (on) => on.onRef('s.county', '=', 'g.county').onRef('s.id', '=', 'g.site_id'))
    .leftJoin('unit as u', (on) => on.onRef('u.county', '=', 'g.county').onRef('u.id', '=', 'g.unit_id'))
    .select(['g.version', 'g.purpose', 'g.charter', 'g.site_id as siteId', 's.name as site', 'g.unit_id as unitId'])
    .select(['u.name as unit', 'g.filing_no as filingNo', 'g.reason'])
    .where('g.id', '=', id)
    .executeTakeFirst()
  ensure(row, notFound)
  const isOpen = row.closedOn === null
  return {
    ...row,
    ...lineOf(row, officeDay(ctx.now)),
    can: {
      change: isOpen && mayManage(ctx.actor, row.placeCode),
      join: isOpen && ctx.actor.permissions.has('groups.manage'),
    },
  }
}

export async function foundGroup(ctx: Ctx, facts: Facts): Promise<{ id: string }> {
  await ensureSensible(ctx, facts, null)
  const [county, id] = [ctx.actor.county, newId(ctx.now.getTime())]
  const stamps = { created_by: ctx.actor.accountId, created_at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('activity_group')
    .values({ county, id, ...columnsOf(facts), ...stamps })
    .execute()
  ctx.emit({ type: 'groups.founded', data: { id } })
  return { id }
}

async function ensureSensible(ctx: Ctx, facts: Facts, self: string | null): Promise<void> {
  const county = ctx.actor.county
  ensure(mayManage(ctx.actor, facts.placeCode), no.outsideArea)
  ensure(isFiledWell(facts), no.filingIncomplete)
  ensure(facts.foundedOn <= officeDay(ctx.now), no.wrongDay)
  // Two who give one name at once go one after the other.
  await sql`select from county where county = ${county} for no key update`.execute(ctx.db)
  const { rows } = await sql<{ what: string }>`
    select 'name' as what from activity_group
     where county = ${county} and name = ${facts.name} and closed_on is null and id is distinct from ${self}::uuid
    union all select 'site' where ${facts.siteId}::uuid is not null
       and not exists (select from site where county = ${county} and id = ${facts.siteId} and closed_on is null)
    union all select 'unit' where ${facts.unitId}::uuid is not null
       and not exists (select from unit where county = ${county} and id = ${facts.unitId} and status = 'open')`.execute(
    ctx.db,
  )
  const faults = new Set(rows.map(({ what }) => what))
  ensure(!faults.has('name'), () => no.nameTaken({ name: facts.name }))
  ensure(faults.size === 0, no.noSuchSite)
}

function columnsOf({ placeCode, siteId, unitId, foundedOn, filingNo, interests, ...same }: Facts) {
  return {
    kind: same.kind,
    name: same.name,
    purpose: same.purpose,
    charter: same.charter,
    filing: same.filing,
    interests: [...new Set(interests)],
    place_code: placeCode,
    site_id: siteId,
    unit_id: unitId,
    founded_on: foundedOn,
    filing_no: filingNo,
  }
}

async function changeGroup(ctx: Ctx, { id, version, ...facts }: Input<Doors['changeGroup']>): Promise<{ ok: true }> {
  const row = await lockToKeep(ctx, id)
  ensure(row.version === version, no.changedMeanwhile)
  await ensureSensible(ctx, facts, id)
  await ctx.db
    .updateTable('activity_group')
    .set({ ...columnsOf(facts), version: version + 1 })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
  return { ok: true }
}

async function dissolveGroup(ctx: Ctx, { id, on, reason }: Input<Doors['dissolveGroup']>): Promise<{ ok: true }> {
  const row = await lockToKeep(ctx, id)
  const { county } = ctx.actor
  const { rows } = await sql<{ last: string | null }>`
    select greatest(max(joined_on), (select max(from_on) from group_officer where county = ${county} and group_id = ${id})) as last
      from group_member where county = ${county} and group_id = ${id}`.execute(ctx.db)
  ensure(on >= row.founded_on && on >= (rows[0]?.last ?? on) && on <= officeDay(ctx.now), no.wrongDay)
  await sql`update group_member set left_on = ${on}, reason = ${reason}
             where county = ${county} and group_id = ${id} and left_on is null`.execute(ctx.db)
  await sql`update group_officer set ended_on = ${on}, reason = ${reason}
             where county = ${county} and group_id = ${id} and ended_on is null`.execute(ctx.db)
  await ctx.db
    .updateTable('activity_group')
    .set({ closed_on: on, reason, version: row.version + 1 })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute()
  ctx.emit({ type: 'groups.dissolved', data: { id } })
  return { ok: true }
}

export const service: Service<Doors> = { listGroups, readGroup, foundGroup, changeGroup, dissolveGroup }
