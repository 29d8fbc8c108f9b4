import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { leaveTraces } from '#platform/traces/index.ts'
import { noteChange } from '../../book/index.ts'
import { loadForChange, loadPerson } from '../../policy.ts'
import type { contract } from './contract.ts'
import { logTask } from './log/index.ts'
import { type ErasureRow, erasuresFor, keepsToday, lockErasure } from './policy.ts'
import { type ErasureAct, type ErasureState, erasureStep, type KeepReason } from './rules.ts'
import { marksOf, openRosterOf, recordsOf, wipe, wipeImports } from './wiping/index.ts'
import { alreadyAsked, notErasable, rosterWaits } from './words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>
type Line = Awaited<Out<'listErasures'>>['items'][number]

/** Somebody asks for a person to be forgotten. The answer says at once what law keeps, so that nobody promises too much. */
export async function requestErasure(ctx: Ctx, input: In<'requestErasure'>): Out<'requestErasure'> {
  const row = await loadForChange(ctx, input.id)
  const open = await ctx.db
    .selectFrom('erasure')
    .select('id')
    .where('county', '=', row.county)
    .where('person_id', '=', row.id)
    .where('status', 'in', ['requested', 'restricted'])
    .executeTakeFirst()
  ensure(!open, alreadyAsked)
  const id = newId(ctx.now.getTime())
  await ctx.db
    .insertInto('erasure')
    .values({
      county: row.county,
      id,
      person_id: row.id,
      people: [row.id],
      ground: input.ground,
      asked_by: input.askedBy,
      reason_sealed: ctx.vault.seal(input.reason),
      name_sealed: ctx.vault.seal(row.name),
      requested_by: ctx.actor.accountId,
      requested_at: ctx.now.toISOString(),
    })
    .execute()
  await noteChange(ctx, row, { key: 'erasure', from: null, to: '提出', cause: 'edit' })
  ctx.note({ action: 'privacy.erasure_requested', subject: row.id, detail: { request: id, ground: input.ground } })
  return { requestId: id, kept: keepsToday(ctx, row, input.ground) }
}

export async function listErasures(ctx: Ctx, input: In<'listErasures'>): Out<'listErasures'> {
  const found = await sql<ErasureRow & { total: number }>`
    select x.*, count(*) over ()::int as total from (${erasuresFor(ctx)}) x
     where (${input.status ?? null}::text is null or x.status = ${input.status ?? null})
       and (${input.personId ?? null}::uuid is null or x.person_id = ${input.personId ?? null}::uuid)
     order by x.requested_at desc, x.id desc limit ${input.limit} offset ${input.offset}`.execute(ctx.db)
  const items: Line[] = []
  for (const row of found.rows) items.push(await lineOf(ctx, row))
  return { items, total: found.rows[0]?.total ?? 0 }
}

async function lineOf(ctx: Ctx, row: ErasureRow): Promise<Line> {
  const kept = await keptNow(ctx, row)
  const request = { status: row.status, requestedBy: row.requested_by, kept }
  const may = (act: ErasureAct) => erasureStep(ctx.actor, request, act) !== null
  return {
    id: row.id,
    personId: row.person_id,
    name: row.name_sealed ? ctx.vault.open(row.name_sealed) : null,
    ground: row.ground,
    askedBy: row.asked_by as Line['askedBy'], // the column's check is the contract's list
    reason: row.reason_sealed ? ctx.vault.open(row.reason_sealed) : null,
    status: row.status as Line['status'], // as above
    kept,
    merged: row.people.length - 1,
    requestedBy: row.requester,
    requestedAt: row.requested_at,
    decidedBy: row.decider,
    decidedAt: row.decided_at,
    can: { decide: row.is_seen && may('approve'), withdraw: may('withdraw'), finish: may('finish'), lift: may('lift') },
  }
}

/** What keeps an open request's record today; once it is settled, what kept it then. */
async function keptNow(ctx: Ctx, row: ErasureRow): Promise<KeepReason[]> {
  const stood = row.standing.find((one) => one.id === row.person_id)
  if (row.status === 'restricted' && stood) return keepsToday(ctx, stood, row.ground)
  if (row.status !== 'requested' || !row.is_seen) return row.kept_because
  return keepsToday(ctx, await loadPerson(ctx, row.person_id), row.ground)
}

/** A second person decides: what nothing keeps is destroyed, what law keeps goes out of sight and is stored. */
export async function decideErasure(ctx: Ctx, input: In<'decideErasure'>): Out<'decideErasure'> {
  const row = await lockErasure(ctx, input.id)
  ensure(row.is_seen, notErasable)
  const person = await loadForChange(ctx, row.person_id)
  const kept = keepsToday(ctx, person, row.ground)
  const request = { status: row.status, requestedBy: row.requested_by, kept }
  const next = erasureStep(ctx.actor, request, input.approve ? 'approve' : 'refuse')
  ensure(next, notErasable)
  const people = await recordsOf(ctx, person.id)
  if (input.approve) {
    const file = await openRosterOf(ctx, people, await marksOf(ctx, people))
    if (file !== null) throw rosterWaits({ file })
  }
  await settle(ctx, row.id, { status: next, people, kept })
  if (next === 'erased' || next === 'restricted') await apply(ctx, { id: row.id, people, status: next })
  ctx.note({ action: `privacy.erasure_${next}`, subject: row.person_id, detail: { request: row.id, kept } })
  return { status: next }
}

async function settle(
  ctx: Ctx,
  id: string,
  { status, people, kept }: { status: ErasureState; people: string[]; kept: KeepReason[] },
): Promise<void> {
  const at = ctx.now.toISOString()
  await ctx.db
    .updateTable('erasure')
    .set({ status, people, kept_because: kept, decided_by: ctx.actor.accountId, decided_at: at })
    .set(status === 'erased' ? { erased_at: at } : {})
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}

type Applied = { id: string; people: string[]; status: 'erased' | 'restricted' }

/** Wipes or sets aside, hides, and has the log outside the database told after the commit. A restored backup goes through here too. */
export async function apply(ctx: Ctx, { id, people, status }: Applied): Promise<void> {
  if (status === 'erased') await wipe(ctx, people)
  else await wipeImports(ctx, people, await marksOf(ctx, people))
  await sql`select hide_people(${id}::uuid)`.execute(ctx.db)
  await leaveTraces(ctx)
  ctx.emit({ type: status === 'erased' ? 'people.erased' : 'people.restricted', data: { ids: people } })
  ctx.enqueue({ task: logTask, payload: { erasure: id }, key: `${logTask}:${id}` })
}

export async function finishErasure(ctx: Ctx, input: In<'finishErasure'>): Out<'finishErasure'> {
  const row = await lockErasure(ctx, input.id)
  ensure(row.status === 'restricted', notErasable)
  await sql`select show_people(${row.id}::uuid)`.execute(ctx.db)
  const person = await loadPerson(ctx, row.person_id)
  const kept = keepsToday(ctx, person, row.ground)
  const next = erasureStep(ctx.actor, { status: row.status, requestedBy: row.requested_by, kept }, 'finish')
  ensure(next, notErasable)
  await settle(ctx, row.id, { status: next, people: row.people, kept })
  await apply(ctx, { id: row.id, people: row.people, status: 'erased' })
  ctx.note({ action: 'privacy.erasure_erased', subject: row.person_id, detail: { request: row.id } })
  return { ok: true }
}

export async function liftRestriction(ctx: Ctx, input: In<'liftRestriction'>): Out<'liftRestriction'> {
  const row = await lockErasure(ctx, input.id)
  const request = { status: row.status, requestedBy: row.requested_by, kept: row.kept_because }
  const next = erasureStep(ctx.actor, request, 'lift')
  ensure(next, notErasable)
  await sql`select show_people(${row.id}::uuid)`.execute(ctx.db)
  await settle(ctx, row.id, { status: next, people: row.people, kept: row.kept_because })
  ctx.enqueue({ task: logTask, payload: { erasure: row.id }, key: `${logTask}:${row.id}` })
  ctx.note({ action: 'privacy.restriction_lifted', subject: row.person_id, detail: { request: row.id } })
  return { ok: true }
}

export async function withdrawErasure(ctx: Ctx, input: In<'withdrawErasure'>): Out<'withdrawErasure'> {
  const row = await lockErasure(ctx, input.id)
  const next = erasureStep(ctx.actor, { status: row.status, requestedBy: row.requested_by, kept: [] }, 'withdraw')
  ensure(next, notErasable)
  await ctx.db
    .updateTable('erasure')
    .set({ status: next, name_sealed: null, reason_sealed: null })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', row.id)
    .execute()
  return { ok: true }
}
