import { sql } from 'kysely'
import { ageOf } from '#modules/people/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import type { contract } from '../contract.ts'

type Line = Output<typeof contract.listTeams>['items'][number]
export type Member = Output<typeof contract.readTeam>['members'][number]

export function linesOf(ctx: Ctx) {
  const today = officeDay(ctx.now)
  return ctx.db
    .selectFrom('volunteer_team as t')
    .innerJoin('place as l', (on) => on.onRef('l.county', '=', 't.county').onRef('l.code', '=', 't.place_code'))
    .select(['t.id', 't.parent_id', 't.name', 't.place_code', 'l.short as place', 't.founded_on', 't.dissolved_on'])
    .select([sql<Line['kind']>`t.kind`.as('kind'), sql<Line['fields']>`t.fields`.as('fields')])
    .select(
      sql<string | null>`(select p.name from team_member m join person p on p.county = m.county and p.id = m.person_id
        where m.county = t.county and m.team_id = t.id and m.role = 'leader' and m.during @> ${today}::date)`.as(
        'leader',
      ),
    )
    .select(
      sql<number>`(select count(distinct m.person_id)::int from team_member m join volunteer_team b on b.county = m.county and b.id = m.team_id
        where m.county = t.county and t.id in (b.id, b.parent_id) and m.during @> ${today}::date)`.as('members'),
    )
    .select(
      sql<number>`(select count(*)::int from need n where n.county = t.county and n.team_id = t.id
        and n.status in ('matched', 'in_service'))`.as('needs'),
    )
    .where('t.county', '=', ctx.actor.county)
}

type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number]

export function lineOf(row: Row): Line {
  const { id, kind, name, fields, place, leader, members, needs } = row
  return {
    id,
    kind,
    name,
    fields,
    place,
    leader,
    members,
    needs,
    parentId: row.parent_id,
    placeCode: row.place_code,
    foundedOn: row.founded_on,
    dissolvedOn: row.dissolved_on,
  }
}

/** Everybody who is or was in a team, as far as the reader looks after them; leaders first. */
export async function membersOf(
  ctx: Ctx,
  teamId: string,
): Promise<{ now: Member[]; former: Member[]; others: number }> {
  const today = officeDay(ctx.now)
  const rows = await ctx.db
    .selectFrom('team_member as m')
    .innerJoin('person as p', (on) => on.onRef('p.county', '=', 'm.county').onRef('p.id', '=', 'm.person_id'))
    .leftJoin('volunteer as v', (on) => on.onRef('v.county', '=', 'm.county').onRef('v.person_id', '=', 'm.person_id'))
    .select(['m.id', 'm.person_id', 'p.name', 'v.number', 'p.birth_on', 'm.reason'])
    .select([sql<Member['role']>`m.role`.as('role'), sql<boolean>`m.during @> ${today}::date`.as('is_now')])
    .select([sql<string>`lower(m.during)::text`.as('since'), sql<string | null>`upper(m.during)::text`.as('until')])
    .where('m.county', '=', ctx.actor.county)
    .where('m.team_id', '=', teamId)
    .where(rowsOf(ctx.actor, 'p'))
    .orderBy(sql`array_position('{leader,deputy,member}', m.role)`)
    .orderBy(sql`lower(m.during)`)
    .orderBy('p.name_sort')
    .execute()
  const all = await sql<{ count: number }>`select count(*)::int as count from team_member
    where county = ${ctx.actor.county} and team_id = ${teamId} and during @> ${today}::date`.execute(ctx.db)
  const members = rows.map(({ is_now, ...row }) => ({
    isNow: is_now,
    member: {
      id: row.id,
      personId: row.person_id,
      name: row.name,
      number: row.number,
      age: ageOf(row.birth_on, today),
      role: row.role,
      sinceOn: row.since,
      untilOn: row.until,
      reason: row.reason,
    },
  }))
  const now = members.filter((one) => one.isNow).map((one) => one.member)
  const former = members.filter((one) => !one.isNow).map((one) => one.member)
  return { now, former, others: (all.rows[0]?.count ?? 0) - now.length }
}
