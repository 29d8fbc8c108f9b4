import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import type { AttendanceState } from '../codes/index.ts'
import { guestsOf, maskedNames } from '../guest-list/index.ts'
import { holderOfCode } from '../person-codes/index.ts'
import { type GatheringRow, lockToRun, mayRun } from '../policy.ts'
import { linesOf } from '../rows/index.ts'
import { notYet } from '../words.ts'
import type { contract } from './contract.ts'
import { ensureLived } from './living/index.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Sheet = Output<Doors['readSheet']>
type Mark = Input<Doors['markAttendance']>['marks'][number]

type Read = Omit<Sheet['items'][number], 'name'> & { name: string | null }

/** Who keeps the sheet has everybody on it, from whichever area; any other reader those they look after. */
async function readSheet(ctx: Ctx, { id }: Input<Doors['readSheet']>): Promise<Sheet> {
  const gathering = await linesOf(ctx).where('g.id', '=', id).executeTakeFirst()
  ensure(gathering, notFound)
  const runs = await mayRun(ctx, gathering)
  const rows = await onSheet(ctx, id)
  const unseen = new Set(rows.filter(({ isMasked }) => runs && isMasked).map(({ personId }) => personId))
  const names = await maskedNames(ctx, id, unseen)
  const items = rows
    .filter(({ isMasked, personId }) => !isMasked || names.has(personId))
    .map((row) => ({ ...row, name: row.name ?? names.get(row.personId) ?? '*' }))
  return { items, others: rows.length - items.length, minutes: lengthOf(gathering) }
}

async function onSheet(ctx: Ctx, id: string): Promise<Read[]> {
  const { rows } = await sql<Read>`
    select l.person_id as "personId", p.name, p.id is null as "isMasked", c.short as community, s.person_id is not null as "isSignedUp",
           a.state, a.minutes, a.way, m.name as "markedBy", a.marked_at as "markedAt", coalesce(k.corrections, '[]') as corrections
      from (select person_id from gathering_sign_up where county = ${ctx.actor.county} and gathering_id = ${id} and status = 'in'
            union select person_id from gathering_attendance where county = ${ctx.actor.county} and gathering_id = ${id}) l
      left join person p on p.county = ${ctx.actor.county} and p.id = l.person_id and ${rowsOf(ctx.actor, 'p')}
      left join place c on c.county = p.county and c.code = p.place_code / 10000000 * 10000000
      left join gathering_sign_up s on s.county = ${ctx.actor.county} and s.gathering_id = ${id} and s.person_id = l.person_id and s.status = 'in'
      left join gathering_attendance a on a.county = ${ctx.actor.county} and a.gathering_id = ${id} and a.person_id = l.person_id
      left join account m on m.county = a.county and m.id = a.marked_by
      left join lateral (
        select jsonb_agg(jsonb_build_object('state', k.state, 'minutes', k.minutes, 'reason', k.reason, 'by', b.name, 'at', k.corrected_at)
                 order by k.corrected_at) as corrections
          from gathering_correction k left join account b on b.county = k.county and b.id = k.corrected_by
         where k.county = a.county and k.attendance_id = a.id) k on true
     order by p.name_sort, p.name, l.person_id`.execute(ctx.db)
  return rows
}

const lengthOf = ({ starts_at, ends_at }: { starts_at: string; ends_at: string }) =>
  Math.max(1, Math.round((Date.parse(ends_at) - Date.parse(starts_at)) / 60_000))

/** Nobody was there for longer than it lasted. */
function ensureWithin(minutes: number | undefined, length: number): void {
  ensure(minutes === undefined || minutes <= length, () => no.tooLong({ minutes: minutes ?? 0, length }))
}

const lasts = (state: AttendanceState) => state === 'present' || state === 'home'

async function markAttendance(
  ctx: Ctx,
  { id, marks }: Input<Doors['markAttendance']>,
): Promise<Output<Doors['markAttendance']>> {
  const gathering = await lockToRun(ctx, id, 'mark')
  const minutes = await ensureBegun(ctx, gathering)
  const last = [...new Map(marks.map((mark) => [mark.personId, mark])).values()]
  await ensureKnown(ctx, id, last)
  for (const mark of last) ensureWithin(mark.minutes, minutes)
  await ensureLived(
    ctx,
    id,
    last.filter((mark) => lasts(mark.state)).map(({ personId }) => personId),
  )
  const lines = last.map((mark) => ({
    id: newId(ctx.now.getTime()),
    person_id: mark.personId,
    state: mark.state,
    minutes: lasts(mark.state) ? (mark.minutes ?? minutes) : null,
    way: mark.way,
  }))
  await write(ctx, id, lines)
  return { marked: lines.length }
}

type Line = { id: string; person_id: string; state: AttendanceState; minutes: number | null; way: Mark['way'] }

async function write(ctx: Ctx, id: string, lines: readonly Line[]): Promise<void> {
  // Sent twice, the sheet is as after once: a line changes only where it says something else.
  await sql`
    insert into gathering_attendance (county, id, gathering_id, person_id, state, minutes, way, marked_by, marked_at)
    select ${ctx.actor.county}, l.id, ${id}, l.person_id, l.state, l.minutes, l.way, ${ctx.actor.accountId}::uuid, ${ctx.now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(id uuid, person_id uuid, state text, minutes int, way text)
    on conflict on constraint gathering_attendance_once do update
       set state = excluded.state, minutes = excluded.minutes, way = excluded.way, marked_by = excluded.marked_by,
           marked_at = excluded.marked_at, version = gathering_attendance.version + 1
     where (gathering_attendance.state, gathering_attendance.minutes) is distinct from (excluded.state, excluded.minutes)`.execute(
    ctx.db,
  )
}

/** Somebody shows a card: present, however often it is read. Who was marked as ill or absent before is there after all. */
async function markByCode(ctx: Ctx, { id, typed }: Input<Doors['markByCode']>): Promise<Output<Doors['markByCode']>> {
  const gathering = await lockToRun(ctx, id, 'mark')
  const minutes = await ensureBegun(ctx, gathering)
  const { id: personId, name } = await holderOfCode(ctx, typed)
  const before = await ctx.db
    .selectFrom('gathering_attendance')
    .select('state')
    .where('county', '=', ctx.actor.county)
    .where('gathering_id', '=', id)
    .where('person_id', '=', personId)
    .where('minutes', 'is not', null)
    .executeTakeFirst()
  if (!before)
    await write(ctx, id, [
      { id: newId(ctx.now.getTime()), person_id: personId, state: 'present', minutes, way: 'code' },
    ])
  return { personId, name, isAgain: before !== undefined }
}

/** How long it lasts in minutes; refuses before it has begun. */
async function ensureBegun(ctx: Ctx, { id }: GatheringRow): Promise<number> {
  const line = await linesOf(ctx).where('g.id', '=', id).executeTakeFirstOrThrow()
  ensure(Date.parse(line.starts_at) <= ctx.now.getTime(), notYet)
  return lengthOf(line)
}

/** Marked is who signed up, from whichever area, and whoever the marker looks after; the refusal says which lines are neither. */
async function ensureKnown(ctx: Ctx, id: string, marks: readonly Mark[]): Promise<void> {
  const asked = marks.map(({ personId }) => personId)
  const seen = await ctx.db
    .selectFrom('person')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where('id', 'in', asked)
    .where('status', '<>', 'merged')
    .where(rowsOf(ctx.actor, 'person'))
    .execute()
  const known = new Set(seen.map((one) => one.id))
  for (const { personId } of asked.length > known.size ? await guestsOf(ctx, id) : []) known.add(personId)
  const people = asked.filter((one) => !known.has(one))
  ensure(people.length === 0, () => no.strangers({ count: people.length, people }))
}

async function closeGathering(
  ctx: Ctx,
  { id }: Input<Doors['closeGathering']>,
): Promise<Output<Doors['closeGathering']>> {
  const gathering = await lockToRun(ctx, id, 'close')
  await ensureBegun(ctx, gathering)
  const county = ctx.actor.county
  await sql`
    insert into gathering_attendance (county, id, gathering_id, person_id, state, way, marked_by, marked_at)
    select s.county, gen_random_uuid(), s.gathering_id, s.person_id, 'absent', 'sheet', ${ctx.actor.accountId}::uuid, ${ctx.now.toISOString()}::timestamptz
      from gathering_sign_up s where s.county = ${county} and s.gathering_id = ${id} and s.status = 'in'
    on conflict on constraint gathering_attendance_once do nothing`.execute(ctx.db)
  const present = (await linesOf(ctx).where('g.id', '=', id).executeTakeFirstOrThrow()).present
  ensure(present > 0, no.nobodyMarked)
  await ctx.db
    .updateTable('gathering')
    .set({ status: 'held', version: gathering.version + 1 })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute()
  ctx.emit({ type: 'gatherings.held', data: { id, kind: gathering.kind, people: await whoCame(ctx, id) } })
  const all = await ctx.db
    .selectFrom('gathering_attendance')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('county', '=', county)
    .where('gathering_id', '=', id)
    .where('state', '=', 'absent')
    .executeTakeFirstOrThrow()
  return { present, absent: all.count }
}

/** What rooms above make service records and bulletins from: ids and minutes, no names. */
async function whoCame(ctx: Ctx, id: string) {
  return ctx.db
    .selectFrom('gathering_attendance')
    .select(['id as attendanceId', 'person_id as personId', 'state', 'minutes'])
    .where('county', '=', ctx.actor.county)
    .where('gathering_id', '=', id)
    .where('minutes', 'is not', null)
    .orderBy('id')
    .execute()
}

async function correctAttendance(ctx: Ctx, asked: Input<Doors['correctAttendance']>): Promise<{ ok: true }> {
  const { id, personId, state, reason } = asked
  const gathering = await lockToRun(ctx, id, 'correct')
  const county = ctx.actor.county
  const line = await ctx.db
    .selectFrom('gathering_attendance')
    .select(['id', 'state', 'minutes', 'version'])
    .where('county', '=', county)
    .where('gathering_id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  ensure(line, notFound)
  const length = await ensureBegun(ctx, gathering)
  ensureWithin(asked.minutes, length)
  if (lasts(state)) await ensureLived(ctx, id, [personId])
  const minutes = lasts(state) ? (asked.minutes ?? line.minutes ?? length) : null
  ensure(state !== line.state || minutes !== line.minutes, no.unchanged)
  const stamp = { corrected_by: ctx.actor.accountId, corrected_at: ctx.now.toISOString(), reason }
  await ctx.db
    .insertInto('gathering_correction')
    .values({
      county,
      id: newId(ctx.now.getTime()),
      attendance_id: line.id,
      state: line.state,
      minutes: line.minutes,
      ...stamp,
    })
    .execute()
  await ctx.db
    .updateTable('gathering_attendance')
    .set({ state, minutes, version: line.version + 1 })
    .where('county', '=', county)
    .where('id', '=', line.id)
    .execute()
  ctx.emit({
    type: 'gatherings.corrected',
    data: { id, attendanceId: line.id, personId, kind: gathering.kind, state, minutes },
  })
  return { ok: true }
}

export const service: Service<Doors> = { readSheet, markAttendance, markByCode, closeGathering, correctAttendance }
