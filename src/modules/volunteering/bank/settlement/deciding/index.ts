import { ensureProven } from '#modules/accounts/index.ts'
import { post } from '#modules/ledger/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { isOneself } from '#platform/oneself.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { ownDays, workingDayAfter } from '#platform/working-days/index.ts'
import { lockPartner } from '../../redeeming/index.ts'
import { ANSWER_DAYS, afterSettling, type SettlementAct, type SettlementState } from '../rules.ts'
import * as no from '../words.ts'

type Which = { id: string; partnerId?: string | undefined }

/** The settlement an act is about, locked, with the state it leads to; at a counter only the counter's own is found. */
async function lockFor(ctx: Ctx, act: SettlementAct, { id, partnerId }: Which) {
  const row = await ctx.db
    .selectFrom('bank_settlement')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  ensure(row && (partnerId === undefined || row.partner_id === partnerId), notFound)
  const status = row.status as SettlementState // the column's check allows exactly these
  const next = afterSettling(act, { status, answerBy: row.answer_by }, officeDay(ctx.now))
  ensure(next, () => no.notNow({ status }))
  return { ...row, next }
}

type Change = {
  status: string
  answer_by?: string
  confirmed_by?: string | null
  confirmed_at?: string
  dispute?: string
  answer?: string
  approved_by?: string | null
  approved_at?: string
  voucher?: string
  paid_by?: string | null
  paid_at?: string
}

async function write(ctx: Ctx, id: string, change: Change): Promise<{ ok: true }> {
  await ctx.db
    .updateTable('bank_settlement')
    .set(change)
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
  ctx.emit({ type: `bank.settlement_${change.status}`, data: { id } })
  return { ok: true }
}

const now = (ctx: Ctx) => ctx.now.toISOString()

export async function confirmStatement(ctx: Ctx, which: Which): Promise<{ ok: true }> {
  const { id, next } = await lockFor(ctx, 'confirm', which)
  return write(ctx, id, { status: next, confirmed_by: ctx.actor.accountId, confirmed_at: now(ctx) })
}

export async function disputeStatement(
  ctx: Ctx,
  { reason, ...which }: Which & { reason: string },
): Promise<{ ok: true }> {
  const { id, next } = await lockFor(ctx, 'dispute', which)
  return write(ctx, id, { status: next, dispute: reason })
}

/** What is wrong is put right by reversals, which stand in the next statement; this one's sums stay as they are. */
export async function answerDispute(ctx: Ctx, { answer, ...which }: Which & { answer: string }): Promise<{ ok: true }> {
  const { id, next } = await lockFor(ctx, 'answer', which)
  const answer_by = workingDayAfter(officeDay(ctx.now), ANSWER_DAYS, await ownDays(ctx))
  return write(ctx, id, { status: next, answer, answer_by })
}

/** Money is approved and paid only with a fresh proof (ASVS 5.0 7.5.3). */
export async function approveSettlement(ctx: Ctx, which: Which): Promise<{ ok: true }> {
  await ensureProven(ctx)
  const { id, next, drafted_by } = await lockFor(ctx, 'approve', which)
  ensure(!isOneself(ctx.actor, drafted_by), no.ownDraft)
  return write(ctx, id, { status: next, approved_by: ctx.actor.accountId, approved_at: now(ctx) })
}

/** The money goes another way; here stands that it went, and what the partner was owed is owed no more. */
export async function paySettlement(
  ctx: Ctx,
  { voucher, ...which }: Which & { voucher: string },
): Promise<{ ok: true }> {
  await ensureProven(ctx)
  const { id, next, partner_id, due, approved_by } = await lockFor(ctx, 'pay', which)
  await lockPartner(ctx, partner_id)
  await write(ctx, id, { status: next, voucher, paid_by: ctx.actor.accountId, paid_at: now(ctx) })
  const approvedBy = approved_by && !isOneself(ctx.actor, approved_by) ? approved_by : undefined
  if (due > 0)
    await post(ctx, [
      {
        id: newId(),
        unit: 'points',
        from: { kind: 'payable', owner: partner_id },
        to: { kind: 'settled' },
        amount: due,
        code: 'pay',
        ref: { kind: 'settlement', id },
        reason: voucher,
        approvedBy,
      },
    ])
  return { ok: true }
}
