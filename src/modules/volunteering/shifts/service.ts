import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { calendar, signUps } from '#modules/gatherings/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { needReleased, needTaken } from '../needs/index.ts'
import { hasHappened } from './changing/rules.ts'
import type { contract } from './contract.ts'
import { ensureNoLiveShift, mayKeep, type ShiftRow } from './policy.ts'
import { gatheringOf, lockReached, turnStatesOf } from './reaching/index.ts'
import { countOf, lineOf, linesOf, matching, turnsOf } from './rows/index.ts'
import { isOneShift, mayCheckOut, mayEnterLate } from './rules.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Published = Input<Doors['publishShift']>

export async function listShifts(ctx: Ctx, asked: Input<Doors['listShifts']>): Promise<Output<Doors['listShifts']>> {
  const where = matching(asked)
  const rows = await linesOf(ctx, where, asked)
  return { items: rows.map(lineOf), total: await countOf(ctx, where) }
}

async function readShift(ctx: Ctx, { id }: Input<Doors['readShift']>): Promise<Output<Doors['readShift']>> {
  const [row] = await linesOf(ctx, sql<boolean>`s.id = ${id}`, { offset: 0, limit: 1 })
  ensure(row, notFound)
  const keep = mayKeep(ctx.actor, row.placeCode)
  const isPlanned = row.status === 'planned'
  const hasBegun = Date.parse(row.startsAt) < ctx.now.getTime()
  const records = ctx.actor.permissions.has('volunteering.record')
  return {
    ...lineOf(row),
    version: row.version,
    seriesId: row.seriesId,
    siteId: row.siteId,
    intensity: row.intensity,
    note: row.note,
    organiser: await organiserOf(ctx, row.organiserId),
    servedPerson: await servedPersonOf(ctx, row.servedPersonId),
    servedCode: keep ? row.servedCode : null,
    ...(await turnsOf(ctx, id, {
      gatheringId: row.gatheringId,
      keeps: keep,
      hasBegun,
      isOutOver: !mayCheckOut({ to: row.endsAt }, ctx.now),
    })),
    can: {
      claim: records && isPlanned && !hasBegun,
      change: keep && isPlanned && !row.isOver && !hasHappened((await turnStatesOf(ctx, [id])).get(id) ?? []),
      cancel: keep && isPlanned && !row.isOver,
      keep,
      enterLate: keep && row.status !== 'cancelled' && row.isOver && mayEnterLate({ to: row.endsAt }, ctx.now),
    },
  }
}

async function organiserOf(ctx: Ctx, id: string | null): Promise<string | null> {
  if (!id) return null
  const unit = ctx.db.selectFrom('unit').select('name').where('county', '=', ctx.actor.county).where('id', '=', id)
  return (await unit.executeTakeFirst())?.name ?? null
}

async function servedPersonOf(ctx: Ctx, id: string | null): Promise<{ id: string; name: string } | null> {
  if (!id) return null
  const person = ctx.db.selectFrom('person').select(['id', 'name']).where('county', '=', ctx.actor.county)
  const found = await person.where('id', '=', id).where(rowsOf(ctx.actor, 'person')).executeTakeFirst()
  return found ?? null
}

/** Publishes a shift, or the whole series of a team's plan in one act. The gathering keeps when, where and how many. */
export async function publishShift(ctx: Ctx, asked: Published): Promise<Output<Doors['publishShift']>> {
  ensure(isOneShift({ from: asked.startsAt, to: asked.endsAt }), no.notOneDay)
  ensure(asked.openTo !== 'team' || asked.teamId, no.needsTeam)
  const servedPersonId = await ensureKnown(ctx, asked)
  const { title, placeCode, siteId, address, startsAt, endsAt, capacity, intensity, note, repeat, organiserId } = asked
  const gathering = {
    kind: 'shift',
    title,
    placeCode,
    siteId,
    address,
    startsAt,
    endsAt,
    capacity,
    note,
    repeat,
  } as const
  const planned = await calendar.planGathering(ctx, {
    ...gathering,
    ...(intensity ? { intensity } : {}),
    // Who may serve is asked here; the gathering lets in whom this room lets through.
    signUp: 'open',
    signUpUntil: null,
    offerHours: 24,
    hosts: organiserId ? [organiserId] : [],
    resources: [],
  })
  const ids: string[] = []
  for (const gatheringId of planned.ids) ids.push(await enterShift(ctx, gatheringId, { ...asked, servedPersonId }))
  const [first] = ids
  if (asked.needId && first) await needTaken(ctx, { needId: asked.needId, shiftId: first })
  for (const id of asked.invited.length ? planned.ids : []) await signUps.invite(ctx, { id, people: asked.invited })
  ctx.emit({ type: 'shifts.published', data: { ids, teamId: asked.teamId, needId: asked.needId } })
  return { ids }
}

async function enterShift(ctx: Ctx, gatheringId: string, asked: Published): Promise<string> {
  const id = newId(ctx.now.getTime())
  const of = { need_id: asked.needId, team_id: asked.teamId, task: asked.task, open_to: asked.openTo }
  const row = { county: ctx.actor.county, id, gathering_id: gatheringId, ...of, organiser_id: asked.organiserId }
  const stamp = { created_by: ctx.actor.accountId, created_at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('shift')
    .values({ ...row, ...stamp, served_person_id: asked.servedPersonId, served_code: newCode() })
    .execute()
  return id
}

/** Six digits that the served person shows and the volunteer types. */
function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** Answers whom the shift is done for: who was named, or whose need it is. */
async function ensureKnown(ctx: Ctx, { teamId, needId, servedPersonId }: Published): Promise<string | null> {
  const county = ctx.actor.county
  if (teamId) {
    const team = ctx.db.selectFrom('volunteer_team').select('id').where('county', '=', county).where('id', '=', teamId)
    ensure(await team.where('dissolved_on', 'is', null).executeTakeFirst(), no.noSuchTeam)
  }
  if (servedPersonId) ensure(await servedPersonOf(ctx, servedPersonId), notFound)
  if (!needId) return servedPersonId
  const needs = ctx.db.selectFrom('need').select('person_id').where('county', '=', county).where('id', '=', needId)
  const need = await needs.where('ended_at', 'is', null).executeTakeFirst()
  ensure(need, no.noSuchNeed)
  await ensureNoLiveShift(ctx, needId)
  return servedPersonId ?? need.person_id
}

/** Nothing is cancelled over the heads of those who are serving, and what was served stays served. */
async function cancelShift(ctx: Ctx, { id, reason, span }: Input<Doors['cancelShift']>): Promise<{ ok: true }> {
  const shifts = await lockReached(ctx, { id, span })
  const busy = shifts
    .flatMap(({ turns }) => turns)
    .find((status) => ['started', 'late', 'served', 'confirmed'].includes(status))
  ensure(!busy, () => no.wrongState({ status: busy ?? '' }))
  await calendar.cancelGathering(ctx, { id: await gatheringOf(ctx, id), reason, span })
  for (const one of shifts) await endTurns(ctx, one, reason)
  return { ok: true }
}

/** Everybody who has a place is told by the calendar; a need it was for is looked after again. */
export async function callOff(ctx: Ctx, shift: ShiftRow, reason: string): Promise<void> {
  await calendar.cancelGathering(ctx, { id: shift.gatheringId, reason, span: 'one' })
  await endTurns(ctx, shift, reason)
}

async function endTurns(ctx: Ctx, shift: ShiftRow, reason: string): Promise<void> {
  const ended = await ctx.db
    .updateTable('shift_turn')
    .set({ status: 'cancelled', ended_by: ctx.actor.accountId, ended_at: ctx.now.toISOString() })
    .where('county', '=', ctx.actor.county)
    .where('shift_id', '=', shift.id)
    .where('status', 'in', ['claimed', 'waiting'])
    .returning('id')
    .execute()
  if (shift.needId) await needReleased(ctx, { needId: shift.needId, reason })
  ctx.emit({ type: 'shifts.cancelled', data: { id: shift.id, turns: ended.map((turn) => turn.id) } })
}

export const service: Service<Doors> = { listShifts, readShift, publishShift, cancelShift }
