import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { contract } from './contract.ts'
import { giveRole, joinTeam, leaveTeam } from './members/index.ts'
import { lockTeam, mayKeep } from './policy.ts'
import { lineOf, linesOf, membersOf } from './rows/index.ts'
import * as no from './words.ts'

type Doors = typeof contract
type In<K extends keyof Doors> = Input<Doors[K]>
type Out<K extends keyof Doors> = Promise<Output<Doors[K]>>
type Facts = Omit<In<'changeTeam'>, 'id' | 'version'>

async function listTeams(ctx: Ctx, { dissolved, q }: In<'listTeams'>): Out<'listTeams'> {
  let found = linesOf(ctx)
  if (!dissolved) found = found.where('t.dissolved_on', 'is', null)
  if (q) found = found.where('t.name', 'like', `%${q.replace(/[\\%_]/g, '\\$&')}%`)
  const rows = await found.orderBy('t.kind').orderBy('t.founded_on').orderBy('t.id').execute()
  return { items: rows.map(lineOf), total: rows.length }
}

async function readTeam(ctx: Ctx, { id }: In<'readTeam'>): Out<'readTeam'> {
  const row = await linesOf(ctx)
    .leftJoin('volunteer_team as b', (on) => on.onRef('b.county', '=', 't.county').onRef('b.id', '=', 't.parent_id'))
    .leftJoin('unit as u', (on) => on.onRef('u.county', '=', 't.county').onRef('u.id', '=', 't.unit_id'))
    .select(['t.version', 'b.name as parent', 't.unit_id', 'u.name as unit', 't.purpose', 't.reason'])
    .where('t.id', '=', id)
    .executeTakeFirst()
  ensure(row, notFound)
  const { now, former, others } = await membersOf(ctx, id)
  const may = mayKeep(ctx.actor, row.place_code) && row.dissolved_on === null
  const { version, parent, unit, purpose, reason } = row
  const more = { version, parent, unitId: row.unit_id, unit, purpose, reason }
  return { ...lineOf(row), ...more, members: now, former, others, can: { change: may, dissolve: may } }
}

export async function foundTeam(ctx: Ctx, asked: In<'foundTeam'>): Out<'foundTeam'> {
  const { kind, foundedOn = officeDay(ctx.now), ...facts } = asked
  await ensureSound(ctx, { kind, self: null }, facts)
  const teamId = newId(ctx.now.getTime())
  const said = { created_by: ctx.actor.accountId, created_at: ctx.now.toISOString(), founded_on: foundedOn }
  await ctx.db
    .insertInto('volunteer_team')
    .values({ county: ctx.actor.county, id: teamId, kind, ...columnsOf(facts), ...said })
    .execute()
  return { teamId }
}

async function changeTeam(ctx: Ctx, { id, version, ...facts }: In<'changeTeam'>): Out<'changeTeam'> {
  const row = await lockTeam(ctx, id)
  ensure(row.version === version, no.changedMeanwhile)
  await ensureSound(ctx, { kind: row.kind, self: id }, facts)
  await change(ctx, id, { ...columnsOf(facts), version: version + 1 })
  return { ok: true }
}

function columnsOf({ placeCode, parentId, unitId, fields, ...same }: Facts) {
  return { ...same, fields: [...new Set(fields)], place_code: placeCode, parent_id: parentId, unit_id: unitId }
}

async function ensureSound(ctx: Ctx, team: { kind: string; self: string | null }, facts: Facts): Promise<void> {
  ensure(mayKeep(ctx.actor, facts.placeCode), no.outsideArea)
  const open = ctx.db
    .selectFrom('volunteer_team')
    .select(['id', 'kind'])
    .where('county', '=', ctx.actor.county)
    .where('dissolved_on', 'is', null)
  const namesake = await open.where('name', '=', facts.name).executeTakeFirst()
  ensure(!namesake || namesake.id === team.self, () => no.nameTaken({ name: facts.name }))
  if (facts.parentId === null) return
  const parent = await open.where('id', '=', facts.parentId).executeTakeFirst()
  ensure(parent, notFound)
  ensure(team.kind === 'team' && parent.kind === 'corps', no.notACorps)
}

/** Members go with their team; a corps goes last. */
async function dissolveTeam(ctx: Ctx, { id, reason }: In<'dissolveTeam'>): Out<'dissolveTeam'> {
  const row = await lockTeam(ctx, id)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from volunteer_team
    where county = ${ctx.actor.county} and parent_id = ${id} and dissolved_on is null`.execute(ctx.db)
  const count = rows[0]?.count ?? 0
  ensure(count === 0, () => no.hasTeams({ count }))
  const today = officeDay(ctx.now)
  await sql`update team_member set during = daterange(lower(during), greatest(${today}::date, lower(during) + 1)),
      reason = ${reason}, ended_by = ${ctx.actor.accountId}::uuid, ended_at = ${ctx.now.toISOString()}
    where county = ${ctx.actor.county} and team_id = ${id} and upper_inf(during)`.execute(ctx.db)
  const dissolved_on = today < row.founded_on ? row.founded_on : today
  await change(ctx, id, { dissolved_on, reason, version: row.version + 1 })
  ctx.emit({ type: 'volunteering.team_dissolved', data: { id } })
  return { ok: true }
}

type Changes = Partial<ReturnType<typeof columnsOf>> & { version: number; dissolved_on?: string; reason?: string }

async function change(ctx: Ctx, id: string, changes: Changes): Promise<void> {
  await ctx.db
    .updateTable('volunteer_team')
    .set(changes)
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}

export const service: Service<Doors> = {
  listTeams,
  readTeam,
  foundTeam,
  changeTeam,
  dissolveTeam,
  joinTeam,
  giveRole,
  leaveTeam,
}
