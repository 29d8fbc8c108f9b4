import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { ensureVolunteer } from '../../volunteers/index.ts'
import type { contract } from '../contract.ts'
import { lockTeam } from '../policy.ts'
import * as no from '../words.ts'

type Doors = typeof contract
type Role = Input<Doors['giveRole']>['role']

/** Takes a volunteer into a team. The team is locked, so that of two who join at once both see who leads. */
export async function joinTeam(ctx: Ctx, asked: Input<Doors['joinTeam']>): Promise<{ memberId: string }> {
  const { id, personId, role, since = officeDay(ctx.now) } = asked
  await lockTeam(ctx, id)
  const person = await ensureVolunteer(ctx, personId)
  const there = await currentOf(ctx, id).where('person_id', '=', personId).executeTakeFirst()
  ensure(!there, () => no.memberBefore({ name: person.name }))
  await ensureNoLeader(ctx, id, role)
  const memberId = newId(ctx.now.getTime())
  const row = { id: memberId, team_id: id, person_id: personId, role, during: `[${since},)` }
  await enter(ctx, row)
  ctx.emit({ type: 'volunteering.joined', data: { teamId: id, personId } })
  return { memberId }
}

type Entered = { id: string; team_id: string; person_id: string; role: string; during: string }

async function enter(ctx: Ctx, row: Entered): Promise<void> {
  const said = { added_by: ctx.actor.accountId, added_at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('team_member')
    .values({ county: ctx.actor.county, ...row, ...said })
    .execute()
}

function currentOf(ctx: Ctx, teamId: string) {
  return ctx.db
    .selectFrom('team_member')
    .select(['id', 'person_id', 'role', sql<string>`lower(during)::text`.as('since')])
    .where('county', '=', ctx.actor.county)
    .where('team_id', '=', teamId)
    .where(sql<boolean>`upper_inf(during)`)
}

async function ensureNoLeader(ctx: Ctx, teamId: string, role: Role): Promise<void> {
  if (role !== 'leader') return
  const leader = await currentOf(ctx, teamId).where('role', '=', 'leader').executeTakeFirst()
  ensure(!leader, no.leaderThere)
}

/** The membership an act is about: of a team of one's own, and of somebody one looks after. */
async function memberOf(ctx: Ctx, { id, memberId }: { id: string; memberId: string }) {
  await lockTeam(ctx, id)
  const row = await currentOf(ctx, id)
    .where('id', '=', memberId)
    .where((ask) =>
      ask.exists(
        ask
          .selectFrom('person as p')
          .select('p.id')
          .whereRef('p.county', '=', 'team_member.county')
          .whereRef('p.id', '=', 'team_member.person_id')
          .where(rowsOf(ctx.actor, 'p')),
      ),
    )
    .executeTakeFirst()
  ensure(row, notFound)
  return row
}

/** Each role is dated: the former one ends, the next begins; within one day it is put right in place. */
export async function giveRole(ctx: Ctx, asked: Input<Doors['giveRole']>): Promise<{ ok: true }> {
  const row = await memberOf(ctx, asked)
  if (row.role === asked.role) return { ok: true }
  await ensureNoLeader(ctx, asked.id, asked.role)
  const today = officeDay(ctx.now)
  if (row.since >= today) {
    await change(ctx, row.id, { role: asked.role })
    return { ok: true }
  }
  await end(ctx, row, '改任')
  const next = { team_id: asked.id, person_id: row.person_id, role: asked.role, during: `[${today},)` }
  await enter(ctx, { id: newId(ctx.now.getTime()), ...next })
  return { ok: true }
}

export async function leaveTeam(ctx: Ctx, asked: Input<Doors['leaveTeam']>): Promise<{ ok: true }> {
  const row = await memberOf(ctx, asked)
  await end(ctx, row, asked.reason)
  ctx.emit({ type: 'volunteering.left_team', data: { teamId: asked.id, personId: row.person_id } })
  return { ok: true }
}

/** A membership lasts a day at least. */
async function end(ctx: Ctx, row: { id: string; since: string }, reason: string): Promise<void> {
  const during = sql<string>`daterange(lower(during), greatest(${officeDay(ctx.now)}::date, lower(during) + 1))`
  await change(ctx, row.id, { during, reason, ended_by: ctx.actor.accountId, ended_at: ctx.now.toISOString() })
}

type Changes = {
  role?: string
  during?: ReturnType<typeof sql<string>>
  reason?: string
  ended_by?: string | null
  ended_at?: string
}

async function change(ctx: Ctx, id: string, changes: Changes): Promise<void> {
  await ctx.db
    .updateTable('team_member')
    .set(changes)
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}
