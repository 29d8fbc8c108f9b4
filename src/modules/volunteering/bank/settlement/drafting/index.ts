import { sql } from 'kysely'
import { balanceOf } from '#modules/ledger/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ownDays, workingDayAfter } from '#platform/working-days/index.ts'
import { lockPartner } from '../../redeeming/index.ts'
import { ANSWER_DAYS, balanceOfStatement, nextMonth } from '../rules.ts'

type Line = { redemptionId: string; kind: 'redeemed' | 'reversed'; points: number; at: string }
type Period = { partnerId: string; month: string; end: string; former: { closing: number; end: string } | null }

/** Draws up the statements of a month that is over, one for each partner with anything to say in it. Drawn up before, a statement stays what it is. */
export async function draftMonth(ctx: Ctx, month: string): Promise<number> {
  const partners = ctx.db.selectFrom('bank_partner').select('id').where('county', '=', ctx.actor.county).orderBy('id')
  let drafted = 0
  for (const { id } of await partners.execute()) drafted += (await draftFor(ctx, id, month)) ? 1 : 0
  return drafted
}

async function draftFor(ctx: Ctx, partnerId: string, month: string): Promise<boolean> {
  await lockPartner(ctx, partnerId)
  const last = await ctx.db
    .selectFrom('bank_settlement')
    .select(['month', 'closing'])
    .where('county', '=', ctx.actor.county)
    .where('partner_id', '=', partnerId)
    .orderBy('month', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last && last.month >= month) return false
  const former = last ? { closing: last.closing, end: nextMonth(last.month) } : null
  const period: Period = { partnerId, month, end: nextMonth(month), former }
  const lines = await linesOf(ctx, period)
  if (lines.length === 0 && !former?.closing) return false
  await write(ctx, period, lines)
  return true
}

/** Whatever happened before the month's end and stands in no statement yet: each in exactly one. */
async function linesOf(ctx: Ctx, { partnerId, end }: Period): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select m.* from (
      select id as "redemptionId", 'redeemed' as kind, points, handed_over_at as at from bank_redemption
       where county = ${ctx.actor.county} and partner_id = ${partnerId} and handed_over_at is not null
      union all
      select id, 'reversed', points, ended_at from bank_redemption
       where county = ${ctx.actor.county} and partner_id = ${partnerId} and status = 'reversed') m
     where m.at < ${end}::timestamp at time zone 'Asia/Shanghai'
       and not exists (select 1 from bank_settlement_line l where l.county = ${ctx.actor.county} and l.redemption_id = m."redemptionId" and l.kind = m.kind)
     order by m.at, m."redemptionId"`.execute(ctx.db)
  return rows
}

const sum = (lines: readonly Line[], kind: Line['kind']) =>
  lines.filter((line) => line.kind === kind).reduce((total, { points }) => total + points, 0)

async function write(ctx: Ctx, period: Period, lines: readonly Line[]): Promise<void> {
  const { partnerId, month, former } = period
  const county = ctx.actor.county
  const { paidBefore, ...owed } = await owedTo(ctx, period)
  const [redeemed, reversed] = [sum(lines, 'redeemed'), sum(lines, 'reversed')]
  const sums = { opening: former?.closing ?? 0, redeemed, reversed, paidBefore }
  const { opening } = sums
  const id = newId(ctx.now.getTime())
  await ctx.db
    .insertInto('bank_settlement')
    .values({
      county,
      id,
      partner_id: partnerId,
      month,
      opening,
      redeemed,
      reversed,
      paid_before: paidBefore,
      ...balanceOfStatement(sums, owed),
      status: 'draft',
      drafted_by: ctx.actor.accountId,
      drafted_at: ctx.now.toISOString(),
      answer_by: workingDayAfter(officeDay(ctx.now), ANSWER_DAYS, await ownDays(ctx)),
    })
    .execute()
  if (lines.length)
    await ctx.db
      .insertInto('bank_settlement_line')
      .values(
        lines.map(({ redemptionId, kind, points, at }) => ({
          county,
          settlement_id: id,
          redemption_id: redemptionId,
          kind,
          points,
          at,
        })),
      )
      .execute()
  ctx.emit({ type: 'bank.settlement_drafted', data: { id, partnerId, month } })
}

async function owedTo(ctx: Ctx, { partnerId, end, former }: Period) {
  const { total } = await balanceOf(ctx, 'points', { kind: 'payable', owner: partnerId })
  const { rows } = await sql<{ paidBefore: number; unpaid: number; unpaidNow: number }>`
    select coalesce(sum(asked) filter (where was_paid and paid_at >= coalesce(${former?.end ?? null}::timestamp at time zone 'Asia/Shanghai', '-infinity')), 0)::int
             as "paidBefore",
           coalesce(sum(asked) filter (where not was_paid), 0)::int as unpaid,
           coalesce(sum(asked) filter (where status <> 'paid'), 0)::int as "unpaidNow"
      from (select o.*, due_of(o) as asked, coalesce(paid_at < ${end}::timestamp at time zone 'Asia/Shanghai', false) as was_paid from bank_settlement o
             where county = ${ctx.actor.county} and partner_id = ${partnerId}) s`.execute(ctx.db)
  return { owedNow: total, ...(rows[0] ?? { paidBefore: 0, unpaid: 0, unpaidNow: 0 }) }
}
