import { sql } from 'kysely'
import { post, reverse, type Transfer } from '#modules/ledger/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { fundReversal } from '../estates/joining.ts'
import { type Cut, type Earning, earningOf } from './rules.ts'
import { type Due, openTally } from './standing.ts'
import { programmesOf, ruleIn, rulesOn } from './terms.ts'
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
  if (!records.length) return []
  await lockPeople(ctx, records)
  const programmeOn = await programmesOf(
    ctx,
    records.map(({ servedOn }) => servedOn),
  )
  const dues = (await neverEarned(ctx, records)).map((record) => ({
    ...record,
    programme: programmeOn(record.servedOn),
  }))
  if (!dues.length) return []
  const earnings = await reckon(ctx, dues)
  await write(ctx, earnings)
  await post(ctx, earnings.flatMap(transfersOf))
  ctx.emit({ type: 'bank.earned', data: { records: dues.map(({ id }) => id) } })
  return earnings.map(({ due, earning }) => ({ recordId: due.id, ...earning }))
}

/** Each person in one hand at a time, taken in one order. */
async function lockPeople(ctx: Ctx, records: readonly Served[]): Promise<void> {
  const keys = [...new Set(records.map(({ personId }) => `bank ${personId}`))].toSorted()
  await sql`select pg_advisory_xact_lock(hashtextextended(k, 0)) from unnest(${keys}::text[]) k`.execute(ctx.db)
}

async function neverEarned(ctx: Ctx, records: readonly Served[]): Promise<Served[]> {
  const once = new Map(records.map((record) => [record.id, record]))
  const former = await ctx.db
    .selectFrom('bank_earning')
    .select('record_id')
    .where('county', '=', ctx.actor.county)
    .where(sql<boolean>`record_id = any(${[...once.keys()]}::uuid[])`)
    .execute()
  for (const { record_id } of former) once.delete(record_id)
  return [...once.values()]
}

type DueRecord = Served & Due
type Reckoned = {
  due: DueRecord
  earning: Earning
  ruleId: string | null
  minutesId: string | null
  pointsId: string | null
}

/** In the order given: the second service of a day finds what the first took of the day's cap. */
async function reckon(ctx: Ctx, dues: readonly DueRecord[]): Promise<Reckoned[]> {
  const rules = await rulesOn(
    ctx,
    dues.map(({ servedOn }) => servedOn),
  )
  const tally = await openTally(ctx, dues)
  return dues.map((due) => {
    const rule = ruleIn(rules, due.servedOn)
    const earning = earningOf(due, rule, tally.standingOf(due))
    tally.add(due, earning)
    const [minutesId, pointsId] = [earning.minutes ? newId() : null, earning.points ? newId() : null]
    return { due, earning, ruleId: rule.id, minutesId, pointsId }
  })
}

async function write(ctx: Ctx, earnings: readonly Reckoned[]): Promise<void> {
  const { county, accountId } = ctx.actor
  const rows = earnings.map(({ due, earning, ruleId, minutesId, pointsId }) => ({
    record_id: due.id,
    person_id: due.personId,
    kind: due.kind,
    team_id: due.teamId ?? null,
    served_on: due.servedOn,
    minutes: due.minutes,
    counted_minutes: earning.minutes,
    points: earning.points,
    cuts: earning.cuts,
    rule_id: ruleId,
    programme_id: due.programme.id,
    minutes_transfer_id: minutesId,
    points_transfer_id: pointsId,
  }))
  await sql`
    insert into bank_earning (county, record_id, person_id, kind, team_id, served_on, minutes, counted_minutes, points, cuts, rule_id, programme_id,
                              minutes_transfer_id, points_transfer_id, earned_at, earned_by)
    select ${county}, e.*, ${ctx.now.toISOString()}::timestamptz, ${accountId}::uuid
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as e(record_id uuid, person_id uuid, kind text, team_id uuid, served_on date, minutes int, counted_minutes int, points int, cuts jsonb,
             rule_id uuid, programme_id uuid, minutes_transfer_id uuid, points_transfer_id uuid)`.execute(ctx.db)
}

function transfersOf({ due, earning, minutesId, pointsId }: Reckoned): Transfer[] {
  const way = {
    code: 'earn',
    from: { kind: 'issue', owner: due.programme.id },
    to: { kind: 'wallet', owner: due.personId },
    ref: { kind: 'service_record', id: due.id },
  } as const
  const transfer = (id: string | null, unit: Transfer['unit'], amount: number): Transfer[] =>
    id ? [{ id, unit, amount, ...way }] : []
  return [...transfer(minutesId, 'minutes', earning.minutes), ...transfer(pointsId, 'points', earning.points)]
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
