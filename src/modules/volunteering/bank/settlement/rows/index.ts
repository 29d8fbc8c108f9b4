import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isOneself } from '#platform/oneself.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { isByWeekdays, ownDays } from '#platform/working-days/index.ts'
import type { contract } from '../contract.ts'
import { afterSettling, type SettlementAct } from '../rules.ts'

type Doors = typeof contract
export type Settlement = Output<Doors['readSettlement']>
type Line = Output<Doors['listSettlements']>['items'][number]
type Filters = {
  id?: string | undefined
  month?: string | undefined
  partnerId?: string | undefined
  status?: string | undefined
}

export async function settlementsOf(ctx: Ctx, { id, month, partnerId, status }: Filters): Promise<Line[]> {
  const { rows } = await sql<Omit<Line, 'can' | 'isByWeekdays'> & { drafted_by: string | null }>`
    select s.id, s.partner_id as "partnerId", p.name as partner, to_char(s.month, 'YYYY-MM') as month, s.opening, s.redeemed, s.reversed,
           s.paid_before as "paidBefore", s.closing, due_of(s) as due, s.status, s.answer_by as "answerBy", s.drafted_at as "draftedAt", s.drafted_by,
           d.name as "draftedBy", s.confirmed_at as "confirmedAt", c.name as "confirmedBy", s.dispute, s.answer, s.outcome,
           (select coalesce(max(k.version), 1) from bank_settlement_correction k where k.county = s.county and k.settlement_id = s.id) as version, s.approved_at as "approvedAt",
           a.name as "approvedBy", s.voucher, s.paid_at as "paidAt"
      from bank_settlement s
      join bank_partner p on p.county = s.county and p.id = s.partner_id
      left join account d on d.county = s.county and d.id = s.drafted_by
      left join account c on c.county = s.county and c.id = s.confirmed_by
      left join account a on a.county = s.county and a.id = s.approved_by
     where s.county = ${ctx.actor.county} and (${id ?? null}::uuid is null or s.id = ${id ?? null}::uuid)
       and (${month ?? null}::text is null or to_char(s.month, 'YYYY-MM') = ${month ?? null})
       and (${partnerId ?? null}::uuid is null or s.partner_id = ${partnerId ?? null}::uuid)
       and (${status ?? null}::text is null or s.status = ${status ?? null})
     order by s.month desc, p.name limit 500`.execute(ctx.db)
  const own = await ownDays(ctx)
  return rows.map(({ drafted_by, ...row }) => {
    const fits = (act: SettlementAct, permission: string) =>
      ctx.actor.permissions.has(permission) && afterSettling(act, row, officeDay(ctx.now)) !== undefined
    const can = {
      confirm: fits('confirm', 'partner.use'),
      dispute: fits('dispute', 'partner.use'),
      correct: fits('correct', 'bank.manage'),
      answer: fits('answer', 'bank.manage'),
      approve: fits('approve', 'bank.approve') && !isOneself(ctx.actor, drafted_by),
      pay: fits('pay', 'bank.manage'),
    }
    return { ...row, isByWeekdays: isByWeekdays(officeDay(new Date(row.draftedAt)), row.answerBy, own), can }
  })
}

export async function settlementOf(ctx: Ctx, filters: Filters): Promise<Settlement> {
  const [settlement] = await settlementsOf(ctx, filters)
  ensure(settlement, notFound)
  const { rows } = await sql<Settlement['lines'][number]>`
    select l.redemption_id as "redemptionId", l.kind, l.at, r.item_name as item, r.quantity, l.points, r.masked_name as name,
           l.kind = 'redeemed' and r.status = 'reversed' and exists (select from bank_settlement_correction k
              where k.county = l.county and k.settlement_id = l.settlement_id and r.ended_at <= k.corrected_at) as "isStruck"
      from bank_settlement_line l join bank_redemption r on r.county = l.county and r.id = l.redemption_id
     where l.county = ${ctx.actor.county} and l.settlement_id = ${settlement.id}
     order by l.at, l.redemption_id`.execute(ctx.db)
  return { ...settlement, lines: rows }
}
