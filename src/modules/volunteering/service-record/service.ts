import { type RawBuilder, sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { isOneself } from '#platform/oneself.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { unearn } from '../bank/earning/index.ts'
import { lockVolunteer, mayKeep } from '../shifts/policy.ts'
import type { contract } from './contract.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Asked = Input<Doors['listServiceRecords']>
type Line = Output<Doors['listServiceRecords']>['items'][number]

function matching(ctx: Ctx, asked: Asked): RawBuilder<boolean> {
  const { personId, teamId, needId, under, task, from, to, standing, stoodAt, changedAfter, q } = asked
  const parts = [sql`r.county = ${ctx.actor.county}`, rowsOf(ctx.actor, 'p')]
  if (personId) parts.push(sql`r.person_id = ${personId}`)
  if (teamId) parts.push(sql`r.team_id = ${teamId}`)
  if (needId) parts.push(sql`r.need_id = ${needId}`)
  if (under) {
    const { lo, hi } = placeRange(under)
    parts.push(sql`r.place_code between ${lo}::bigint and ${hi}::bigint`)
  }
  if (task) parts.push(sql`r.task = ${task}`)
  if (from) parts.push(sql`r.served_on >= ${from}`)
  if (to) parts.push(sql`r.served_on <= ${to}`)
  if (standing) parts.push(standingOf(standing, isReversed(stoodAt)))
  if (stoodAt) parts.push(sql`r.recorded_at <= ${stoodAt}::timestamptz`)
  if (changedAfter)
    parts.push(sql`(r.recorded_at > ${changedAfter}::timestamptz or r.reversed_at > ${changedAfter}::timestamptz)`)
  if (q) parts.push(sql`(p.name like ${likeOf(q)} or r.title like ${likeOf(q)})`)
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

const likeOf = (q: string) => `%${q.replace(/[\\%_]/g, '\\$&')}%`

/** Whether a record is reversed; asked about an instant, whether it was by then. */
function isReversed(stoodAt: string | undefined): RawBuilder<boolean> {
  if (!stoodAt) return sql<boolean>`r.reversed_at is not null`
  return sql<boolean>`coalesce(r.reversed_at <= ${stoodAt}::timestamptz, false)`
}

/** Late are those that count: what was entered late and reversed is reversed. */
function standingOf(standing: NonNullable<Asked['standing']>, reversed: RawBuilder<boolean>): RawBuilder<boolean> {
  if (standing === 'asked') return sql<boolean>`v.status = 'asked'`
  if (standing === 'reversed') return reversed
  return standing === 'late' ? sql<boolean>`(r.is_late and not ${reversed})` : sql<boolean>`not ${reversed}`
}

const source = sql`
  service_record r
  join person p on p.county = r.county and p.id = r.person_id
  left join service_reversal v on v.county = r.county and v.record_id = r.id and v.status in ('asked', 'agreed')`

/** The records of the people the reader looks after, with how many hours of how many people they make: what is reversed counts for nothing. */
async function listServiceRecords(ctx: Ctx, asked: Asked): Promise<Output<Doors['listServiceRecords']>> {
  const where = matching(ctx, asked)
  const { rows } = await sql<Omit<Line, 'can'> & { placeCode: string; askedBy: string | null }>`
    select r.id, r.person_id as "personId", p.name, n.number as "volunteerNumber", r.shift_id as "shiftId", r.need_id as "needId", r.title, r.task,
           c.short as place, r.address, m.name as team, u.name as organiser, lower(r.during) as "from", upper(r.during) as "to",
           r.served_on as "servedOn", r.minutes, r.is_late as "isLate", r.confirmed_way as "confirmedWay", a.name as "confirmedBy",
           r.recorded_at as "recordedAt", r.rating, r.reversed_at as "reversedAt", r.place_code as "placeCode", v.asked_by as "askedBy",
           case when v.id is not null then jsonb_build_object('id', v.id, 'reason', v.reason, 'status', v.status, 'askedBy', k.name) end as reversal
      from ${source}
      left join volunteer n on n.county = r.county and n.person_id = r.person_id
      left join place c on c.county = r.county and c.code = r.place_code
      left join volunteer_team m on m.county = r.county and m.id = r.team_id
      left join unit u on u.county = r.county and u.id = r.organiser_id
      left join account a on a.county = r.county and a.id = r.confirmed_by
      left join account k on k.county = v.county and k.id = v.asked_by
     where ${where} order by r.served_on desc, r.id desc offset ${asked.offset} limit ${asked.limit}`.execute(ctx.db)
  const counts = sql`not ${isReversed(asked.stoodAt)}`
  const { rows: sums } = await sql<{ total: number; minutes: number; people: number }>`
    select count(*)::int as total, coalesce(sum(r.minutes) filter (where ${counts}), 0)::int as minutes,
           count(distinct r.person_id) filter (where ${counts})::int as people from ${source} where ${where}`.execute(
    ctx.db,
  )
  const items = rows.map(({ placeCode, askedBy, ...row }) => {
    const keeps = mayKeep(ctx.actor, placeCode)
    const isOpen = row.reversal?.status === 'asked'
    return { ...row, can: { ask: keeps && !row.reversal, decide: keeps && isOpen && !isOneself(ctx.actor, askedBy) } }
  })
  return { items, ...(sums[0] ?? { total: 0, minutes: 0, people: 0 }) }
}

async function lockRecord(ctx: Ctx, id: string) {
  const query = ctx.db.selectFrom('service_record').selectAll().where('county', '=', ctx.actor.county)
  const row = await query.where('id', '=', id).forUpdate().executeTakeFirst()
  ensure(row, notFound)
  ensure(mayKeep(ctx.actor, row.place_code), no.outsideArea)
  return row
}

async function askReversal(
  ctx: Ctx,
  { id, reason }: Input<Doors['askReversal']>,
): Promise<Output<Doors['askReversal']>> {
  const record = await lockRecord(ctx, id)
  const open = ctx.db.selectFrom('service_reversal').select('id').where('county', '=', ctx.actor.county)
  const former = await open.where('record_id', '=', id).where('status', '<>', 'declined').executeTakeFirst()
  ensure(record.reversed_at === null && !former, no.reversedBefore)
  const reversalId = newId(ctx.now.getTime())
  const row = { county: ctx.actor.county, id: reversalId, record_id: id, reason, status: 'asked' }
  await ctx.db
    .insertInto('service_reversal')
    .values({ ...row, asked_by: ctx.actor.accountId, asked_at: ctx.now.toISOString() })
    .execute()
  ctx.emit({ type: 'service.reversal_asked', data: { reversalId, recordId: id } })
  return { reversalId }
}

/** Agreed, the record is marked as reversed, and hours and points go back in the same transaction; it is never deleted. */
async function decideReversal(ctx: Ctx, { id, isAgreed }: Input<Doors['decideReversal']>): Promise<{ ok: true }> {
  const county = ctx.actor.county
  const query = ctx.db
    .selectFrom('service_reversal as v')
    .innerJoin('service_record as r', (on) => on.onRef('r.county', '=', 'v.county').onRef('r.id', '=', 'v.record_id'))
  const found = await query
    .select(['v.record_id', 'r.person_id', 'r.turn_id'])
    .where('v.county', '=', county)
    .where('v.id', '=', id)
    .executeTakeFirst()
  ensure(found, notFound)
  await lockVolunteer(ctx, found.person_id)
  const record = await lockRecord(ctx, found.record_id)
  const asked = ctx.db.selectFrom('service_reversal').selectAll().where('county', '=', county).where('id', '=', id)
  const reversal = await asked.executeTakeFirstOrThrow()
  ensure(reversal.status === 'asked', no.decidedBefore)
  ensure(!isOneself(ctx.actor, reversal.asked_by), no.secondPerson)
  const stamp = { decided_by: ctx.actor.accountId, decided_at: ctx.now.toISOString() }
  await ctx.db
    .updateTable('service_reversal')
    .set({ status: isAgreed ? 'agreed' : 'declined', ...stamp })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute()
  if (isAgreed) await reverseRecord(ctx, record, reversal)
  return { ok: true }
}

type Reversal = { id: string; reason: string; asked_by: string | null }

async function reverseRecord(ctx: Ctx, record: { id: string; turn_id: string; person_id: string }, by: Reversal) {
  const at = ctx.now.toISOString()
  await ctx.db
    .updateTable('service_record')
    .set({ reversed_at: at, reversed_by: ctx.actor.accountId, reversal_id: by.id })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', record.id)
    .execute()
  await ctx.db
    .updateTable('shift_turn')
    .set({ status: 'reversed', ended_by: ctx.actor.accountId, ended_at: at })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', record.turn_id)
    .execute()
  // The books are moved by who decides; the other of the two is who asked.
  await unearn(ctx, { recordId: record.id, reason: by.reason, approvedBy: by.asked_by ?? '' })
  ctx.emit({ type: 'service.reversed', data: { recordId: record.id, personId: record.person_id } })
}

export const service: Service<Doors> = { listServiceRecords, askReversal, decideReversal }
