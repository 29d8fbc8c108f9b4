import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Refusal } from '#platform/refuse.ts'
import type { Account, Balance, Ending, LedgerUnit, Reversal, StatementLine, Transfer } from './rules.ts'
import { freeOf } from './rules.ts'
import * as no from './words.ts'

type Wish = Record<string, string | number | object | null>

/** Posts transfers, all or none; answers how many were new. What was posted before under the same ids is passed over, so an act can be sent again. */
export function post(ctx: Ctx, transfers: readonly Transfer[]): Promise<number> {
  return write(
    ctx,
    transfers.map((transfer) => wishOf(transfer, 'post')),
  )
}

/** Sets aside for something that is confirmed later: `settle` posts it, `release` gives it back. */
export function hold(ctx: Ctx, transfer: Transfer): Promise<number> {
  return write(ctx, [wishOf(transfer, 'hold')])
}

export function settle(ctx: Ctx, endings: readonly Ending[]): Promise<number> {
  return write(
    ctx,
    endings.map(({ id, holdId }) => ({ id, step: 'settle', hold: holdId })),
  )
}

export function release(ctx: Ctx, endings: readonly Ending[]): Promise<number> {
  return write(
    ctx,
    endings.map(({ id, holdId }) => ({ id, step: 'release', hold: holdId })),
  )
}

/** Undoes a transfer by its opposite, with the reason; refused where what came of it has been spent meanwhile. */
export function reverse(ctx: Ctx, { id, transferId, reason, approvedBy }: Reversal): Promise<number> {
  return write(ctx, [
    { id, step: 'post', code: 'reverse', reverses: transferId, reason, approvedBy: approvedBy ?? null },
  ])
}

function wishOf({ id, from, to, amount, unit, ...more }: Transfer, step: 'post' | 'hold'): Wish {
  const { code, ref, reason, approvedBy } = more
  const account = ({ kind, owner }: Account) => ({ unit, kind, owner: owner ?? null })
  const why = { reason: reason ?? null, approvedBy: approvedBy ?? null }
  return { id, step, code, amount, debit: account(from), credit: account(to), refKind: ref.kind, refId: ref.id, ...why }
}

async function write(ctx: Ctx, wishes: readonly Wish[]): Promise<number> {
  if (wishes.length === 0) return 0
  const at = ctx.now.toISOString()
  const signed = wishes.map((wish) => ({ ...wish, by: ctx.actor.accountId, at }))
  const answer = await sql<{ written: string[] }>`
    select post_transfers(${ctx.actor.county}, ${JSON.stringify(signed)}::jsonb) as written`
    .execute(ctx.db)
    .catch((error: unknown) => {
      throw wordsFor(error) ?? error
    })
  return answer.rows[0]?.written.length ?? 0
}

const BY_STATE: Record<string, () => Refusal> = {
  LG001: no.holdEnded,
  LG002: no.notReversible,
  LG003: no.keyUsed,
  LG004: no.holdEnded,
  LG005: no.notReversible,
  LG006: no.frozen,
}
const BY_CONSTRAINT: Record<string, () => Refusal> = {
  ledger_account_covered: no.notEnough,
  ledger_transfer_once: no.doneBefore,
  ledger_transfer_two_people: no.ownApproval,
}

function wordsFor(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  const constraint = 'constraint' in error ? String(error.constraint) : ''
  return (BY_STATE[code] ?? BY_CONSTRAINT[constraint])?.()
}

/** From a death on a wallet neither gives nor takes, apart from inheritance and corrections. */
export async function freezeWallets(ctx: Ctx, owner: string): Promise<void> {
  await sql`select freeze_wallets(${ctx.actor.county}, ${owner}, ${ctx.now.toISOString()}::timestamptz)`.execute(ctx.db)
}

export async function releaseWallets(ctx: Ctx, owner: string): Promise<void> {
  await sql`select freeze_wallets(${ctx.actor.county}, ${owner}, null)`.execute(ctx.db)
}

/** What an account has, what of it is set aside, and what is free; nothing where it was never used. */
export async function balanceOf(ctx: Ctx, unit: LedgerUnit, { kind, owner }: Account): Promise<Balance> {
  const row = await ctx.db
    .selectFrom('ledger_account')
    .select(['debits_posted', 'credits_posted', 'debits_pending', 'frozen_at'])
    .where('county', '=', ctx.actor.county)
    .where('unit', '=', unit)
    .where('kind', '=', kind)
    .where('owner_id', owner ? '=' : 'is', owner ?? null)
    .executeTakeFirst()
  if (!row) return { total: 0, held: 0, free: 0, isFrozen: false }
  const counts = {
    debits: Number(row.debits_posted),
    credits: Number(row.credits_posted),
    held: Number(row.debits_pending),
  }
  return { ...freeOf(counts), isFrozen: row.frozen_at !== null }
}

/** Every movement of an account in the order it was posted, with what stood there after it: read from the transfers, never from the balance. */
export async function statementOf(ctx: Ctx, unit: LedgerUnit, { kind, owner }: Account): Promise<StatementLine[]> {
  // No index answers "is not distinct from".
  const isOwners = owner ? sql`a.owner_id = ${owner}::uuid` : sql`a.owner_id is null`
  const { rows } = await sql<StatementLine>`
    select t.id, t.at, t.code, t.ref_kind as "refKind", t.ref_id as "refId", t.reason, t.created_by as "createdBy",
           (case when t.credit_id = a.id then t.amount else -t.amount end)::int as amount,
           (sum(case when t.credit_id = a.id then t.amount else -t.amount end) over (order by t.seq))::int as after,
           exists (select from ledger_transfer r where r.county = t.county and r.reverses_id = t.id) as "isReversed"
      from ledger_account a
      join ledger_transfer t on t.county = a.county and a.id in (t.debit_id, t.credit_id) and t.step in ('post', 'settle')
     where a.county = ${ctx.actor.county} and a.unit = ${unit} and a.kind = ${kind} and ${isOwners}
     order by t.seq`.execute(ctx.db)
  return rows
}
