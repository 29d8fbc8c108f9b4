import { sql } from 'kysely'
import { post, reverse, type Transfer } from '#modules/ledger/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { fundReversal } from '../estates/joining.ts'
import { type Cut, earningOf, type Standing } from './rules.ts'
import { programmeOf, ruleOn } from './terms.ts'
import * as no from './words.ts'

export type Served = {
  /** The service record: it earns once, however often it is sent. */
  id: string
  personId: string
  kind: string
  minutes: number
  /** The office's day of the service. */
  servedOn: string
  teamId?: string | null
}
export type Earned = { recordId: string; minutes: number; points: number; cuts: Cut[] }

/** Posts what confirmed service earns to the wallets of who served; what caps keep back is written down. Records that earned before are passed over. */
export async function earn(ctx: Ctx, records: readonly Served[]): Promise<Earned[]> {
  const earned: Earned[] = []
  // One after another, and each person in one hand at a time: the second service of a day finds what the first took of the day's cap.
  for (const personId of new Set(records.map((record) => record.personId).sort())) await lockPerson(ctx, personId)
  for (const record of records) {
    const one = await earnOnce(ctx, record)
    if (one) earned.push(one)
  }
  if (earned.length) ctx.emit({ type: 'bank.earned', data: { records: earned.map(({ recordId }) => recordId) } })
  return earned
}

const lockPerson = (ctx: Ctx, personId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`bank ${personId}`}, 0))`.execute(ctx.db)

async function earnOnce(ctx: Ctx, record: Served): Promise<Earned | undefined> {
  const county = ctx.actor.county
  const programme = await programmeOf(ctx, record.servedOn)
  const known = ctx.db.selectFrom('bank_earning').select('record_id').where('county', '=', county)
  if (await known.where('record_id', '=', record.id).executeTakeFirst()) return undefined
  const rule = await ruleOn(ctx, record.servedOn)
  const { minutes, points, cuts } = earningOf(record, rule, await standingOf(ctx, record, programme))
  const [minutesId, pointsId] = [minutes ? newId() : null, points ? newId() : null]
  await ctx.db
    .insertInto('bank_earning')
    .values({
      county,
      record_id: record.id,
      person_id: record.personId,
      kind: record.kind,
      team_id: record.teamId ?? null,
      served_on: record.servedOn,
      minutes: record.minutes,
      counted_minutes: minutes,
      points,
      cuts: JSON.stringify(cuts),
      rule_id: rule.id,
      programme_id: programme.id,
      minutes_transfer_id: minutesId,
      points_transfer_id: pointsId,
      earned_at: ctx.now.toISOString(),
      earned_by: ctx.actor.accountId,
    })
    .execute()
  const transfer = (id: string | null, unit: Transfer['unit'], amount: number): Transfer[] =>
    id ? [{ id, unit, amount, ...wayOf(record, programme.id) }] : []
  await post(ctx, [...transfer(minutesId, 'minutes', minutes), ...transfer(pointsId, 'points', points)])
  return { recordId: record.id, minutes, points, cuts }
}

const wayOf = ({ id, personId }: Served, programmeId: string) =>
  ({
    code: 'earn',
    from: { kind: 'issue', owner: programmeId },
    to: { kind: 'wallet', owner: personId },
    ref: { kind: 'service_record', id },
  }) as const

async function standingOf(
  ctx: Ctx,
  { personId, servedOn }: Served,
  programme: { id: string; pointsBudget: number | null },
): Promise<Standing> {
  const county = ctx.actor.county
  const { rows } = await sql<Standing & { issued: number }>`
    select coalesce(sum(counted_minutes) filter (where served_on = ${servedOn}), 0)::int as "dayMinutes",
           coalesce(sum(points), 0)::int as "monthPoints",
           coalesce((select credits_posted - debits_posted from ledger_account a
                      where a.county = ${county} and a.unit = 'minutes' and a.kind = 'wallet' and a.owner_id = ${personId}), 0)::int as "stockMinutes",
           coalesce((select debits_posted - credits_posted from ledger_account a
                      where a.county = ${county} and a.unit = 'points' and a.kind = 'issue' and a.owner_id = ${programme.id}), 0)::int as issued,
           exists (select 1 from ledger_account a where a.county = ${county} and a.kind = 'wallet' and a.owner_id = ${personId}
                      and a.frozen_at is not null)
             or exists (select 1 from person p where p.county = ${county} and p.id = ${personId} and p.status = 'deceased') as "isFrozen"
      from bank_earning
     where county = ${county} and person_id = ${personId} and reversed_at is null
       and served_on between date_trunc('month', ${servedOn}::date)::date
                         and (date_trunc('month', ${servedOn}::date) + interval '1 month - 1 day')::date`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw new Error('an aggregate answers one row')
  const { issued, ...has } = found
  return { ...has, budgetLeft: programme.pointsBudget === null ? null : programme.pointsBudget - issued }
}

export type Unearning = { recordId: string; reason: string; approvedBy: string }

/** Takes back what a record earned, hours and points, because the record was wrong. Refused where the points are spent; done before, it does nothing. */
export async function unearn(ctx: Ctx, { recordId, reason, approvedBy }: Unearning): Promise<void> {
  const row = await ctx.db
    .selectFrom('bank_earning')
    .select(['minutes_transfer_id', 'points_transfer_id', 'reversed_at'])
    .where('county', '=', ctx.actor.county)
    .where('record_id', '=', recordId)
    .forUpdate()
    .executeTakeFirst()
  ensure(row, no.neverEarned)
  if (row.reversed_at !== null) return
  for (const transferId of [row.minutes_transfer_id, row.points_transfer_id])
    if (transferId) {
      await fundReversal(ctx, transferId, { kind: 'service_record', id: recordId })
      await reverse(ctx, { id: newId(), transferId, reason, approvedBy })
    }
  await ctx.db
    .updateTable('bank_earning')
    .set({ reversed_at: ctx.now.toISOString(), reversed_by: ctx.actor.accountId, reason })
    .where('county', '=', ctx.actor.county)
    .where('record_id', '=', recordId)
    .execute()
  ctx.emit({ type: 'bank.unearned', data: { recordId } })
}
