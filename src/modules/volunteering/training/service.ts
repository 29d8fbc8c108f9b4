import { sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { holdsPlace } from '../policy.ts'
import { ensureVolunteer } from '../volunteers/index.ts'
import type { contract } from './contract.ts'
import { lockTraining } from './policy.ts'
import * as no from './words.ts'

type Doors = typeof contract
type In<K extends keyof Doors> = Input<Doors[K]>
type Out<K extends keyof Doors> = Promise<Output<Doors[K]>>
type Line = Awaited<Out<'listTraining'>>['items'][number]
type Trainee = Awaited<Out<'readTraining'>>['trainees'][number]

function linesOf(ctx: Ctx) {
  return ctx.db
    .selectFrom('training as r')
    .innerJoin('place as l', (on) => on.onRef('l.county', '=', 'r.county').onRef('l.code', '=', 'r.place_code'))
    .leftJoin('volunteer_team as t', (on) => on.onRef('t.county', '=', 'r.county').onRef('t.id', '=', 'r.team_id'))
    .select(['r.id', 'r.title', 'r.held_on', 'r.minutes', 'r.trainer', 'r.team_id', 't.name as team', 'r.place_code'])
    .select([
      'l.short as place',
      sql<number>`(select count(*)::int from trainee e where e.county = r.county and e.training_id = r.id and e.struck_at is null)`.as(
        'people',
      ),
    ])
    .where('r.county', '=', ctx.actor.county)
}

type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number]

function lineOf({ held_on, team_id, place_code, ...row }: Row): Line {
  return { ...row, heldOn: held_on, teamId: team_id, placeCode: place_code }
}

async function listTraining(ctx: Ctx, { offset, limit, ...asked }: In<'listTraining'>): Out<'listTraining'> {
  let found = linesOf(ctx)
  if (asked.teamId) found = found.where('r.team_id', '=', asked.teamId)
  if (asked.from) found = found.where('r.held_on', '>=', asked.from)
  if (asked.to) found = found.where('r.held_on', '<=', asked.to)
  if (asked.under) {
    const { lo, hi } = placeRange(asked.under)
    found = found.where(sql<boolean>`r.place_code between ${lo}::bigint and ${hi}::bigint`)
  }
  const counted = found.clearSelect().select(sql<number>`count(*)::int`.as('total'))
  const { total } = await counted.executeTakeFirstOrThrow()
  const rows = await found.orderBy('r.held_on', 'desc').orderBy('r.id').offset(offset).limit(limit).execute()
  return { items: rows.map(lineOf), total }
}

async function readTraining(ctx: Ctx, { id }: In<'readTraining'>): Out<'readTraining'> {
  const row = await linesOf(ctx).where('r.id', '=', id).executeTakeFirst()
  ensure(row, notFound)
  const trainees = await ctx.db
    .selectFrom('trainee as e')
    .innerJoin('person as p', (on) => on.onRef('p.county', '=', 'e.county').onRef('p.id', '=', 'e.person_id'))
    .leftJoin('volunteer as v', (on) => on.onRef('v.county', '=', 'e.county').onRef('v.person_id', '=', 'e.person_id'))
    .select(['e.person_id as personId', 'p.name', 'e.reason as struck'])
    .select([sql<Trainee['result']>`e.result`.as('result'), sql<string>`coalesce(v.number, '')`.as('number')])
    .where('e.county', '=', ctx.actor.county)
    .where('e.training_id', '=', id)
    .where(rowsOf(ctx.actor, 'p'))
    .orderBy('p.name_sort')
    .execute()
  const line = lineOf(row)
  const seen = trainees.filter(({ struck }) => struck === null).length
  const can = { change: ctx.actor.permissions.has('volunteering.record') && holdsPlace(ctx.actor, line.placeCode) }
  return { ...line, trainees, others: line.people - seen, can }
}

export async function recordTraining(ctx: Ctx, asked: In<'recordTraining'>): Out<'recordTraining'> {
  const { people, result, placeCode, heldOn, teamId, ...facts } = asked
  const county = ctx.actor.county
  ensure(holdsPlace(ctx.actor, placeCode), no.outsideArea)
  ensure(heldOn <= officeDay(ctx.now), no.notYet)
  const places = ctx.db.selectFrom('place').select('code').where('county', '=', county)
  ensure((await places.where('code', '=', placeCode).execute()).length, notFound)
  if (teamId) {
    const teams = ctx.db.selectFrom('volunteer_team').select('id').where('county', '=', county)
    ensure((await teams.where('id', '=', teamId).execute()).length, notFound)
  }
  const trainingId = newId(ctx.now.getTime())
  const said = { recorded_by: ctx.actor.accountId, recorded_at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('training')
    .values({ county, id: trainingId, ...facts, held_on: heldOn, team_id: teamId, place_code: placeCode, ...said })
    .execute()
  await enter(ctx, trainingId, { people, result })
  return { trainingId }
}

/** Who stands on the list already stays as they are; who was struck by mistake comes back. */
async function enter(
  ctx: Ctx,
  trainingId: string,
  { people, result }: Pick<In<'addTrainees'>, 'people' | 'result'>,
): Promise<number> {
  let added = 0
  for (const personId of new Set(people)) {
    await ensureVolunteer(ctx, personId)
    const { rows } = await sql`
      insert into trainee (county, training_id, person_id, result, entered_by, entered_at)
      values (${ctx.actor.county}, ${trainingId}, ${personId}, ${result}, ${ctx.actor.accountId}, ${ctx.now.toISOString()})
      on conflict (county, training_id, person_id) do update
        set result = excluded.result, struck_at = null, struck_by = null, reason = null where trainee.struck_at is not null
      returning person_id`.execute(ctx.db)
    added += rows.length
  }
  return added
}

async function addTrainees(ctx: Ctx, { id, ...asked }: In<'addTrainees'>): Out<'addTrainees'> {
  await lockTraining(ctx, id)
  return { added: await enter(ctx, id, asked) }
}

async function strikeTrainee(ctx: Ctx, { id, personId, reason }: In<'strikeTrainee'>): Out<'strikeTrainee'> {
  await lockTraining(ctx, id)
  const struck = await ctx.db
    .updateTable('trainee')
    .set({ struck_at: ctx.now.toISOString(), struck_by: ctx.actor.accountId, reason })
    .where('county', '=', ctx.actor.county)
    .where('training_id', '=', id)
    .where('person_id', '=', personId)
    .where('struck_at', 'is', null)
    .returning('person_id')
    .execute()
  ensure(struck.length, no.notThere)
  return { ok: true }
}

export const service: Service<Doors> = { listTraining, readTraining, recordTraining, addTrainees, strikeTrainee }
