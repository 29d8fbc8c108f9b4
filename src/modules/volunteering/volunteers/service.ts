import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { contract } from './contract.ts'
import { leaveAll } from './leaving/index.ts'
import { lockVolunteer, personOf, registrationOf } from './policy.ts'
import { aroundOf, lineOf, linesOf, matching } from './rows/index.ts'
import * as no from './words.ts'

type Doors = typeof contract
type In<K extends keyof Doors> = Input<Doors[K]>
type Out<K extends keyof Doors> = Promise<Output<Doors[K]>>
type Facts = Omit<In<'registerVolunteer'>, 'personId'>

async function listVolunteers(ctx: Ctx, { offset, limit, ...asked }: In<'listVolunteers'>): Out<'listVolunteers'> {
  const found = linesOf(ctx).where(matching(asked))
  const counted = found.clearSelect().select(sql<number>`count(*)::int`.as('total'))
  const { total } = await counted.executeTakeFirstOrThrow()
  const rows = await found.orderBy('p.name_sort').orderBy('v.number').offset(offset).limit(limit).execute()
  return { items: rows.map((row) => lineOf(ctx, row)), total }
}

async function readVolunteer(ctx: Ctx, { personId }: In<'readVolunteer'>): Out<'readVolunteer'> {
  const row = await linesOf(ctx)
    .select(['v.version', 'v.times', 'v.week_minutes', 'v.note_sealed', 'v.left_reason'])
    .where('v.person_id', '=', personId)
    .executeTakeFirst()
  ensure(row, notFound)
  const may = ctx.actor.permissions.has('volunteering.record') && row.left_on === null
  return {
    ...lineOf(ctx, row),
    version: row.version,
    times: row.times,
    weekMinutes: row.week_minutes,
    note: row.note_sealed && ctx.vault.open(row.note_sealed),
    leftReason: row.left_reason,
    ...(await aroundOf(ctx, personId)),
    can: { change: may, leave: may },
  }
}

/** Registers somebody for the first time, or again under the number they had. */
export async function registerVolunteer(
  ctx: Ctx,
  { personId, ...facts }: In<'registerVolunteer'>,
): Out<'registerVolunteer'> {
  const person = await personOf(ctx, personId)
  ensure(person.status === 'living', no.notLiving)
  const former = await registrationOf(ctx, personId)
  ensure(!former || former.left_on !== null, () => no.registeredBefore({ number: former?.number ?? '' }))
  const county = ctx.actor.county
  const number = former?.number ?? (await nextNumber(ctx))
  const said = { registered_by: ctx.actor.accountId, registered_at: ctx.now.toISOString() }
  const row = { ...columnsOf(ctx, facts), since_on: officeDay(ctx.now), left_on: null, left_reason: null, ...said }
  if (former)
    await ctx.db
      .updateTable('volunteer')
      .set({ ...row, version: former.version + 1 })
      .where('county', '=', county)
      .where('id', '=', former.id)
      .execute()
  else
    await ctx.db
      .insertInto('volunteer')
      .values({ county, id: newId(ctx.now.getTime()), person_id: personId, number, ...row })
      .execute()
  ctx.emit({ type: 'volunteering.registered', data: { personId } })
  return { personId, number }
}

/** County and six digits, in the order of registration. */
async function nextNumber(ctx: Ctx): Promise<string> {
  const county = ctx.actor.county
  const { rows } = await sql<{ last: number }>`
    insert into volunteer_number (county, last) values (${county}, 1)
    on conflict (county) do update set last = volunteer_number.last + 1 returning last`.execute(ctx.db)
  return `${county}${String(rows[0]?.last ?? 0).padStart(6, '0')}`
}

function columnsOf(ctx: Ctx, { skills, times, elderKind, weekMinutes, note }: Facts) {
  const note_sealed = note ? ctx.vault.seal(note) : null
  return { skills: [...new Set(skills)], times, elder_kind: elderKind, week_minutes: weekMinutes, note_sealed }
}

async function changeVolunteer(
  ctx: Ctx,
  { personId, version, ...facts }: In<'changeVolunteer'>,
): Out<'changeVolunteer'> {
  const row = await lockVolunteer(ctx, personId)
  ensure(row.version === version, no.changedMeanwhile)
  await ctx.db
    .updateTable('volunteer')
    .set({ ...columnsOf(ctx, facts), version: version + 1 })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', row.id)
    .execute()
  return { ok: true }
}

async function leaveVolunteering(ctx: Ctx, { personId, reason }: In<'leaveVolunteering'>): Out<'leaveVolunteering'> {
  await lockVolunteer(ctx, personId)
  await leaveAll(ctx, personId, reason)
  ctx.emit({ type: 'volunteering.left', data: { personId } })
  return { ok: true }
}

export const service: Service<Doors> = {
  listVolunteers,
  readVolunteer,
  registerVolunteer,
  changeVolunteer,
  leaveVolunteering,
}
