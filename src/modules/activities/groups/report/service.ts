import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { loadGroup, lockToKeep } from '../policy.ts'
import type { contract } from './contract.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Report = Output<Doors['readYearlyReport']>
type Held = Report['gatherings'][number]

async function gatheringsOf(ctx: Ctx, id: string): Promise<(Held & { year: number })[]> {
  const { rows } = await sql<Held & { year: number }>`
    select g.id, g.title, lower(g.during) as "startsAt", g.status,
           extract(year from lower(g.during) at time zone 'Asia/Shanghai')::int as year,
           count(a.id)::int as present, coalesce(sum(a.minutes), 0)::int as minutes
      from group_gathering l join gathering g on g.county = l.county and g.id = l.gathering_id
      left join gathering_attendance a on a.county = g.county and a.gathering_id = g.id and a.state in ('present', 'home')
     where l.county = ${ctx.actor.county} and l.group_id = ${id}
     group by g.county, g.id order by lower(g.during) desc, g.id`.execute(ctx.db)
  return rows
}

async function listGroupGatherings(
  ctx: Ctx,
  { id }: Input<Doors['listGroupGatherings']>,
): Promise<Output<Doors['listGroupGatherings']>> {
  await loadGroup(ctx, id)
  const items = (await gatheringsOf(ctx, id)).map(({ year: _year, ...row }) => row)
  return { items, total: items.length }
}

export async function linkGathering(
  ctx: Ctx,
  { id, gatheringId }: Input<Doors['linkGathering']>,
): Promise<{ ok: true }> {
  await lockToKeep(ctx, id)
  const gathering = await ctx.db
    .selectFrom('gathering')
    .select('status')
    .where('county', '=', ctx.actor.county)
    .where('id', '=', gatheringId)
    .executeTakeFirst()
  ensure(gathering, notFound)
  ensure(gathering.status !== 'cancelled', no.cancelledGathering)
  const stamp = { linked_by: ctx.actor.accountId, linked_at: ctx.now.toISOString() }
  const written = await ctx.db
    .insertInto('group_gathering')
    .values({ county: ctx.actor.county, group_id: id, gathering_id: gatheringId, ...stamp })
    .onConflict((conflict) => conflict.doNothing())
    .returning('group_id')
    .executeTakeFirst()
  ensure(written, no.linkedBefore)
  return { ok: true }
}

async function unlinkGathering(ctx: Ctx, { id, gatheringId }: Input<Doors['unlinkGathering']>): Promise<{ ok: true }> {
  await lockToKeep(ctx, id)
  const gone = await ctx.db
    .deleteFrom('group_gathering')
    .where('county', '=', ctx.actor.county)
    .where('group_id', '=', id)
    .where('gathering_id', '=', gatheringId)
    .returning('group_id')
    .executeTakeFirst()
  ensure(gone, no.notLinked)
  return { ok: true }
}

async function readYearlyReport(
  ctx: Ctx,
  { id, year }: Input<Doors['readYearlyReport']>,
): Promise<Output<Doors['readYearlyReport']>> {
  await loadGroup(ctx, id)
  const gatherings = (await gatheringsOf(ctx, id))
    .filter((one) => one.year === year && one.status === 'held')
    .map(({ year: _year, ...row }) => row)
  const [came, went] = [await movedIn(ctx, { id, year, what: 'joined_on' }), await movedIn(ctx, { id, year, what: 'left_on' })] // biome-ignore format: one pair
  const { rows: counted } = await sql<Pick<Report, 'membersBefore' | 'membersAfter'>>`
    select count(*) filter (where joined_on < ${`${year}-01-01`} and (left_on is null or left_on >= ${`${year}-01-01`}))::int as "membersBefore",
           count(*) filter (where joined_on <= ${`${year}-12-31`} and (left_on is null or left_on > ${`${year}-12-31`}))::int as "membersAfter"
      from group_member where county = ${ctx.actor.county} and group_id = ${id}`.execute(ctx.db)
  const { rows: people } = await sql<{ people: number }>`
    select count(distinct person_id)::int as people from gathering_attendance
     where county = ${ctx.actor.county} and gathering_id = any(${gatherings.map((one) => one.id)}::uuid[])
       and state in ('present', 'home')`.execute(ctx.db)
  const { rows: elections } = await sql<Report['elections'][number]>`
    select held_on as "heldOn", eligible, voted from group_election
     where county = ${ctx.actor.county} and group_id = ${id} and extract(year from held_on) = ${year} order by held_on`.execute(
    ctx.db,
  )
  return {
    year,
    ...(counted[0] ?? { membersBefore: 0, membersAfter: 0 }),
    joined: came.items,
    left: went.items,
    others: came.others + went.others,
    gatherings,
    presences: gatherings.reduce((sum, one) => sum + one.present, 0),
    people: people[0]?.people ?? 0,
    minutes: gatherings.reduce((sum, one) => sum + one.minutes, 0),
    elections,
  }
}

type Asked = { id: string; year: number; what: 'joined_on' | 'left_on' }

async function movedIn(ctx: Ctx, { id, year, what }: Asked) {
  const day = sql.ref(`m.${what}`)
  const where = sql`m.county = ${ctx.actor.county} and m.group_id = ${id} and extract(year from ${day}) = ${year}`
  const { rows } = await sql<Report['joined'][number]>`
    select m.person_id as "personId", p.name, ${day} as on
      from group_member m join person p on p.county = m.county and p.id = m.person_id and ${rowsOf(ctx.actor, 'p')}
     where ${where} order by ${day}, p.name_sort, m.id`.execute(ctx.db)
  const all = await sql<{ count: number }>`select count(*)::int as count from group_member m where ${where}`.execute(
    ctx.db,
  )
  return { items: rows, others: (all.rows[0]?.count ?? 0) - rows.length }
}

export const service: Service<Doors> = { listGroupGatherings, linkGathering, unlinkGathering, readYearlyReport }
