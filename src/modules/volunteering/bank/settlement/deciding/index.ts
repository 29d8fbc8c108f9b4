import { sql } from 'kysely'
import { ensureProven } from '#modules/accounts/index.ts'
import { balanceOf, post } from '#modules/ledger/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { isOneself } from '#platform/oneself.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { ownDays, workingDayAfter } from '#platform/working-days/index.ts'
import { lockPartner } from '../../redeeming/index.ts'
import { ANSWER_DAYS, afterSettling, correctedDue, type SettlementAct, type SettlementState } from '../rules.ts'
import * as no from '../words.ts'

type Which = { id: string; partnerId?: string | undefined }

/** The settlement an act is about, locked, with the state it leads to; at a counter only the counter's own is found. */
async function lockFor(ctx: Ctx, act: SettlementAct, { id, partnerId }: Which) {
  const row = await ctx.db
    .selectFrom('bank_settlement as s')
    .selectAll()
    .select(sql<number>`due_of(s)`.as('asked'))
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
  outcome?: 'corrected' | 'rejected'
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

type Answered = Which & { answer: string }

/** The partner is wrong, and is told why. Not where what they say was reversed already: then the statement asks for too much. */
export async function answerDispute(ctx: Ctx, { answer, ...which }: Answered): Promise<{ ok: true }> {
  const row = await lockFor(ctx, 'answer', which)
  ensure((await correctable(ctx, row)) === row.asked, no.correctFirst)
  return write(ctx, row.id, { status: row.next, answer, outcome: 'rejected', answer_by: await answerDay(ctx) })
}

/** The partner is right: what was wrong has been reversed, and the statement asks for so much less. The reversal itself stands in the next one. */
export async function correctSettlement(
  ctx: Ctx,
  { answer, ...which }: Answered,
): Promise<{ version: number; due: number }> {
  const row = await lockFor(ctx, 'correct', which)
  const due = await correctable(ctx, row)
  ensure(due < row.asked, no.nothingCorrected)
  const version = await nextVersion(ctx, row.id)
  const stamp = { corrected_by: ctx.actor.accountId, corrected_at: now(ctx) }
  const said = { dispute: row.dispute, answer }
  await ctx.db
    .insertInto('bank_settlement_correction')
    .values({ county: ctx.actor.county, settlement_id: row.id, version, due, ...said, ...stamp })
    .execute()
  await write(ctx, row.id, { status: row.next, answer, outcome: 'corrected', answer_by: await answerDay(ctx) })
  return { version, due }
}

const answerDay = async (ctx: Ctx) => workingDayAfter(officeDay(ctx.now), ANSWER_DAYS, await ownDays(ctx))

/** What the statement may ask for by the books as they are now. */
async function correctable(ctx: Ctx, row: { id: string; partner_id: string; asked: number }): Promise<number> {
  await lockPartner(ctx, row.partner_id)
  const { total } = await balanceOf(ctx, 'points', { kind: 'payable', owner: row.partner_id })
  const { rows } = await sql<{ due: number }>`
    select coalesce(sum(due_of(s)), 0)::int as due from bank_settlement s
     where s.county = ${ctx.actor.county} and s.partner_id = ${row.partner_id} and s.id <> ${row.id} and s.status <> 'paid'`.execute(
    ctx.db,
  )
  return correctedDue(row.asked, { owedNow: total, unpaidNow: rows[0]?.due ?? 0 })
}

async function nextVersion(ctx: Ctx, id: string): Promise<number> {
  const rows = ctx.db
    .selectFrom('bank_settlement_correction')
    .select(sql<number>`coalesce(max(version), 1)`.as('last'))
    .where('county', '=', ctx.actor.county)
  return (await rows.where('settlement_id', '=', id).executeTakeFirstOrThrow()).last + 1
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
  const { id, next, partner_id, asked: due, approved_by } = await lockFor(ctx, 'pay', which)
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
